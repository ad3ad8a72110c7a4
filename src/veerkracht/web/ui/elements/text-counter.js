// <text-counter data-max data-left data-over> around a textarea: says how much room is left, near the end only.
const NEAR = 0.8;

class TextCounter extends HTMLElement {
  connectedCallback() {
    this.area = this.querySelector("textarea");
    if (!this.area || this.output) return;
    this.output = document.createElement("div");
    this.output.className = "vk-counter";
    this.output.setAttribute("aria-live", "polite");
    this.append(this.output);
    this.area.addEventListener("input", () => this.count());
    this.count();
  }

  count() {
    const most = Number(this.dataset.max);
    // Counted as the server counts: code points, a line end as one.
    const used = [...this.area.value].length;
    const over = used > most;
    this.output.classList.toggle("vk-counter--over", over);
    const words = over ? this.dataset.over : this.dataset.left;
    this.output.textContent = used < most * NEAR ? "" : words.replace("#", Math.abs(most - used));
  }
}

customElements.define("text-counter", TextCounter);
