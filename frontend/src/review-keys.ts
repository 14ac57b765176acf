/**
 * A session of review by keyboard. Every key presses a button that is on the page, or fills in a
 * field of its form: without this script the page is the same, only slower.
 */
import type { ReviewCard } from "./islands/review-card";
import "./islands/review-card";
import { isDrop, makeRoom, place, placed, steps, takeBack } from "./order";

const find = <E extends HTMLElement>(selector: string) => document.querySelector<E>(selector);
const ASIDE = 1000; // milliseconds after suspend or bury in which a plain letter does neither: it belongs to a word
const ECHO = 300; // milliseconds after a card arrives in which a repeat of the key that brought it is ignored

let pressed = false; // a button was pressed and its page is on the way: until it is here, no other button works
let early: HTMLElement | undefined; // a button of the new card, pressed before the page was ready for it
let undos = 0; // how often undo was pressed while a page was on the way
let last = { key: "", at: 0 }; // the latest key pressed
let aside = 0; // when a key last suspended or buried

const card = () => find<ReviewCard>("review-card");
const picks = () => [...document.querySelectorAll<HTMLInputElement>("[data-pick]")];

/** Choose the option or the step at a place; returns whether there is one. */
function pick(index: number): boolean {
  const option = picks()[index];
  const step = steps()[index];
  option?.click();
  if (step) place(step);
  return Boolean(option ?? step);
}

/** Space and Enter: check what is filled in; space shows the answer to an empty card. */
function next(reveals: boolean): void {
  const rating = find("[data-next]");
  const all = steps();
  const filled = all.length ? placed() === all.length : picks().some((option) => option.checked);
  if (rating) rating.click();
  else if (filled || find("[data-ready]")) find("[data-check]")?.click();
  else if (reveals && !placed()) find("[data-reveal]")?.click();
}

function openNote(): void {
  const note = find<HTMLDetailsElement>("[data-note]");
  if (!note) return;
  note.open = true;
  note.querySelector("textarea")!.focus();
}

function openHelp(): void {
  find<HTMLDialogElement>("#keyboard-help")?.showModal();
}

function act(letter: string): boolean {
  if (letter === "e") openNote();
  else if (letter === "u" && pressed) undos += 1;
  else find(`[data-key-for="${letter}"]`)?.click();
  return true;
}

/** Keys while a number is typed: a letter is text, as in "5 bits". In an empty field undo acts, and the rest with Shift. */
function inNumber(field: HTMLInputElement, event: KeyboardEvent): boolean {
  const key = event.key;
  const empty = !field.value.trim();
  if (key === "Enter") find(empty ? "[data-reveal]" : "[data-check]")?.click();
  else if (key === " " && empty) find("[data-reveal]")?.click();
  else if (key === "?") openHelp();
  else if (empty && (key === "u" || (event.shiftKey && "USBE".includes(key)))) return act(key.toLowerCase());
  else return false;
  return true;
}

function inNote(note: HTMLElement, event: KeyboardEvent): boolean {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) find("#keep-note")?.click();
  else if (event.key === "Escape") {
    note.closest("details")!.open = false;
    card()?.focus();
  } else return false;
  return true;
}

/** Do what the key stands for; returns whether it stands for anything here. */
function handled(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  const key = event.key;
  if (target.matches("textarea")) return inNote(target, event);
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (target instanceof HTMLInputElement && target.id === "typed") return inNumber(target, event);
  if (target.matches("select")) return false;
  if (key === " " || key === "Enter") {
    if (target.closest("button, a, summary") || (key === " " && target.matches("input"))) return false;
    next(key === " ");
    return true;
  }
  if (key === "Backspace") {
    takeBack();
    return true;
  }
  if (/^[1-9]$/.test(key)) {
    const rating = find(`[data-rating="${key}"]`);
    if (rating) rating.click();
    else if (!card()?.hasAttribute("data-answered")) pick(Number(key) - 1);
    return true;
  }
  if (!/^[a-z]$/i.test(key)) return false;
  const letter = key.toLowerCase();
  if (!event.shiftKey && pick(letter.charCodeAt(0) - 97)) return true;
  if ("sb".includes(letter)) {
    if (!event.shiftKey && Date.now() - aside < ASIDE) return true;
    aside = Date.now();
  }
  act(letter);
  return true; // nor does a letter leave the session
}

/**
 * Whether a key was meant for the card before: it is held down, or was pressed twice in haste.
 * Undo may be pressed as fast as one likes, and so may anything that is typed.
 */
function echoes(event: KeyboardEvent): boolean {
  const before = last;
  if (!event.repeat) last = { key: event.key, at: Date.now() };
  if (event.ctrlKey || event.metaKey || event.altKey || (event.target as HTMLElement).matches("textarea, select"))
    return false;
  if (event.key.length > 1 && event.key !== "Enter") return false;
  const arrived = card()?.arrived ?? 0;
  const older = before.key === event.key && before.at < arrived;
  if (event.repeat) return older || event.key === "Enter" || !(event.target as HTMLElement).matches("#typed");
  return older && event.key.toLowerCase() !== "u" && Date.now() - arrived < ECHO;
}

document.addEventListener(
  "keydown",
  (event) => {
    if (event.isComposing || find("dialog[open]") || !(echoes(event) || handled(event))) return;
    event.preventDefault();
    event.stopPropagation();
  },
  true,
);

document.addEventListener(
  "click",
  (event) => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>("[data-step]");
    if (row && !target.matches("select, option")) {
      event.preventDefault();
      const step = row.querySelector("select")!;
      if (isDrop()) return;
      if (!step.value) place(step);
      else if (step.value === String(placed()) && placed() < steps().length) takeBack();
    }
    const button = target.closest("#card button");
    if (!button || button.id === "keep-note") return;
    if (pressed) {
      early = button as HTMLElement;
      event.preventDefault();
      event.stopPropagation();
    }
    card()?.count();
    pressed = true;
  },
  true,
);

document.addEventListener("change", (event) => {
  const step = event.target as HTMLElement;
  if (step instanceof HTMLSelectElement && step.closest("[data-step]")) makeRoom(step);
});

// A page restored from the browser's memory shows a card that may have been answered since.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
document.addEventListener("htmx:after:swap", () => {
  pressed = false;
  const button = early;
  early = undefined;
  if (button?.isConnected) button.click();
  else if (undos) {
    undos -= 1;
    find('[data-key-for="u"]')?.click();
  }
});
document.addEventListener("htmx:error", () => {
  pressed = false;
  early = undefined;
  undos = 0;
  if (find("#lost")) return;
  const notice = document.createElement("div");
  notice.id = "lost";
  notice.className = "notice";
  notice.setAttribute("role", "alert");
  notice.textContent = "sharpen does not answer. Every answer so far is kept: start sharpen again, then go on here.";
  find("#review")!.prepend(notice);
});
