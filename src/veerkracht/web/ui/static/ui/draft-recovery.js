// What is typed in a form with data-guard is on the server within three seconds, and offered again when the form is
// opened later: after a time-out, a reload, an empty battery. Without a network the form waits in the page.
const PAUSE = 2000;
const address = document.body.dataset.unsavedText;

function textFields(form) {
  return [...form.querySelectorAll("textarea, input[type=text], input:not([type])")].filter((field) => field.name);
}

function textsOf(form) {
  return Object.fromEntries(textFields(form).map((field) => [field.name, field.value]));
}

function ask(form, what, fields) {
  const body = new FormData();
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  body.set("address", new URL(form.action, location.href).pathname);
  body.set("what", what);
  if (fields) body.set("fields", JSON.stringify(fields));
  return fetch(address, { method: "POST", body, keepalive: what !== "find" && JSON.stringify(fields ?? "").length < 50000 });
}

function copyOf(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}

async function offer(form) {
  const answer = await ask(form, "find").catch(() => null);
  if (answer?.status !== 200 || answer.redirected) return;
  const waiting = await answer.json().catch(() => null);
  if (!waiting || !form.isConnected) return; // she left meanwhile
  const { fields, at } = waiting;
  const different = textFields(form).filter((field) => field.name in fields && field.value !== fields[field.name]);
  if (!different.length) return;
  const note = copyOf("unsaved-text");
  note.querySelector("[data-at]").textContent = at;
  note.querySelector("[data-put-back]").addEventListener("click", () => {
    for (const field of different) {
      field.value = fields[field.name];
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    note.remove();
    different[0].focus();
  });
  note.querySelector("[data-drop]").addEventListener("click", () => {
    ask(form, "drop");
    note.remove();
  });
  form.prepend(note);
}

function recover(form) {
  let timer = 0;
  let safe = null;
  let sending = false;
  const save = async () => {
    if (sending) return;
    const answer = await ask(form, "save", textsOf(form)).catch(() => null);
    if (answer?.status !== 204 || sending) return;
    safe ??= form.appendChild(copyOf("typed-safe"));
  };
  form.addEventListener("input", (event) => {
    if (!event.target.matches("textarea, input[type=text], input:not([type])")) return;
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    if (navigator.onLine) {
      sending = true;
      clearTimeout(timer);
      return;
    }
    event.preventDefault();
    const note = form.appendChild(copyOf("no-network"));
    note.focus();
    addEventListener("online", () => (note.remove(), form.requestSubmit(event.submitter)), { once: true });
  });
  addEventListener("pagehide", () => (timer && !sending ? save() : undefined));
  offer(form);
}

if (address) {
  for (const form of document.querySelectorAll("form[method=post][data-guard]")) {
    if (form.elements.csrfmiddlewaretoken && textFields(form).length) recover(form);
  }
}
