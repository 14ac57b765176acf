/** The strip above the code: why the draft is not saved, or that it was changed elsewhere, and what to do about it. */

const strip = document.querySelector<HTMLElement>("[data-strip]")!;
const message = strip.querySelector("p")!;
const choice = strip.querySelector<HTMLElement>("[data-choice]")!;

/** Say why what was typed is not saved. */
export function unsaved(why: string, copied: boolean): void {
  say(`Not saved yet: ${why}${copied ? " A copy is kept in this browser." : ""}`, "failed");
}

/** Say why what was asked for cannot be had here. */
export function refuse(why: string): void {
  say(why, "failed");
}

/** Ask which of two texts is to be in front; both are kept, whatever is chosen. */
export function ask(): void {
  say("Changed in another tab. Take that, or keep yours? The other stays among your earlier drafts.", "behind");
}

/** Offer what was typed elsewhere and is not in the text that is shown. */
export function offer(): void {
  say(
    "You typed another text in another tab, which is not in this one. Take that, or keep this one? " +
      "The other stays among your earlier drafts.",
    "behind",
  );
}

export function clear(): void {
  strip.hidden = true;
}

export function isClear(): boolean {
  return strip.hidden !== false;
}

export function onChoice(chosen: (mine: boolean) => void): void {
  strip.querySelector("[data-take]")!.addEventListener("click", () => chosen(false));
  strip.querySelector("[data-keep]")!.addEventListener("click", () => chosen(true));
}

function say(text: string, state: "failed" | "behind"): void {
  strip.hidden = false;
  choice.hidden = state !== "behind";
  strip.dataset.state = state;
  if (message.textContent !== text) message.textContent = text; // else it would be read out again and again
}
