// <passkey-button [data-options]>: a form whose hidden field `credential` the browser's passkey fills in.
// With data-options it makes a passkey; without, it asks the server what to sign and logs in. Without WebAuthn the
// element stays hidden on the log-in page, and the form for making one says what is wrong.
const toBytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

class PasskeyButton extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.sorry = this.querySelector("[data-sorry]");
    if (window.PublicKeyCredential) this.hidden = false;
    this.form.addEventListener("submit", (event) => {
      if (this.form.elements.credential.value) return;
      event.preventDefault();
      this.ask();
    });
  }

  async ask() {
    this.sorry.hidden = true;
    try {
      const made = this.dataset.options ? await this.make(JSON.parse(this.dataset.options)) : await this.sign();
      this.form.elements.credential.value = JSON.stringify(made);
      this.form.requestSubmit();
    } catch {
      this.sorry.hidden = false;
    }
  }

  async make(options) {
    options.challenge = toBytes(options.challenge);
    options.user.id = toBytes(options.user.id);
    for (const known of options.excludeCredentials || []) known.id = toBytes(known.id);
    const key = await navigator.credentials.create({ publicKey: options });
    const transports = key.response.getTransports ? key.response.getTransports() : [];
    return this.named(key, { attestationObject: toText(key.response.attestationObject), transports });
  }

  async sign() {
    const body = new FormData(this.form);
    body.delete("credential");
    const answer = await fetch(this.form.action, { method: "POST", body: new URLSearchParams(body) });
    if (!answer.ok) throw new Error("no options");
    const options = await answer.json();
    options.challenge = toBytes(options.challenge);
    const key = await navigator.credentials.get({ publicKey: options });
    const { authenticatorData, signature, userHandle } = key.response;
    return this.named(key, {
      authenticatorData: toText(authenticatorData),
      signature: toText(signature),
      userHandle: userHandle && toText(userHandle),
    });
  }

  named(key, response) {
    response.clientDataJSON = toText(key.response.clientDataJSON);
    return { id: key.id, rawId: toText(key.rawId), type: key.type, response, clientExtensionResults: {} };
  }
}

customElements.define("passkey-button", PasskeyButton);
