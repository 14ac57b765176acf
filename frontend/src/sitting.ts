/** The page of a sitting: its passages are saved, its clock and pace run, and time is called. */
import "./islands/work-timer";
import { put } from "./draft-copies";
import { Passage } from "./passage";

const form = document.querySelector<HTMLFormElement>("form#sitting")!;
const home = form.getAttribute("action")!;
const kept = `sitting:${form.dataset.sitting!}`;
const status = form.querySelector<HTMLElement>("[data-saved]")!;
const strip = form.querySelector<HTMLElement>("[data-strip]")!;
const seconds = form.querySelector<HTMLInputElement>("input[name=seconds]")!;
const limit = 60 * Number(form.dataset.minutes);
let known = seconds.value; // the time that the server knows of
let leaving = false;

const listener = { seconds: () => seconds.value, changed, failed, behind };
const passages = new Map<string, Passage>();
for (const base of form.querySelectorAll<HTMLInputElement>("input[name^='base.']")) {
  const field = form.querySelector<HTMLTextAreaElement>(`textarea[name="${base.name.slice("base.".length)}"]`);
  if (field) passages.set(field.name, new Passage(field, base, `${home}/passages/${field.name}`, kept, listener));
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
  say(`${title(one)} changed in another tab or in the terminal. Take that, or keep yours? The other is put aside.`);
}

function title(one: Passage): string {
  return one.field.getAttribute("aria-label")?.replace(/^Notes: /, "") ?? "The board";
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
  const found = (await answer.json()) as { versions: Record<string, string>; finished: boolean };
  for (const one of all()) if ((found.versions[one.name] ?? "") !== one.base.value && !one.theirs) await one.look();
  if (found.finished && !all().some((one) => one.dirty)) location.assign(home);
}

/** Hand over what the server does not know yet, as the page may go away: what was typed, and the time. */
function leave(): void {
  for (const one of all()) one.leave();
  if (known === seconds.value || leaving) return;
  navigator.sendBeacon(`${home}/time`, new URLSearchParams({ seconds: seconds.value }));
  known = seconds.value;
  put(sessionStorage, `${kept}:time`, known); // a reload may be answered before that arrives
}

/** Where one should be by now. */
function pace(): void {
  const now = Number(seconds.value);
  for (const link of form.querySelectorAll<HTMLElement>(".pace a")) {
    const here = Number(link.dataset.from) <= now && now < Number(link.dataset.until);
    if (here) link.setAttribute("aria-current", "step");
    else link.removeAttribute("aria-current");
    link.toggleAttribute("data-passed", now >= Number(link.dataset.until));
  }
  form.toggleAttribute("data-over", now >= limit);
}

/** Call time: everything is saved first, so that nothing is lost on the way. */
async function finish(event: SubmitEvent): Promise<void> {
  event.preventDefault();
  const early = Number(seconds.value) < limit * 0.8;
  if (early && !confirm("Call time now? The rubric and the worked answer open, and this sitting is over.")) return;
  const saved = await Promise.all(all().map((one) => one.save()));
  if (!saved.every(Boolean)) return; // the strip says why
  for (const one of all()) one.field.disabled = true; // they are there already, and a board is large
  leaving = true;
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "finish", value: "1" }));
  form.submit();
}

form.addEventListener("input", (event) => passages.get((event.target as HTMLTextAreaElement).name)?.touch());
form.addEventListener("submit", (event) => void finish(event));
form.addEventListener("sharpen:shown", (event) => {
  const field = event.target as HTMLTextAreaElement;
  if (field.name === "cells") field.dispatchEvent(new CustomEvent("results"));
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

/** Results are asked for with the cells alone: the form around them may hold a large board. */
document.addEventListener("htmx:config:request", (event) => {
  const { ctx } = (event as CustomEvent<{ ctx: { sourceElement: Element; request: { body: FormData } } }>).detail;
  if (ctx.sourceElement !== passages.get("cells")?.field) return;
  for (const name of new Set(ctx.request.body.keys())) if (name !== "cells") ctx.request.body.delete(name);
});

/** After an answer, the next question can be typed at once. */
let asking = false;
document.querySelector("#interviewer")!.addEventListener("submit", () => (asking = true));
document.addEventListener("htmx:after:swap", () => {
  if (!asking) return;
  asking = false;
  const question = document.querySelector<HTMLElement>("#question");
  question?.focus({ preventScroll: true });
  question?.scrollIntoView({ block: "nearest" });
});

document.addEventListener("keydown", (event) => {
  const field = event.target as HTMLElement;
  if (event.key === "Escape" && field.matches("#sitting textarea[data-passage], #question")) field.blur();
});

async function recover(): Promise<void> {
  const back = Number(sessionStorage.getItem(`${kept}:time`)?.replaceAll('"', "") ?? 0);
  if (back > Number(seconds.value)) seconds.value = String(back);
  for (const one of all()) if (await one.recover()) status.textContent = "Brought back what was not saved";
  await look(); // Back, and a restored session, show the page as it was when it was loaded
}

pace();
setInterval(pace, 1000);
void recover();
