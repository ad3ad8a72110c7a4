// <unsaved-guard> around a form: the browser asks before leaving a page with typed, unsaved text.
class UnsavedGuard extends HTMLElement {
  connectedCallback() {
    this.changed = false;
    this.addEventListener("input", () => (this.changed = true));
    this.addEventListener("submit", () => (this.changed = false));
    this.ask = (event) => this.changed && event.preventDefault();
    window.addEventListener("beforeunload", this.ask);
  }

  disconnectedCallback() {
    window.removeEventListener("beforeunload", this.ask);
  }
}

customElements.define("unsaved-guard", UnsavedGuard);
