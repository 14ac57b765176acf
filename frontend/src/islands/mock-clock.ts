import { clock } from "../clock";

/**
 * <mock-clock> counts down the seconds in `data-left`, which the server had when it made the page, while it has
 * `data-running`. It goes by the clock of the machine, so that neither sleep nor a busy page holds it up. When they are
 * over, what has `data-time-up` is pressed, once sharpen answers: until then nothing may take the page away.
 */
const TICK = 250; // milliseconds
const RETRY = 3000;
const WARNED = [300, 60]; // seconds left at which it is said aloud

export class MockClock extends HTMLElement {
  #timer: ReturnType<typeof setInterval> | undefined;

  connectedCallback(): void {
    if (!this.hasAttribute("data-running")) return;
    const shown = this.querySelector("time")!;
    const ends = Date.now() + 1000 * Number(this.dataset.left);
    let before = Infinity;
    const tick = () => {
      const left = (ends - Date.now()) / 1000;
      shown.textContent = clock(Math.max(0, left));
      this.toggleAttribute("data-late", left <= WARNED[0]!);
      const warned = WARNED.find((at) => before > at && left <= at);
      if (warned && before !== Infinity) this.#say(`${warned / 60} minute${warned > 60 ? "s" : ""} left`);
      before = left;
      if (left > 0) return;
      clearInterval(this.#timer);
      void this.#over();
    };
    this.#timer = setInterval(tick, TICK);
    tick();
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
  }

  #say(words: string): void {
    if (this.hasAttribute("data-quiet")) return;
    let status = this.querySelector<HTMLElement>("[role=status]");
    if (!status) {
      status = document.createElement("span");
      status.className = "sr";
      status.setAttribute("role", "status");
      this.append(status);
    }
    status.textContent = words;
  }

  async #over(): Promise<void> {
    this.#say("The time is over");
    const button = document.querySelector<HTMLElement>("[data-time-up]");
    if (!button) return;
    try {
      const answer = await fetch(location.pathname, { method: "HEAD", cache: "no-store" });
      if (answer.status >= 500) throw new Error(String(answer.status));
    } catch {
      setTimeout(() => void this.#over(), RETRY);
      return;
    }
    button.click();
  }
}
customElements.define("mock-clock", MockClock);
