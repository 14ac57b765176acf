/** <trial-list> lets one add and remove trials; each is a textarea that grows with its text. */
export class TrialList extends HTMLElement {
  connectedCallback(): void {
    for (const button of this.querySelectorAll<HTMLButtonElement>("[data-add], [data-remove]")) button.hidden = false;
    this.addEventListener("click", (event) => {
      const button = (event.target as Element).closest("button");
      if (button?.matches("[data-add]")) this.#add();
      if (button?.matches("[data-remove]")) this.#remove(button.closest<HTMLElement>(".trial")!);
    });
    this.addEventListener("input", (event) => {
      const field = event.target;
      if (field instanceof HTMLTextAreaElement) field.rows = field.value.split("\n").length;
    });
  }

  get #trials(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(":scope > .trial")];
  }

  /** Replace all trials, as far as they differ. */
  set value(texts: string[]) {
    while (this.#trials.length > Math.max(1, texts.length)) this.#trials.at(-1)!.remove();
    while (this.#trials.length < texts.length) this.#append();
    this.#trials.forEach((one, index) => {
      if (one.querySelector("textarea")!.value !== (texts[index] ?? "")) this.#fill(one, texts[index] ?? "");
    });
    this.#number();
  }

  /** Put a text among the trials: one that is there already stays the only one, and an empty one is filled first. */
  add(text: string): void {
    const texts = this.#trials.map((one) => one.querySelector("textarea")!.value).filter((one) => one.trim());
    if (!texts.includes(text)) texts.push(text);
    this.value = texts;
    this.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #append(): HTMLElement {
    const last = this.#trials.at(-1)!;
    const fresh = last.cloneNode(true) as HTMLElement;
    this.#fill(fresh, "");
    last.after(fresh);
    return fresh;
  }

  #fill(one: HTMLElement, text: string): void {
    one.querySelector(".result")?.remove();
    const field = one.querySelector("textarea")!;
    field.value = text;
    field.rows = text.split("\n").length;
  }

  #add(): void {
    const fresh = this.#append();
    this.#number();
    fresh.querySelector("textarea")!.focus();
  }

  /** The last trial is emptied rather than taken away, so that there is always a place to type. */
  #remove(removed: HTMLElement): void {
    if (this.#trials.length > 1) removed.remove();
    else this.#fill(removed, "");
    this.#number();
    this.querySelector("textarea")?.focus();
    this.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #number(): void {
    this.#trials.forEach((one, index) => {
      const field = one.querySelector("textarea")!;
      field.id = `trial-${index + 1}`;
      field.setAttribute("aria-label", `Trial ${index + 1}`);
      one.querySelector("[data-remove]")?.setAttribute("aria-label", `Remove trial ${index + 1}`);
    });
  }
}
customElements.define("trial-list", TrialList);
