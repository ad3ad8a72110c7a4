// htmx notes the address of the page in the storage of the tab; on this page that address holds answers.
const forget = () => sessionStorage.removeItem("htmx-current-path-for-history");

forget();
for (const moment of ["htmx:replacedInHistory", "htmx:afterSettle"]) document.addEventListener(moment, forget);
