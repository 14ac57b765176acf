/** The list of readings: filters, marks, and a note on each that is saved while one types. */
import { Passage } from "./passage";

const list = () => [...document.querySelectorAll<HTMLElement>("[data-reading]")];
const count = document.querySelector<HTMLElement>("[data-read-count]")!;
const filters = document.querySelector<HTMLFormElement>("form#readings")!;
const notes = new Map<string, Passage>();
const asJson = { accept: "application/json" };

const idOf = (item: HTMLElement) => item.dataset.reading!;
const fieldOf = (item: HTMLElement) => item.querySelector<HTMLTextAreaElement>("textarea")!;
const isRead = (item: HTMLElement) => item.hasAttribute("data-read");

// Filters: the server says which readings they let through, so that it and this page find the same.

let asked = 0;
let pause: ReturnType<typeof setTimeout> | undefined;

async function filter(): Promise<void> {
  const mine = ++asked;
  const given = [...new FormData(filters)].filter(([, value]) => value !== "") as [string, string][];
  const query = given.length ? `?${new URLSearchParams(given)}` : "";
  const answer = await fetch(`/readings${query}`, { headers: asJson, cache: "no-store" }).catch(() => null);
  if (!answer?.ok || mine !== asked) return;
  const shown = new Set(((await answer.json()) as { shown: string[] }).shown);
  for (const item of list()) item.hidden = !shown.has(idOf(item));
  for (const shelf of document.querySelectorAll<HTMLElement>(".shelf"))
    shelf.hidden = !shelf.querySelector("[data-reading]:not([hidden])");
  document.querySelector<HTMLElement>("[data-none]")!.hidden = shown.size > 0;
  document.querySelector("[data-shown]")!.textContent = `${shown.size} shown`;
  history.replaceState(history.state, "", `/readings${query}`);
}

filters.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => void filter(), 80);
});
filters.addEventListener("submit", (event) => {
  event.preventDefault();
  void filter();
});

// Marks.

function show(item: HTMLElement, read: boolean): void {
  const button = item.querySelector<HTMLButtonElement>("[data-mark] button")!;
  item.toggleAttribute("data-read", read);
  button.setAttribute("aria-pressed", String(read));
  button.value = read ? "0" : "1";
  count.textContent = String(list().filter(isRead).length);
}

async function mark(item: HTMLElement): Promise<void> {
  const read = !isRead(item);
  show(item, read); // at once; it is taken back if the server does not agree
  const body = new URLSearchParams({ read: read ? "1" : "0" });
  const answer = await fetch(`/readings/${idOf(item)}/mark`, { method: "POST", body, headers: asJson }).catch(
    () => null,
  );
  if (!answer?.ok) show(item, !read);
}

for (const item of list()) {
  item.querySelector("[data-mark]")!.addEventListener("submit", (event) => {
    event.preventDefault();
    void mark(item);
  });
}

// Notes: each is a passage, made when it is first touched.

function noteOf(item: HTMLElement): Passage {
  const known = notes.get(idOf(item));
  if (known) return known;
  const strip = item.querySelector<HTMLElement>("[data-strip]")!;
  const status = item.querySelector<HTMLElement>("[data-saved]")!;
  const base = item.querySelector<HTMLInputElement>("input[name=base]")!;
  const say = (text: string, state: "failed" | "behind") => {
    strip.hidden = false;
    strip.dataset.state = state;
    strip.querySelector<HTMLElement>("[data-choice]")!.hidden = state !== "behind";
    const message = strip.querySelector("p")!;
    if (message.textContent !== text) message.textContent = text; // else it would be read out again and again
    status.textContent = "";
  };
  const note = new Passage(fieldOf(item), base, `/readings/${idOf(item)}/note`, `reading:${idOf(item)}`, {
    seconds: () => "0",
    changed: () => {
      status.textContent = note.dirty ? "" : "Saved";
      if (!note.dirty && !note.theirs) strip.hidden = true;
    },
    failed: (why, copied) => say(`Not saved yet: ${why}${copied ? " A copy is kept in this browser." : ""}`, "failed"),
    behind: () => say("This note changed elsewhere. Take that, or keep yours? The other is put aside.", "behind"),
  });
  strip.querySelector("[data-take]")!.addEventListener("click", () => {
    note.take(note.theirs!);
    strip.hidden = true;
  });
  strip.querySelector("[data-keep]")!.addEventListener("click", () => void note.keepMine());
  notes.set(idOf(item), note);
  return note;
}

