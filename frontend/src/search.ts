/** The dialog that finds anything, over every page: arrows go through what was found, Enter opens the best. */
const dialog = document.querySelector<HTMLDialogElement>("#search-dialog")!;
const field = dialog.querySelector<HTMLInputElement>("input")!;

export function openSearch(): void {
  if (!dialog.open) dialog.showModal();
  field.focus();
  field.select();
}

/** Close it, and leave no focus in what cannot be seen: the next key would be taken for text. */
function close(): void {
  dialog.close();
  const at = document.activeElement as HTMLElement | null;
  if (dialog.contains(at)) at?.blur();
}

const rows = () => [...dialog.querySelectorAll<HTMLElement>("[data-row]")];

dialog.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const at = rows().indexOf(document.activeElement as HTMLElement);
  if (event.key === "Escape") {
    event.preventDefault(); // else the browser only empties the field
    close();
  } else if (by) {
    event.preventDefault();
    (rows()[at + by] ?? (by < 0 ? field : undefined))?.focus();
  } else if (event.key === "Enter" && event.target === field) {
    const best = rows()[0];
    if (!best) return; // nothing is here yet: the page of the search finds it
    event.preventDefault();
    best.click();
  }
});
dialog.addEventListener("click", (event) => {
  if (event.target === dialog) close();
});
for (const link of document.querySelectorAll<HTMLElement>("[data-opens-search]")) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openSearch();
  });
}
