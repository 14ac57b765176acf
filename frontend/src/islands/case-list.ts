/** <case-list> lets one add and remove cases; each is a textarea that grows with its text. */
export class CaseList extends HTMLElement {
  connectedCallback(): void {
    for (const button of this.querySelectorAll<HTMLButtonElement>("[data-add], [data-remove]")) button.hidden = false;
    this.addEventListener("click", (event) => {
      const button = (event.target as Element).closest("button");
      if (button?.matches("[data-add]")) this.#add();
      if (button?.matches("[data-remove]")) this.#remove(button.closest<HTMLElement>(".case")!);
    });
    this.addEventListener("input", (event) => {
      const field = event.target;
      if (field instanceof HTMLTextAreaElement) field.rows = field.value.split("\n").length;
    });
  }

  get #cases(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(".case")];
  }

  /** Replace all cases, as far as they differ. */
  set value(texts: string[]) {
    while (this.#cases.length > Math.max(1, texts.length)) this.#cases.at(-1)!.remove();
    while (this.#cases.length < texts.length) this.#append();
    this.#cases.forEach((one, index) => {
      if (one.querySelector("textarea")!.value !== (texts[index] ?? "")) this.#fill(one, texts[index] ?? "");
    });
    this.#number();
  }

  #append(): HTMLElement {
    const last = this.#cases.at(-1)!;
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

  /** The last case is emptied rather than taken away, so that there is always a place to type. */
  #remove(removed: HTMLElement): void {
    if (this.#cases.length > 1) removed.remove();
    else this.#fill(removed, "");
    this.#number();
    this.querySelector("textarea")?.focus();
    this.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #number(): void {
    this.#cases.forEach((one, index) => {
      const field = one.querySelector("textarea")!;
      field.id = `case-${index + 1}`;
      field.setAttribute("aria-label", `Case ${index + 1}`);
      one.querySelector("[data-remove]")?.setAttribute("aria-label", `Remove case ${index + 1}`);
    });
  }
}
customElements.define("case-list", CaseList);
