import { clock } from "../clock";

const IDLE = 120_000; // milliseconds without a key or a move after which the clock rests

/**
 * <work-timer> counts the time really worked: it rests while the page is hidden, idle or paused. With `data-of`, the
 * seconds there are, it shows what is left of them, and never rests for idleness: one thinks, or speaks. With
 * `data-tireless` it rests only while it is paused, and with `data-waits` it is paused until one starts it. While it runs
 * it has `data-running`, and says when that changes by `sharpen:timer`.
 */
class WorkTimer extends HTMLElement {
  #paused = this.hasAttribute("data-waits");
  #last = Date.now();

  connectedCallback(): void {
    const field = document.querySelector<HTMLInputElement>("input[name=seconds]")!;
    const shown = this.querySelector("time")!;
    const button = this.querySelector("button")!;
    const of = this.dataset.of === undefined ? null : Number(this.dataset.of);
    const tireless = this.hasAttribute("data-tireless");
    this.hidden = false;
    for (const sign of ["keydown", "pointermove", "pointerdown", "wheel"]) {
      document.addEventListener(
        sign,
        () => {
          this.#last = Date.now();
        },
        { passive: true },
      );
    }
    button.addEventListener("click", () => {
      this.#paused = !this.#paused;
      button.setAttribute("aria-label", this.#paused ? "Go on with the timer" : "Pause the timer");
      this.toggleAttribute("data-paused", this.#paused);
      this.toggleAttribute("data-running", !this.#paused);
      this.dispatchEvent(new Event("sharpen:timer"));
    });
    this.toggleAttribute("data-running", !this.#paused);
    setInterval(() => {
      const idle = of === null && Date.now() - this.#last > IDLE;
      if (this.#paused || (!tireless && (document.hidden || idle))) return;
      field.value = String(Number(field.value) + 1);
      const worked = Number(field.value);
      shown.textContent = clock(of === null ? worked : Math.max(0, of - worked));
    }, 1000);
  }
}
customElements.define("work-timer", WorkTimer);
