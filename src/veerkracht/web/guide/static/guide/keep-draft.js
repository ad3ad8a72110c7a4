// <keep-draft data-url data-field> around a form with a textarea: keeps what is typed on the server, every few
// seconds and on leaving the field. Nothing is put on this device; while the server cannot be reached the text
// stays in the page, which says so and asks before it is left.
const EVERY = 3000;

export class NotKept extends Error {
  constructor(status) {
    super(`not kept: ${status}`);
    this.status = status;
  }
}

export class KeepDraft extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.area = this.querySelector("textarea");
    this.said = this.querySelector("[data-said]");
    this.ended = this.querySelector("[data-ended]");
    this.kept = this.area.value;
    this.timer = setInterval(() => this.keep(), EVERY);
    this.area.addEventListener("blur", () => this.keep());
    this.area.addEventListener("input", () => this.saidIsOver());
    this.form.addEventListener("submit", () => (this.sent = true));
    this.leaving = (event) => this.isSafe() || event.preventDefault();
    window.addEventListener("beforeunload", this.leaving);
    // Another button or link of the page waits until what was typed is on the server.
    this.hurrying = (event) => this.hurry(event);
    document.addEventListener("submit", this.hurrying, true);
    document.addEventListener("click", this.hurrying, true);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
    document.removeEventListener("submit", this.hurrying, true);
    document.removeEventListener("click", this.hurrying, true);
    window.removeEventListener("beforeunload", this.leaving);
  }

  isSafe() {
    return Boolean(this.sent) || this.area.value === this.kept;
  }

  // One at a time; who asks while it runs waits for the same answer.
  keep() {
    this.keeping ??= this.keepNow().finally(() => (this.keeping = null));
    return this.keeping;
  }

  async keepNow() {
    const text = this.area.value;
    if (this.sent || text === this.kept) return;
    try {
      await this.post(this.dataset.url, { field: this.dataset.field, text });
      this.kept = text;
      this.sayWhenSafe();
    } catch (problem) {
      await this.explain(problem);
    }
  }

  sayWhenSafe() {
    if (this.isSafe()) this.say(this.dataset.saved);
  }

  // "Everything is kept" is not true any more from the next letter on.
  saidIsOver() {
    if (!this.isSafe() && this.said.textContent === this.dataset.saved) this.say("");
  }

  async hurry(event) {
    if (this.isSafe()) return;
    const form = event.type === "submit" && event.target !== this.form ? event.target : null;
    const link = event.type === "click" ? event.target.closest("a[href]:not([target])") : null;
    const goes = form ?? link;
    if (!goes || goes.matches("[hx-get], [hx-post], [method=dialog]")) return;
    event.preventDefault();
    await this.keep();
    if (!this.isSafe()) return;
    if (form) form.requestSubmit(event.submitter ?? undefined);
    else location.assign(link.href);
  }

  async post(url, values) {
    const token = this.form.elements.csrfmiddlewaretoken.value;
    const body = new URLSearchParams({ csrfmiddlewaretoken: token, ...values });
    const answer = await fetch(url, { method: "POST", headers: { "X-Piece": "1" }, redirect: "manual", body });
    if (!answer.ok) throw new NotKept(answer.type === "opaqueredirect" ? 401 : answer.status);
    // A sign of life, as the warning for the end of the log-in counts them.
    document.dispatchEvent(new CustomEvent("htmx:afterRequest"));
    return answer;
  }

  async explain(problem) {
    this.ended.hidden = problem.status !== 401;
    this.say(this.dataset.waiting);
    if (problem.status === 403) await this.freshToken();
  }

  // After a new log-in on another tab the old token no longer fits; the page itself knows the new one.
  async freshToken() {
    try {
      const answer = await fetch(location.href, { redirect: "manual" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("[name=csrfmiddlewaretoken]");
      if (!fresh) return;
      for (const old of document.querySelectorAll("[name=csrfmiddlewaretoken]")) old.value = fresh.value;
      document.body.setAttribute("hx-headers", JSON.stringify({ "x-csrftoken": fresh.value }));
    } catch {
      // No connection: the next round tries again.
    }
  }

  say(words) {
    if (this.said.textContent !== words) this.said.textContent = words;
    if (words === this.dataset.saved) this.ended.hidden = true;
  }
}

if (!customElements.get("keep-draft")) customElements.define("keep-draft", KeepDraft);
