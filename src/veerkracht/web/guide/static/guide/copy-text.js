// <copy-text> around a readonly text: a button that copies it, shown only where that can be done.
class CopyText extends HTMLElement {
  connectedCallback() {
    const place = this.querySelector("[data-button]");
    if (!navigator.clipboard) return;
    place.hidden = false;
    place.querySelector("button").addEventListener("click", async () => {
      const area = this.querySelector("textarea");
      area.select();
      await navigator.clipboard.writeText(area.value);
      this.querySelector("[data-said]").textContent = this.dataset.done;
    });
  }
}

customElements.define("copy-text", CopyText);
