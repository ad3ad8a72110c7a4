// <session-warning data-seconds>: two minutes before the log-in ends a dialog asks; the answer is a POST.
// When it ends the page is emptied and leads to the log-in. Every request to our own server is a sign of life.
const WARN_BEFORE = 120;

class SessionWarning extends HTMLElement {
  connectedCallback() {
    this.dialog = this.querySelector("dialog");
    this.form = this.querySelector("form[action]");
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.stay();
    });
    document.addEventListener("htmx:afterRequest", () => this.start());
    document.addEventListener("visibilitychange", () => !document.hidden && this.look());
    this.start();
  }

  start() {
    this.endsAt = Date.now() + Number(this.dataset.seconds) * 1000;
    clearInterval(this.timer);
    // A clock, not one long timer: a laptop that slept wakes up with the right answer.
    this.timer = setInterval(() => this.look(), 1000);
  }

  look() {
    const left = (this.endsAt - Date.now()) / 1000;
    if (left > WARN_BEFORE) return;
    this.show(left > 0 ? "soon" : "over");
    if (left <= 0) clearInterval(this.timer);
  }

  show(state) {
    if (this.state === state) return;
    // Not covered but gone: what was typed is on the server. A page that holds unsent words itself keeps them.
    if (state === "over" && !document.querySelector("quote-queue, keep-draft")) {
      document.documentElement.replaceChildren();
      location.reload();
      return;
    }
    this.state = state;
    for (const part of this.querySelectorAll("[data-state]")) part.hidden = part.dataset.state !== state;
    if (!this.dialog.open) this.dialog.showModal();
  }

  async stay() {
    try {
      const answer = await fetch(this.form.action, { method: "POST", body: new FormData(this.form) });
      if (!answer.ok || answer.redirected) throw new Error("the log-in has ended");
      this.dialog.close();
      this.state = "";
      this.start();
    } catch {
      this.show("over");
    }
  }
}

customElements.define("session-warning", SessionWarning);
