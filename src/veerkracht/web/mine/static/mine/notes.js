// Notities: what is typed goes to the note itself, two seconds after the last key; nothing of it lies elsewhere.
for (const form of document.querySelectorAll("form[data-autosave]")) {
  let timer = 0;
  const save = async () => {
    if (!form.elements.words.value.trim()) return;
    const body = new FormData(form);
    body.set("autosave", "1");
    body.delete("once");
    const answer = await fetch(form.action, { method: "POST", body, keepalive: true }).catch(() => null);
    if (!answer?.headers.get("content-type")?.includes("json")) return;
    const { version, address } = await answer.json();
    form.elements.seen_version.value = version;
    form.action = address;
    form.querySelector("[data-saved]").hidden = false;
  };
  form.addEventListener("input", () => {
    form.querySelector("[data-saved]").hidden = true;
    clearTimeout(timer);
    timer = setTimeout(save, 2000);
  });
  form.addEventListener("submit", () => clearTimeout(timer));
}
