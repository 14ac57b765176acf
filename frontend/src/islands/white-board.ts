import type { Board, Picture } from "../board";

const WAIT = 400;
const TYPES = { svg: "SVG", png: "PNG" } as const;

/**
 * <white-board data-style="the address of board.css"> keeps its scene, as JSON text, in the hidden
 * <textarea name="board"> inside it, with an `input` event when it changes; with a scene in a <script> instead it is
 * only looked at. What stands in
 * [data-instead] is for readers without JavaScript, and is hidden once there is a board; the board itself
 * is half a megabyte and is fetched when the element first comes into view.
 */
export class WhiteBoard extends HTMLElement {
  #board: Board | undefined;
  #seen: IntersectionObserver | undefined;
  #timer = 0;
  #gone = new AbortController();

  get #field(): HTMLTextAreaElement | HTMLScriptElement {
    return this.querySelector("textarea[name=board], script[type='application/json']")!;
  }

  get #instead(): HTMLElement | null {
    return this.querySelector("[data-instead]");
  }

  connectedCallback(): void {
    this.#gone = new AbortController();
    this.#seen = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      this.#seen?.disconnect();
      void this.#open();
    });
    this.#seen.observe(this);
  }

  disconnectedCallback(): void {
    this.#keep();
    this.#gone.abort();
    this.#seen?.disconnect();
    this.#board?.close();
    this.#board = undefined;
    this.querySelectorAll("[data-board]").forEach((made) => made.remove());
  }

  async #open(): Promise<void> {
    try {
      const [{ openBoard }] = await Promise.all([import("../board"), this.#styled()]);
      if (!this.isConnected || this.#board) return;
      const sheet = Object.assign(document.createElement("div"), { className: "board-sheet" });
      sheet.dataset.board = "";
      sheet.role = "group";
      sheet.ariaLabel = "Whiteboard";
      this.prepend(sheet);
      const kept = this.#field instanceof HTMLTextAreaElement;
      this.#board = openBoard(sheet, this.#scene(), kept ? () => this.#changed() : undefined);
      await this.#board.ready;
    } catch {
      this.#failed();
      return;
    }
    this.append(this.#exports());
    this.#watch();
    const text = this.#instead?.querySelector("textarea")?.value.trim();
    if (this.#instead && !text) this.#instead.hidden = true;
    this.dataset.ready = "true";
  }

  /** The board's own style sheet, which no other page needs. */
  #styled(): Promise<void> {
    const href = this.dataset.style ?? "";
    if (document.querySelector(`link[href="${CSS.escape(href)}"]`)) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
      link.addEventListener("load", () => resolve());
      link.addEventListener("error", reject);
      document.head.append(link);
    });
  }

  #scene(): unknown {
    const field = this.#field;
    const text = field instanceof HTMLTextAreaElement ? field.value : (field.textContent ?? "");
    return text.trim() ? JSON.parse(text) : null;
  }

  #failed(): void {
    this.#board?.close();
    this.#board = undefined;
    this.querySelectorAll("[data-board]").forEach((made) => made.remove());
    const why = this.#instead?.querySelector("[data-why]");
    if (why)
      why.textContent = "The whiteboard could not be opened. Describe your sketch in words here; reload to try again.";
    this.dataset.ready = "false";
  }

  #watch(): void {
    const { signal } = this.#gone;
    // Before the listeners of the page, so that what it saves then has everything.
    addEventListener("pagehide", () => this.#keep(), { signal, capture: true });
    document.addEventListener("visibilitychange", () => document.hidden && this.#keep(), { signal, capture: true });
    this.addEventListener("keydown", (event) => this.#leave(event), { signal, capture: true });
  }

  #changed(): void {
    this.#timer ||= window.setTimeout(() => this.#keep(), WAIT);
  }

  /** Write the scene into the form's field now, if it changed. */
  #keep(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    const field = this.#field;
    const text = this.#board?.changed();
    if (text === undefined || !(field instanceof HTMLTextAreaElement)) return;
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** Escape with nothing left to cancel leaves the board for the buttons after it. */
  #leave(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.isComposing || !this.#board?.escape()) return;
    event.stopPropagation();
    this.querySelector<HTMLElement>("[data-export]")?.focus();
  }

  #exports(): HTMLElement {
    const row = Object.assign(document.createElement("p"), { className: "board-exports" });
    row.dataset.board = "";
    for (const [type, name] of Object.entries(TYPES)) {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "button", textContent: `Export ${name}` });
      button.dataset.export = type;
      button.addEventListener("click", () => void this.#download(type as Picture));
      row.append(button);
    }
    const hint = document.createElement("span");
    hint.textContent = "Escape leaves the board.";
    row.append(hint);
    return row;
  }

  async #download(type: Picture): Promise<void> {
    const picture = await this.#board!.picture(type);
    const link = document.createElement("a");
    Object.assign(link, { href: URL.createObjectURL(picture), download: `whiteboard.${type}` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
}
customElements.define("white-board", WhiteBoard);
