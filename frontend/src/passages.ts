/**
 * A form of passages, <form data-passages="story:1" action="/stories/1">: each <textarea data-passage> in it is saved
 * while one types, to /stories/1/passages/<name>, and what was typed elsewhere is asked about in its [data-strip].
 */
import { Passage } from "./passage";

const form = document.querySelector<HTMLFormElement>("form[data-passages]")!;
const home = form.getAttribute("action")!;
const status = form.querySelector<HTMLElement>("[data-saved]")!;
const strip = form.querySelector<HTMLElement>("[data-strip]")!;
const passages = new Map<string, Passage>();

const listener = { seconds: () => "0", changed, failed, behind };
for (const field of form.querySelectorAll<HTMLTextAreaElement>("textarea[data-passage]")) {
  const base = form.querySelector<HTMLInputElement>(`input[name="base.${field.name}"]`)!;
  const address = `${home}/passages/${field.name}`;
  passages.set(field.name, new Passage(field, base, address, form.dataset.passages!, listener));
}

const all = () => [...passages.values()];

function changed(): void {
  const waiting = all().some((one) => one.dirty);
  status.textContent = waiting ? "" : "Saved";
  if (!all().some((one) => one.theirs) && !waiting) strip.hidden = true;
}

function failed(why: string, copied: boolean): void {
  status.textContent = "";
  say(`Not saved yet: ${why}${copied ? " A copy is kept in this browser." : ""}`, "failed");
}

function behind(one: Passage): void {
  status.textContent = "";
  const title = one.field.getAttribute("aria-label")!;
  say(`${title} changed in another tab or in the terminal. Take that, or keep yours? The other is put aside.`);
}

function say(text: string, state: "failed" | "behind" = "behind"): void {
  strip.hidden = false;
  strip.dataset.state = state;
  strip.querySelector<HTMLElement>("[data-choice]")!.hidden = state !== "behind";
  const message = strip.querySelector("p")!;
  if (message.textContent !== text) message.textContent = text; // else it would be read out again and again
}

/** Of the texts that were changed elsewhere, the next is asked about once one is chosen. */
async function choose(mine: boolean): Promise<void> {
  const one = all().find((each) => each.theirs);
  if (!one) return;
  if (mine) await one.keepMine();
  else one.take(one.theirs!);
  const next = all().find((each) => each.theirs);
  if (next) behind(next);
  else strip.hidden = true;
}

/** What was typed elsewhere is taken where nothing was typed here. */
async function look(): Promise<void> {
  const answer = await fetch(`${home}/versions`, { cache: "no-store" }).catch(() => null);
  if (!answer?.ok) return;
  const { versions } = (await answer.json()) as { versions: Record<string, string> };
  for (const one of all()) if ((versions[one.name] ?? "") !== one.base.value && !one.theirs) await one.look();
}

function leave(): void {
  for (const one of all()) one.leave();
}

/** What is sent with the whole form is saved first, so that it does not meet itself. */
async function submit(event: SubmitEvent): Promise<void> {
  event.preventDefault();
  const button = event.submitter as HTMLButtonElement | null;
  const saved = await Promise.all(all().map((one) => one.save()));
  if (!saved.every(Boolean)) return; // the strip says why
  if (button?.name) form.append(Object.assign(document.createElement("input"), { type: "hidden", ...named(button) }));
  form.submit();
}

const named = ({ name, value }: HTMLButtonElement) => ({ name, value });

form.addEventListener("input", (event) => passages.get((event.target as HTMLTextAreaElement).name)?.touch());
form.addEventListener("submit", (event) => void submit(event));
form.addEventListener("keydown", (event) => {
  const field = event.target as HTMLElement;
  if (event.key === "Escape" && field.matches("textarea[data-passage]")) field.blur();
});
strip.querySelector("[data-take]")!.addEventListener("click", () => void choose(false));
strip.querySelector("[data-keep]")!.addEventListener("click", () => void choose(true));
addEventListener("pagehide", leave);
document.addEventListener("visibilitychange", () => {
  if (document.hidden) leave();
  else void look();
});
addEventListener("focus", () => void look());
addEventListener("pageshow", (event) => {
  if (event.persisted) void look();
});

async function recover(): Promise<void> {
  for (const one of all()) if (await one.recover()) status.textContent = "Brought back what was not saved";
  await look(); // Back, and a restored session, show the page as it was when it was loaded
}

void recover();