/** Show a note as it reads, and say on its fold whether there is one. */
async function render(item: HTMLElement): Promise<void> {
  const answer = await fetch(`/readings/${idOf(item)}/note`, { headers: { "hx-request": "true" } }).catch(() => null);
  if (!answer?.ok) return;
  item.querySelector("[data-note]")!.innerHTML = await answer.text(); // rendered by the server, as every page is
  item.querySelector("summary")!.textContent = fieldOf(item).value.trim() ? "Edit the note" : "Note";
}

for (const item of list()) {
  const fold = item.querySelector("details")!;
  fold.addEventListener("toggle", async (event) => {
    if (event.target !== fold || fold.open) return;
    if (await (notes.get(idOf(item))?.save() ?? Promise.resolve(false))) await render(item);
  });
  fieldOf(item).addEventListener("input", () => noteOf(item).touch());
}

/** What was marked or typed elsewhere is taken where nothing was typed here. */
async function look(): Promise<void> {
  const answer = await fetch("/readings/state", { cache: "no-store" }).catch(() => null);
  if (!answer?.ok) return;
  const found = (await answer.json()) as { read: string[]; versions: Record<string, string> };
  const read = new Set(found.read);
  for (const item of list()) {
    if (isRead(item) !== read.has(idOf(item))) show(item, read.has(idOf(item)));
    const base = item.querySelector<HTMLInputElement>("input[name=base]")!;
    if ((found.versions[idOf(item)] ?? "") === base.value || notes.get(idOf(item))?.theirs) continue;
    if (await noteOf(item).look()) await render(item);
  }
}

/** Put back what earlier visits typed and could not save. */
async function recover(): Promise<void> {
  const left = Object.keys(localStorage).filter((key) => key.startsWith("reading:"));
  for (const id of new Set(left.map((key) => key.split(":")[1]!))) {
    const item = document.getElementById(id);
    if (!item?.dataset.reading || !(await noteOf(item).recover())) continue;
    item.querySelector("details")!.open = true;
    item.querySelector("[data-saved]")!.textContent = "Brought back what was not saved";
  }
  await look();
}

// Keys.

function current(): HTMLElement | null {
  return (document.activeElement as HTMLElement | null)?.closest<HTMLElement>("[data-reading]") ?? null;
}

document.addEventListener("keydown", (event) => {
  const target = event.target as HTMLElement;
  const item = current();
  if (!item || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (document.querySelector("dialog[open]")) return;
  const fold = item.querySelector("details")!;
  if (target.matches("textarea")) {
    if (event.key !== "Escape") return;
    fold.open = false;
    item.querySelector<HTMLElement>("[data-row]")!.focus();
  } else if (event.key === "m") {
    void mark(item);
  } else if (event.key === "n") {
    fold.open = true;
    fieldOf(item).focus();
  } else return;
  event.preventDefault();
});

/** A reading that a link leads to is shown whatever the filters say, and has the focus, so that the keys mean it. */
function arrive(): void {
  const item = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  if (!item?.dataset.reading) return;
  document.querySelector<HTMLDialogElement>("dialog[open]")?.close(); // the search that led here
  item.hidden = false;
  item.closest<HTMLElement>(".shelf")!.hidden = false;
  item.querySelector<HTMLElement>("[data-row]")!.focus({ preventScroll: true });
  item.scrollIntoView({ block: "start" });
}

addEventListener("hashchange", arrive);
addEventListener("pagehide", () => notes.forEach((note) => note.leave()));
document.addEventListener("visibilitychange", () => {
  if (document.hidden) notes.forEach((note) => note.leave());
  else void look();
});
addEventListener("focus", () => void look());
addEventListener("pageshow", (event) => {
  if (event.persisted) void look();
});
arrive();
void recover();
