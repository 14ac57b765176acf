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
