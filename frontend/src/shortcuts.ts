/** Keys that work all over the app, except while one types. The dialog behind `?` lists them. */
import { openSearch } from "./search";

const find = <E extends HTMLElement>(selector: string) => document.querySelector<E>(selector);

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      "textarea, select, input:not([type=radio], [type=checkbox]), [contenteditable=true], .excalidraw",
    ) !== null
  );
}

/** Move the focus among the rows one can see: links of a list, checks of a verdict. */
function step(by: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")].filter((row) => row.offsetParent !== null);
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function search(): void {
  const field = find<HTMLInputElement>("[data-search]");
  if (!field) return openSearch();
  field.focus();
  field.select();
}

function tab(number: number): void {
  document.querySelectorAll<HTMLElement>("[data-tab]")[number - 1]?.click();
}

/** The button that stops what is recorded; where nothing is, the first that one can see, to record. */
function recordButton(): HTMLElement | undefined {
  const buttons = [...document.querySelectorAll<HTMLElement>("[data-record]:not([hidden])")];
  return buttons.find((one) => one.hasAttribute("data-running")) ?? buttons.find((one) => one.offsetParent !== null);
}

/** The star of the row one is at, or on the page of a problem that of the problem. */
function starButton(): HTMLElement | null {
  const row = document.activeElement?.closest(".row");
  return row ? row.querySelector<HTMLElement>("[data-star]") : find(".tabs [data-star]");
}

const keys: Record<string, () => void> = {
  "?": () => find<HTMLDialogElement>("#keyboard-help")?.showModal(),
  "/": search,
  j: () => step(1),
  k: () => step(-1),
  p: () => location.assign("/problems"),
  s: () => (find("[data-start]") ?? starButton())?.click(),
  n: () => find("[data-skip]")?.click(),
  e: () => find("code-editor")?.focus(),
  r: () => (find("[data-again]:not([hidden])") ?? recordButton())?.click(),
  "1": () => tab(1),
  "2": () => tab(2),
  "3": () => tab(3),
  "4": () => tab(4),
  "5": () => tab(5),
};

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || find("dialog[open]")) return;
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
    find(event.shiftKey ? "[data-submit]" : "[data-run]")?.click();
    event.preventDefault();
    return;
  }
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
    openSearch();
    event.preventDefault();
    return;
  }
  const action = keys[event.key];
  if (!action || typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  action();
});

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-opens]")) {
  button.hidden = false;
  button.addEventListener("click", () => find<HTMLDialogElement>(`#${button.dataset.opens}`)?.showModal());
}
