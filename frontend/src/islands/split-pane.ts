/** <split-pane> shares its room between two children; the gutter is dragged, or moved with arrow keys. */
class SplitPane extends HTMLElement {
  connectedCallback(): void {
    const gutter = this.querySelector<HTMLElement>(":scope > [role=separator]");
    if (!gutter) return;
    const saved = Number(localStorage.getItem(this.#key));
    if (saved) this.#share(gutter, saved);
    gutter.addEventListener("pointerdown", (down) => this.#drag(gutter, down));
    gutter.addEventListener("dblclick", () => this.#share(gutter, this.#stacked ? 0.54 : 0.44));
    gutter.addEventListener("keydown", (event) => {
      const by = { ArrowLeft: -0.02, ArrowUp: -0.02, ArrowRight: 0.02, ArrowDown: 0.02 }[event.key];
      if (!by) return;
      event.preventDefault();
      this.#share(gutter, Number(gutter.getAttribute("aria-valuenow")) / 100 + by);
    });
  }

  get #key(): string {
    return `split:${this.id}`;
  }

  get #stacked(): boolean {
    return this.dataset.axis === "y";
  }

  #drag(gutter: HTMLElement, down: PointerEvent): void {
    gutter.setPointerCapture(down.pointerId);
    const box = this.getBoundingClientRect();
    const move = (event: PointerEvent) =>
      this.#share(
        gutter,
        this.#stacked ? (event.clientY - box.top) / box.height : (event.clientX - box.left) / box.width,
      );
    gutter.addEventListener("pointermove", move);
    gutter.addEventListener("lostpointercapture", () => gutter.removeEventListener("pointermove", move), {
      once: true,
    });
  }

  #share(gutter: HTMLElement, share: number): void {
    const kept = Math.min(0.8, Math.max(0.2, share));
    this.style.setProperty("--share", `${(kept * 100).toFixed(1)}%`);
    gutter.setAttribute("aria-valuenow", String(Math.round(kept * 100)));
    localStorage.setItem(this.#key, String(kept));
  }
}
customElements.define("split-pane", SplitPane);
