/** Stories: keys of the bank and of a story, a question is drawn, and a telling is timed. */
import "./islands/work-timer";
import { put } from "./draft-copies";

const find = <E extends HTMLElement>(selector: string) => document.querySelector<E>(selector);
const telling = find<HTMLFormElement>("form#telling");
const seconds = find<HTMLInputElement>("form#telling input[name=seconds]");
const kept = `${telling?.dataset.passages}:time`;
const timer = find("work-timer");
let known = seconds?.value; // the time that the server knows of

const select = find<HTMLSelectElement>("select[data-draw]");
const another = find<HTMLButtonElement>("[data-another]");

/** Another question that the story fits; each comes once before one comes again. */
let drawn: string[] = [];
function draw(): void {
  const fits = [...select!.querySelectorAll<HTMLOptionElement>("option[data-fits]")].map((one) => one.value);
  drawn = [...new Set([...drawn, select!.value])].filter((one) => fits.includes(one));
  if (drawn.length >= fits.length) drawn = [select!.value];
  const left = fits.filter((one) => !drawn.includes(one));
  if (left.length) select!.value = left[Math.floor(Math.random() * left.length)]!;
  select!.dispatchEvent(new Event("change"));
}

if (another && select && select.querySelectorAll("option[data-fits]").length > 1) {
  another.hidden = false;
  another.addEventListener("click", draw);
}

/** Tell the server the time, as the page may go away. */
function leave(): void {
  if (!telling || known === seconds!.value) return;
  known = seconds!.value;
  put(sessionStorage, kept, known); // a reload may be answered before that arrives
  navigator.sendBeacon(`${telling.getAttribute("action")}/time`, new URLSearchParams({ seconds: known }));
}

function show(): void {
  const target = Number(telling!.dataset.target);
  const running = timer!.hasAttribute("data-running");
  telling!.toggleAttribute("data-over", Number(seconds!.value) > target);
  find("[data-word]")!.textContent = running ? "Stop" : Number(seconds!.value) ? "Go on" : "Start";
}

if (telling) {
  const back = Number(sessionStorage.getItem(kept)?.replaceAll('"', "") ?? 0);
  if (back > Number(seconds!.value)) seconds!.value = String(back);
  timer!.addEventListener("sharpen:timer", () => {
    show();
    if (!timer!.hasAttribute("data-running")) leave();
  });
  // The clock starts with the recording, so that one need not press twice.
  document.addEventListener("sharpen:recording", () => {
    if (!timer!.hasAttribute("data-running")) find("[data-timer]")!.click();
  });
  setInterval(show, 1000);
  setInterval(leave, 5000);
  addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => void (document.hidden && leave()));
  show();
}

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("textarea, select, input:not([type=checkbox])") !== null;
}

const keys: Record<string, (() => void) | undefined> = {
  d: another && !another.hidden ? draw : undefined,
  n: () => find("[data-new], textarea[name=note]")?.focus(),
  r: find("[data-rehearse]") ? () => find("[data-rehearse]")!.click() : undefined,
  s: find("[data-story]") ? () => find("[data-story] summary")!.click() : undefined,
  t: timer ? () => find("[data-timer]")!.click() : undefined,
  u: find("[data-undo]") ? () => find("[data-undo]")!.click() : undefined,
};

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing(event.target) || find("dialog[open]")) return;
  const action = keys[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});
