// What an eye would trip over on one page: sideways scroll, small letters, things over each other, a line through a label.
() => {
  const faults = []
  const seen = (e) => {
    const s = getComputedStyle(e)
    return s.visibility !== 'hidden' && s.display !== 'none' && Number(s.opacity) > 0.05 && !e.closest('.vk-hidden, [hidden], details:not([open]) > :not(summary)')
  }
  const say = (e) => (e.textContent || e.getAttribute('aria-label') || e.tagName).trim().replace(/\s+/g, ' ').slice(0, 40)
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth
  if (wide > 0) faults.push(`scrolls ${wide} px sideways`)
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const small = new Set()
  while (walker.nextNode()) {
    const node = walker.currentNode
    const e = node.parentElement
    if (!node.data.trim() || !e || ['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TITLE', 'DESC', 'OPTION'].includes(e.tagName.toUpperCase()) || !seen(e)) continue
    const box = e.getBoundingClientRect()
    if (box.width < 2 || box.height < 2) continue
    let size = parseFloat(getComputedStyle(e).fontSize)
    const m = e.getScreenCTM ? e.getScreenCTM() : null
    if (m) size *= Math.hypot(m.a, m.b)
    if (size < 11.95) small.add(`${size.toFixed(1)} px: ${say(e)}`)
  }
  small.forEach((each) => faults.push(each))
  const pressed = [...document.querySelectorAll('main a[href], main button, main summary, main input:not([type=hidden]), main select, main textarea')].filter((e) => !e.closest('svg') && seen(e) && e.getClientRects().length)
  const boxes = pressed.map((e) => [e, e.getBoundingClientRect()]).filter(([, r]) => r.width > 2 && r.height > 2)
  for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
    const [a, r] = boxes[i], [b, q] = boxes[j]
    if (a.contains(b) || b.contains(a) || getComputedStyle(a).position === 'sticky' || a.closest('label') && a.closest('label') === b.closest('label')) continue
    const w = Math.min(r.right, q.right) - Math.max(r.left, q.left), h = Math.min(r.bottom, q.bottom) - Math.max(r.top, q.top)
    if (w > 4 && h > 4 && a.getClientRects().length === 1 && b.getClientRects().length === 1) faults.push(`over each other: ${say(a)} / ${say(b)}`)
  }
  for (const svg of document.querySelectorAll('svg[data-map], .map-picture svg, svg.map')) {
    if (!seen(svg) || svg.getBoundingClientRect().width < 10) continue
    const labels = [...svg.querySelectorAll('text')].filter(seen).map((t) => [t, t.getBoundingClientRect()])
    for (const line of svg.querySelectorAll('path, line, polyline')) {
      const style = getComputedStyle(line)
      if (style.stroke === 'none' || style.fill !== 'none' || !line.getTotalLength || line.closest('defs, marker, .map-ring, .map-symbol')) continue
      const m = line.getScreenCTM(), length = line.getTotalLength()
      for (const [t, box] of labels) {
        if (t.parentNode.contains(line)) continue
        let inside = 0
        for (let at = 0; at <= length; at += Math.max(2, length / 200)) {
          const p = line.getPointAtLength(at)
          const x = p.x * m.a + p.y * m.c + m.e, y = p.x * m.b + p.y * m.d + m.f
          if (x > box.left + 2 && x < box.right - 2 && y > box.top + 3 && y < box.bottom - 3) inside++
        }
        if (inside > 1) faults.push(`a line through: ${say(t)}`)
      }
    }
  }
  return [...new Set(faults)]
}
