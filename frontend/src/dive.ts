/** The page of a dive: one answer is saved while one types, the time left runs, and a key says how it went. */
import "./islands/work-timer";
import { put } from "./draft-copies";
import { Passage } from "./passage";

const form = document.querySelector<HTMLFormElement>("form#dive")!;
const home = form.dataset.home!;
const kept = `dive:${form.dataset.dive!}`;
const name = form.dataset.name!;
const field = form.querySelector<HTMLTextAreaElement>("textarea[data-passage]")!;
const base = form.querySelector<HTMLInputElement>("input[name=base]")!;
const seconds = form.querySelector<HTMLInputElement>("input[name=seconds]")!;
const status = form.querySelector<HTMLElement>("[data-saved]")!;
const strip = form.querySelector<HTMLElement>("[data-strip]")!;
let known = seconds.value; // the time that the server knows of
let leaving = false;

field.name = name; // what a passage is called; without scripts the field is "text"
const listener = { seconds: () => seconds.value, changed, failed, behind };
const passage = new Passage(field, base, `${home}/passages/${name}`, kept, listener);

function changed(): void {
  status.textContent = passage.dirty ? "" : "Saved";
  if (!passage.theirs && !passage.dirty) strip.hidden = true;
}

function failed(why: string, copied: boolean): void {
  status.textContent = "";
  say(`Not saved yet: ${why}${copied ? " A copy is kept in this browser." : ""}`, "failed");
}

function behind(): void {
  status.textContent = "";
  say("This answer changed in another tab or in the terminal. Take that, or keep yours? The other is put aside.");
}

function say(text: string, state: "failed" | "behind" = "behind"): void {
  strip.hidden = false;
  strip.dataset.state = state;
  strip.querySelector<HTMLElement>("[data-choice]")!.hidden = state !== "behind";
  const message = strip.querySelector("p")!;
  if (message.textContent !== text) message.textContent = text; // else it would be read out again and again
}

async function choose(mine: boolean): Promise<void> {
  if (mine) await passage.keepMine();
  else if (passage.theirs) passage.take(passage.theirs);
  strip.hidden = true;
}

/** What was typed elsewhere is taken where nothing was typed here; another question in front is shown. */
async function look(): Promise<void> {
  const answer = await fetch(`${home}/versions`, { cache: "no-store" }).catch(() => null);
  if (!answer?.ok || leaving) return;
  const found = (await answer.json()) as { versions: Record<string, string>; front: string };
  if ((found.versions[name] ?? "") !== base.value && !passage.theirs) await passage.look();
  if (found.front !== name && !passage.dirty) location.reload();
}

/** Hand over what the server does not know yet, as the page may go away: what was typed, and the time. */
function leave(): void {
  passage.leave();
  if (known === seconds.value || leaving) return;
  navigator.sendBeacon(`${home}/time`, new URLSearchParams({ seconds: seconds.value }));
  known = seconds.value;
  put(sessionStorage, `${kept}:time`, known); // a reload may be answered before that arrives
}

/** Before anything is said of an answer, it is saved. */
async function submit(event: SubmitEvent): Promise<void> {
  event.preventDefault();
  const button = event.submitter as HTMLButtonElement | null;
  if (leaving) return;
  if (button?.hasAttribute("data-finish") && !confirm("Finish now? The points open, and this dive is over.")) return;
  leaving = true;
  if (!(await passage.save())) {
    leaving = false; // the strip says why
    return;
  }
  field.disabled = true; // it is there already
  if (button?.name) form.append(hidden(button.name, button.value));
  if (button?.hasAttribute("formaction")) form.action = button.formAction;
  form.submit();
}

function hidden(called: string, value: string): HTMLInputElement {
  return Object.assign(document.createElement("input"), { type: "hidden", name: called, value });
}

form.addEventListener("input", (event) => {
  if (event.target === field) passage.touch();
});
form.addEventListener("submit", (event) => void submit(event));
strip.querySelector("[data-take]")!.addEventListener("click", () => void choose(false));
strip.querySelector("[data-keep]")!.addEventListener("click", () => void choose(true));
addEventListener("pagehide", leave);
document.addEventListener("visibilitychange", () => {
  if (document.hidden) leave();
  else void look();
});
addEventListener("focus", () => void look());
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload(); // another question may be in front by now
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.key === "Escape" && event.target === field) field.blur();
  else if (event.target instanceof HTMLElement && event.target.closest("textarea, input, select")) return;
  else if (event.key === "b") form.querySelector<HTMLButtonElement>("[data-back]")?.click();
  else if (event.key === "e") {
    field.focus();
    event.preventDefault();
  }
});

async function recover(): Promise<void> {
  const back = Number(sessionStorage.getItem(`${kept}:time`)?.replaceAll('"', "") ?? 0);
  if (back > Number(seconds.value)) seconds.value = String(back);
  if (await passage.recover()) status.textContent = "Brought back what was not saved";
  await look(); // Back, and a restored session, show the page as it was when it was loaded
}

void recover();
