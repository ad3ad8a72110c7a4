// htmx notes the address of the page in the storage of the tab. Somebody may use the same phone later, and an address
// may hold answers: it is forgotten at once, on every page.
const forget = () => {
  try {
    sessionStorage.removeItem("htmx-current-path-for-history");
  } catch {
    // The browser keeps nothing then, which is what we want.
  }
};

forget();
for (const moment of ["htmx:load", "htmx:replacedInHistory", "htmx:afterSettle"]) {
  document.addEventListener(moment, forget);
}
addEventListener("pagehide", forget);
