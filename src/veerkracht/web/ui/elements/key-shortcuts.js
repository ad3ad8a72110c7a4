// <key-shortcuts> around a dialog: `?` opens it, `/` searches, 1 to 9 is the main menu, [ and ] are the tabs of a case.
// Never while somebody types, never with another key held down; the box in the dialog turns them off in this browser.
const OFF = "vk-keys-off";

class KeyShortcuts extends HTMLElement {
  connectedCallback() {
    const box = this.querySelector("input[type=checkbox]");
    box.checked = localStorage.getItem(OFF) === null;
    box.addEventListener("change", () => {
      if (box.checked) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, "1");
    });
    this.press = (event) => this.pressed(event);
    document.addEventListener("keydown", this.press);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.press);
  }

  pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest("input, textarea, select, [contenteditable], dialog, [role=slider]")) return;
    const dialog = this.querySelector("dialog");
    if (event.key === "?") {
      event.preventDefault();
      dialog.showModal();
      return;
    }
    if (localStorage.getItem(OFF) !== null) return;
    const goal = this.goalOf(event.key);
    if (!goal) return;
    event.preventDefault();
    if (goal.matches("input")) goal.focus();
    else goal.click();
  }

  goalOf(key) {
    if (key === "/") return document.querySelector(".vk-header__search input, main input[type=search]");
    if (/^[1-9]$/.test(key)) return document.querySelectorAll(".vk-nav .vk-nav__link")[Number(key) - 1];
    if (key !== "[" && key !== "]") return null;
    const tabs = [...document.querySelectorAll(".vk-tabs a")];
    const here = tabs.findIndex((tab) => tab.hasAttribute("aria-current"));
    return here < 0 ? null : tabs[here + (key === "]" ? 1 : -1)];
  }
}

customElements.define("key-shortcuts", KeyShortcuts);

// <first-tour hidden data-role="…"> around an offer: shown until somebody went, or pressed it away, in this browser.
class FirstTour extends HTMLElement {
  connectedCallback() {
    const key = `vk-tour-${this.dataset.role}`;
    if (new URL(this.querySelector("a").href).pathname === location.pathname) localStorage.setItem(key, "1");
    if (localStorage.getItem(key) !== null) return;
    this.hidden = false;
    this.addEventListener("click", (event) => {
      const pressed = event.target.closest("a, button");
      if (!pressed) return;
      localStorage.setItem(key, "1");
      if (pressed.matches("button")) this.hidden = true;
    });
  }
}

customElements.define("first-tour", FirstTour);
