// Sluit, and Shift three times: the screen is blank first, then the log-in ends and the history entry is replaced.
// Without this file the same form posts and the server does the rest.
const exit = document.querySelector("form[data-exit]");

function leave(event) {
  event?.preventDefault();
  document.documentElement.replaceChildren();
  fetch(exit.action, { method: "POST", body: new FormData(exit), keepalive: true, redirect: "manual" }).catch(() => null);
  location.replace(exit.dataset.exit);
}

let shifts = [];

function countShifts(event) {
  shifts = event.key === "Shift" ? [...shifts, event.timeStamp] : [];
  shifts = shifts.filter((moment) => event.timeStamp - moment < 2000);
  if (shifts.length === 3) leave();
}

if (exit) {
  exit.addEventListener("submit", leave);
  addEventListener("keyup", countShifts);
  // Back from the page of vegetables: what the browser kept of this page is asked for again, and the log-in is gone.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    document.documentElement.hidden = true;
    location.reload();
  });
}
