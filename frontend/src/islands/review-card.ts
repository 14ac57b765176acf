const IDLE = 60_000; // milliseconds without a key or a move after which the clock rests
const TICK = 250;
const CLOCK = "review:clock";

let moved = Date.now();

/** <review-card> takes the focus when it arrives, and counts the time it is really looked at. */
export class ReviewCard extends HTMLElement {
  arrived = 0; // when it was put into the page
  #timer: ReturnType<typeof setInterval> | undefined;
  #last = Date.now();

  connectedCallback(): void {
    this.tabIndex = -1;
    const field = this.querySelector<HTMLInputElement>("#typed");
    (field ?? this).focus({ preventScroll: true });
    field?.select();
    scrollTo({ top: 0 });
    this.#showResult();
    this.arrived = this.#last = Date.now();
    this.#timer = setInterval(() => this.count(), TICK);
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
  }

  /** Scroll to the result of the answer, with the end of the question above it. */
  #showResult(): void {
    const top = this.querySelector("[data-result]")?.getBoundingClientRect().top ?? 0;
    if (top > innerHeight * 0.6) scrollTo({ top: top - innerHeight * 0.3 });
  }

  /** The clock outlives the page, so that a reload or a restart of the server does not set it back. */
  count(): void {
    const now = Date.now();
    const seconds = document.hidden || now - moved > IDLE ? 0 : (now - this.#last) / 1000;
    this.#last = now;
    const [key, before] = JSON.parse(sessionStorage.getItem(CLOCK) ?? '["", 0]') as [string, number];
    const total = (key === this.dataset.key ? before : 0) + seconds;
    sessionStorage.setItem(CLOCK, JSON.stringify([this.dataset.key, total]));
    this.querySelector<HTMLInputElement>("[name=seconds]")!.value = total.toFixed(1);
  }
}

for (const sign of ["keydown", "pointermove", "pointerdown", "wheel"]) {
  document.addEventListener(
    sign,
    () => {
      moved = Date.now();
    },
    { passive: true, capture: true },
  );
}
customElements.define("review-card", ReviewCard);
