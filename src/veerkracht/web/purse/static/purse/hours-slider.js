// <hours-slider> around a number field: adds a slider that says the same number. Without JavaScript the field stays.
class HoursSlider extends HTMLElement {
  connectedCallback() {
    if (this.slider) return;
    this.field = this.querySelector("input");
    this.slider = document.createElement("input");
    this.slider.type = "range";
    for (const name of ["min", "max", "step"]) this.slider[name] = this.dataset[name];
    this.slider.setAttribute("aria-label", this.querySelector("label").textContent);
    this.append(this.slider);
    this.follow();
    this.field.addEventListener("input", () => this.follow());
    this.slider.addEventListener("input", () => {
      this.field.value = this.slider.value.replace(".", ",");
      this.slider.setAttribute("aria-valuetext", this.field.value);
    });
    this.slider.addEventListener("change", (event) => {
      // One change, said by the field that travels with the form.
      event.stopPropagation();
      this.field.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }

  follow() {
    const value = Number(this.field.value.replace(",", "."));
    if (!Number.isNaN(value)) this.slider.value = value;
    this.slider.setAttribute("aria-valuetext", this.field.value);
  }
}

customElements.define("hours-slider", HoursSlider);
