// Small courtesies for the whole page: menus close by Escape or a click elsewhere, mistakes get the focus.
const OPEN_MENUS = ".vk-menu[open], .vk-bar details[open]";

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll(OPEN_MENUS)) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll(OPEN_MENUS)) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

const focusMistakes = (root) => root.querySelector("[data-focus]")?.focus();
focusMistakes(document);
document.addEventListener("htmx:afterSwap", (event) => focusMistakes(event.target));
