/** All cards by keyboard: each key presses a button of the card that is opened, and opens the one in focus first. */
export {};
const find = <E extends HTMLElement>(selector: string) => document.querySelector<E>(selector);
const rows = () => [...document.querySelectorAll<HTMLElement>(".cards-table [data-row]")];

let meant = ""; // the key whose button is to be pressed once the card in focus is opened
let place = -1; // the place of the row in focus, for when it leaves the list
let waiting = false; // a list is on the way: until it is here, no other key does anything

function focused(): HTMLElement | undefined {
  return rows().find((row) => row === document.activeElement);
}

function press(key: string): boolean {
  const button = find(`.opened [data-key-for="${key}"]`);
  if (!button) return false;
  waiting = !(button instanceof HTMLAnchorElement);
  button.click();
  return true;
}

function act(key: string): boolean {
  const row = focused();
  if (row && !row.closest("[data-opened]")) {
    meant = key;
    waiting = true;
    row.click();
    return true;
  }
  return press(key);
}

function close(): boolean {
  const link = find("[data-close]");
  const row = find(".cards-table [data-opened] [data-row]");
  link?.click();
  row?.focus();
  return link !== null;
}

function handled(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  if (event.key === "Escape") return close();
  if (target.matches("textarea, select, input:not([type=radio], [type=checkbox])")) return false;
  if ("sbe".includes(event.key)) return waiting || act(event.key);
  if (event.key === "u") {
    const undo = find("[data-undo]");
    if (!waiting && undo) undo.click();
    return undo !== null;
  }
  if (event.key === "n") find("[data-new]")?.click();
  else return false;
  return true;
}

document.addEventListener(
  "keydown",
  (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
    if (event.key.length > 1 && event.key !== "Escape") return;
    if (find("dialog[open]") || !handled(event)) return;
    event.preventDefault();
    event.stopPropagation();
  },
  true,
);

document.addEventListener("focusin", () => {
  const row = focused();
  if (row) place = rows().indexOf(row);
});
document.addEventListener("htmx:after:swap", () => {
  waiting = false;
  const key = meant;
  meant = "";
  if (key) press(key);
  else if (document.activeElement === document.body && place >= 0) rows()[Math.min(place, rows().length - 1)]?.focus();
});
document.addEventListener("htmx:error", () => {
  waiting = false;
  meant = "";
});
