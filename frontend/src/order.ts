/** Building the order of a card: the field of each step holds its place. */
export const steps = () => [...document.querySelectorAll<HTMLSelectElement>("[data-step] select")];
export const placed = () => steps().filter((step) => step.value).length;

/** Give a step the next place; the last one left gets the last place. A step that has a place keeps it. */
export function place(step: HTMLSelectElement): void {
  const count = placed();
  if (step.value) return;
  step.value = String(count + 1);
  const left = steps().filter((other) => !other.value);
  if (left.length === 1) left[0]!.value = String(count + 2);
}

/** A step was moved to the place of another, which takes the one that became free. */
export function makeRoom(step: HTMLSelectElement): void {
  const other = steps().find((one) => one !== step && one.value !== "" && one.value === step.value);
  if (!other) return;
  const taken = new Set(steps().map((one) => one.value));
  other.value =
    steps()
      .map((_, index) => String(index + 1))
      .find((number) => !taken.has(number)) ?? "";
}

export function takeBack(): void {
  const all = steps();
  const latest = all.find((step) => step.value === String(placed()));
  if (!latest) return;
  const wasLast = latest.value === String(all.length);
  latest.value = "";
  if (wasLast) takeBack(); // it got its place without being chosen
}

const rows = () => [...document.querySelectorAll<HTMLElement>("[data-step]")];
const START = 5; // pixels after which a press becomes a drag
let dropped = 0; // when a step was last dropped: the click that follows is none

/** The rows as they are seen: a row that was dragged keeps its place in the form, where its letter is. */
function seen(): HTMLElement[] {
  return rows().sort((a, b) => Number(a.dataset.at ?? 0) - Number(b.dataset.at ?? 0));
}

/** Whether a click is only the end of a drag. */
export const isDrop = () => Date.now() - dropped < 50;

/** Drag a step to its place: when it is let go, all steps have the places in which they are seen. */
function drag(row: HTMLElement, down: PointerEvent): void {
  let last = down.clientY;
  let begun = false;
  const move = (event: PointerEvent) => {
    if (!begun && Math.abs(event.clientY - down.clientY) < START) return;
    if (!begun) row.setPointerCapture(down.pointerId);
    begun = true;
    row.dataset.dragged = "";
    const order = seen();
    const at = order.indexOf(row);
    const by = event.clientY > last ? 1 : -1;
    last = event.clientY;
    const other = order[at + by];
    const box = other?.getBoundingClientRect();
    if (!other || !box) return;
    const passed = by > 0 ? event.clientY > box.top + box.height / 2 : event.clientY < box.top + box.height / 2;
    if (!passed) return;
    [order[at], order[at + by]] = [other, row];
    order.forEach((one, index) => (one.dataset.at = String(index + 1)));
  };
  const stop = () => {
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", stop);
    removeEventListener("pointercancel", stop);
    delete row.dataset.dragged;
    if (!begun) return;
    dropped = Date.now();
    seen().forEach((one, index) => (one.querySelector("select")!.value = String(index + 1)));
  };
  addEventListener("pointermove", move);
  addEventListener("pointerup", stop);
  addEventListener("pointercancel", stop);
}

document.addEventListener("pointerdown", (event) => {
  const target = event.target as HTMLElement;
  const row = target.closest<HTMLElement>("[data-step]");
  if (!row || event.button || target.closest("select, a")) return;
  if (event.pointerType !== "mouse" && !target.closest(".grip")) return; // else one could not scroll there
  if (!row.dataset.at) rows().forEach((one, index) => (one.dataset.at = String(index + 1)));
  drag(row, event);
});
