const IDLE = 120_000; // milliseconds without a key or a move after which the clock rests

function clock(seconds: number): string {
  const pad = (part: number) => String(part).padStart(2, "0");
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3600),
    Math.floor((seconds % 3600) / 60),
    Math.floor(seconds % 60),
  ];
  return hours ? `${hours}:${pad(minutes)}:${pad(rest)}` : `${minutes}:${pad(rest)}`;
}

/** <work-timer> counts the time really worked: it rests while the page is hidden, idle or paused. */
class WorkTimer extends HTMLElement {
  #paused = false;
  #last = Date.now();

  connectedCallback(): void {
    const field = document.querySelector<HTMLInputElement>("input[name=seconds]")!;
    const shown = this.querySelector("time")!;
    const button = this.querySelector("button")!;
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
    });
    setInterval(() => {
      if (this.#paused || document.hidden || Date.now() - this.#last > IDLE) return;
      field.value = String(Number(field.value) + 1);
      shown.textContent = clock(Number(field.value));
    }, 1000);
  }
}
customElements.define("work-timer", WorkTimer);
