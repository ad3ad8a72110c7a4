// <quote-queue> around the form for her words: Enter puts a sentence under it and makes room for the next one at
// once. Sentences wait in memory until the server has them; each carries its own token, so that sending it again
// after a lost connection still makes one sentence.
import { KeepDraft } from "./keep-draft.js";

const TOO_LONG = 422;

class QuoteQueue extends KeepDraft {
  connectedCallback() {
    super.connectedCallback();
    this.waiting = [];
    this.list = document.getElementById("woorden");
    this.area.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.form.requestSubmit();
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.sent = false;
      this.take();
    });
  }

  isSafe() {
    return this.waiting.length === 0 && super.isSafe();
  }

  take() {
    const words = this.area.value.trim();
    if (!words) return;
    const tick = this.form.elements.between_us;
    const between = tick?.checked ? { between_us: "on" } : {};
    const item = document.createElement("li");
    item.className = "guide-quote guide-quote--waiting";
    const text = document.createElement("p");
    text.className = "guide-quote__words";
    text.dir = "auto";
    text.textContent = words;
    item.append(text);
    this.list.prepend(item);
    this.waiting.push({ item, values: { words, once: crypto.randomUUID(), ...between } });
    this.area.value = "";
    this.kept = "";
    if (tick) tick.checked = false;
    this.area.focus();
    this.send();
  }

  send() {
    this.sending ??= this.sendAll().finally(() => (this.sending = null));
    return this.sending;
  }

  async sendAll() {
    try {
      while (this.waiting.length) await this.sendFirst();
      this.sayWhenSafe();
    } catch (problem) {
      if (problem.status === TOO_LONG) this.giveBack();
      else await this.explain(problem);
    }
  }

  async sendFirst() {
    const { item, values } = this.waiting[0];
    const answer = await this.post(this.form.action, values);
    const piece = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("li");
    const placed = document.importNode(piece, true);
    item.replaceWith(placed);
    window.htmx?.process(placed);
    this.waiting.shift();
    this.kept = ""; // the server cleared its draft; what was typed since is kept in the next round
  }

  giveBack() {
    const { item, values } = this.waiting.shift();
    item.remove();
    this.area.value = [values.words, this.area.value].filter(Boolean).join("\n");
    this.say(this.dataset.long);
  }

  async keepNow() {
    if (this.waiting.length) await this.send();
    if (!this.waiting.length) await super.keepNow();
  }
}

customElements.define("quote-queue", QuoteQueue);
