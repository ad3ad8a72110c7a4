// <merge-choice>: the text you wrote becomes editable; typing in it chooses it. Without script: choose one of two.
class MergeChoice extends HTMLElement {
  connectedCallback() {
    const mine = this.querySelector("input[data-mine]");
    const area = this.querySelector("textarea");
    if (!mine || !area) return;
    area.hidden = false;
    area.previousElementSibling.hidden = true;
    area.addEventListener("input", () => {
      mine.value = area.value;
      mine.checked = true;
    });
  }
}

customElements.define("merge-choice", MergeChoice);
