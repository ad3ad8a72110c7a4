// <map-board> around the picture: drag a node, or move a focused one with the arrow keys. The server computes
// where it goes and sends the changed part of the page back; without JavaScript the page of a node has buttons.
const ARROWS = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" };
const DRAG_FROM = 6;

class MapBoard extends HTMLElement {
  connectedCallback() {
    const hint = this.querySelector("[data-hint]");
    if (hint) hint.hidden = false;
    this.addEventListener("keydown", (event) => this.onKey(event));
    this.addEventListener("pointerdown", (event) => this.onDown(event));
    // A drag ends on a link; only a real click may open it.
    this.addEventListener("click", (event) => this.dragged && event.preventDefault(), true);
    this.addEventListener("dragstart", (event) => event.preventDefault());
  }

  nodeOf(event) {
    const link = event.target.closest("a");
    return link && link.querySelector(".map-node");
  }

  onKey(event) {
    const node = ARROWS[event.key] && this.nodeOf(event);
    if (!node) return;
    event.preventDefault();
    this.send(node, { step: ARROWS[event.key] });
  }

  onDown(event) {
    this.dragged = false;
    const node = event.button === 0 && this.nodeOf(event);
    if (!node || event.pointerType === "touch") return;
    const start = { x: event.clientX, y: event.clientY };
    const svg = node.ownerSVGElement;
    const move = (to) => {
      const far = Math.hypot(to.clientX - start.x, to.clientY - start.y) > DRAG_FROM;
      this.dragged = this.dragged || far;
      if (this.dragged) {
        const from = this.point(svg, start.x, start.y);
        const here = this.point(svg, to.clientX, to.clientY);
        node.setAttribute("transform", `translate(${here.x - from.x} ${here.y - from.y})`);
      }
    };
    const up = (to) => {
      window.removeEventListener("pointermove", move);
      if (this.dragged) this.send(node, this.point(svg, to.clientX, to.clientY));
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", up, { once: true });
  }

  point(svg, x, y) {
    const at = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM().inverse());
    return { x: at.x.toFixed(1), y: at.y.toFixed(1) };
  }

  async send(node, where) {
    if (this.busy) return;
    this.busy = true;
    const key = node.dataset.id;
    const form = this.querySelector(`form[data-node="${key}"]`);
    const body = new FormData(form);
    body.set("sheet", node.closest(".map-picture--wide") ? "wide" : "narrow");
    for (const [name, value] of Object.entries(where)) body.set(name, value);
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { "HX-Request": "true" } });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      this.show(await answer.text(), key, form.dataset.name);
    } catch {
      // Nothing was lost: the page itself says what is the matter.
      window.location.reload();
    }
  }

  show(html, key, name) {
    const part = document.getElementById("kaart");
    const wide = window.matchMedia("(min-width: 48rem)").matches ? "wide" : "narrow";
    const say = this.dataset.say;
    const before = this.placeOf(key);
    part.innerHTML = html;
    const board = part.querySelector("map-board");
    const node = board.querySelector(`.map-picture--${wide} .map-node[data-id="${key}"]`);
    if (node) node.closest("a").focus();
    const ring = board.placeOf(key);
    board.querySelector("[data-status]").textContent = `${say}${name}${ring === before ? "" : `, ${ring}`}`;
  }

  placeOf(key) {
    const node = this.querySelector(`.map-node[data-id="${key}"]`);
    const area = node && this.querySelector(`[data-ring-area="${node.dataset.ring}"]`);
    const link = area && area.closest("a");
    return link ? link.getAttribute("aria-label") : "";
  }
}

customElements.define("map-board", MapBoard);
