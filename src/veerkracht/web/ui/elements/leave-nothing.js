// Somebody may use the same phone later: what htmx remembers of the page that was open goes when the page goes.
addEventListener("pagehide", () => {
  try {
    sessionStorage.clear();
  } catch {
    // The browser keeps nothing then, which is what we want.
  }
});
