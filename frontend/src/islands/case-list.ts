/** <case-list> lets one add and remove cases; each is a textarea that grows with its text. */
class CaseList extends HTMLElement {
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

  #add(): void {
    const cases = this.querySelectorAll<HTMLElement>(".case");
    const last = cases[cases.length - 1];
    if (!last) return;
    const fresh = last.cloneNode(true) as HTMLElement;
    fresh.querySelector(".result")?.remove();
    const field = fresh.querySelector("textarea")!;
    field.value = "";
    field.rows = 1;
    last.after(fresh);
    this.#number();
    field.focus();
  }

  /** The last case is emptied rather than taken away, so that there is always a place to type. */
  #remove(removed: HTMLElement): void {
    if (this.querySelectorAll(".case").length > 1) removed.remove();
    else {
      removed.querySelector(".result")?.remove();
      removed.querySelector("textarea")!.value = "";
    }
    this.#number();
    this.querySelector("textarea")?.focus();
    this.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #number(): void {
    this.querySelectorAll(".case").forEach((one, index) => {
      const field = one.querySelector("textarea")!;
      field.id = `case-${index + 1}`;
      field.setAttribute("aria-label", `Case ${index + 1}`);
      one.querySelector("[data-remove]")?.setAttribute("aria-label", `Remove case ${index + 1}`);
    });
  }
}
customElements.define("case-list", CaseList);
