// <open-dialog data-for="id"> around a link: opens the dialog instead of following the link.
class OpenDialog extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      const dialog = document.getElementById(this.dataset.for);
      if (!dialog || !event.target.closest("a, button")) return;
      event.preventDefault();
      dialog.showModal();
    });
  }
}

customElements.define("open-dialog", OpenDialog);
