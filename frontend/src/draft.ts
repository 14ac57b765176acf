/**
 * The draft is saved while one types. Until the server has confirmed it, a copy stays in this browser,
 * so that neither a crash nor a server that is down loses a line.
 *
 * Each edit has a name, of this page and a count. A save carries it, and the version that this page saw last; the
 * server lets only what goes on from its own text take the place of it. The page is saved when both are the same.
 */
import { type Copy, copies, forget, keep, put } from "./draft-copies";
import * as strip from "./draft-strip";
import { newPage, pageOf, sentence } from "./edits";
import type { TrialList } from "./islands/trial-list";
import type { CodeEditor } from "./islands/code-editor";

const PAUSE = 500; // milliseconds after the last key
const RETRY = 3000;
const RELOAD = 30_000; // a page that was left longer ago was not reloaded
const LONGEST_KEPT_ALIVE = 60_000; // characters: browsers refuse longer ones from a page that goes away

/** The draft as the server has it. */
interface Front {
  version: string;
  source: string;
  trials: string[];
  seconds: number;
  canUndo: boolean;
  inTorch: boolean;
}

const form = document.querySelector<HTMLFormElement>("form#work")!;
const editor = form.querySelector<CodeEditor>("code-editor")!;
const trials = form.querySelector<TrialList>("trial-list")!;
const status = form.querySelector<HTMLElement>("[data-saved]")!;
const field = (name: string) => form.querySelector<HTMLInputElement>(`input[name=${name}]`)!;
const [at, base, edit, seconds] = [field("at"), field("base"), field("edit"), field("seconds")];
const packages = form.querySelectorAll<HTMLButtonElement>("[data-with]");
const problem = form.dataset.problem!;
const home = `/problems/${problem}/draft`;

let page = newPage();
let changes = 0;
let putting = false; // the editor is being filled by us
let known = seconds.value; // the time that the server knows of
let copied = false;
let refused = ""; // the edit that the server refused
let theirs: Front | null = null; // what was typed elsewhere, while one chooses
let beside: [string, Copy] | null = null; // what an earlier page typed, which is not in what is shown
let timer: ReturnType<typeof setTimeout> | undefined;
let queue: Promise<unknown> = Promise.resolve(); // saves go one after another, each knowing of the one before
let adopted: string[] = []; // copies of other pages that are shown here

const dirty = () => edit.value !== base.value;

function fields(): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (["source", "trial", "seconds", "at", "base", "edit"].includes(name) && typeof value === "string")
      body.append(name, value);
  }
  return body;
}

function post(path: string, body: URLSearchParams): Promise<Response> {
  const keepalive = body.toString().length < LONGEST_KEPT_ALIVE;
  return fetch(home + path, { method: "POST", body, keepalive, headers: { accept: "application/json" } });
}

/** Save what is not saved, after the saves before it; whether the page is saved then. */
function save(chosen = false): Promise<boolean> {
  clearTimeout(timer);
  const saved = queue.then(() => saveNow(chosen));
  queue = saved;
  return saved;
}

async function saveNow(chosen: boolean): Promise<boolean> {
  if (!dirty()) return true;
  const sent = edit.value;
  const body = fields();
  if (chosen) body.append("chosen", "1");
  let answer: Response;
  try {
    answer = await post("", body);
  } catch {
    return failed("sharpen does not answer.");
  }
  document.dispatchEvent(new Event("sharpen:answers"));
  if (answer.status === 409) return behind((await answer.json()) as Front);
  if (!answer.ok) {
    const why = await sentence(answer);
    if (answer.status >= 500) return failed(why);
    refused = sent; // the same text would be refused again
    strip.unsaved(why, copied);
    return false;
  }
  const { version, same } = (await answer.json()) as { version: string; same: boolean };
  if (same) return confirm(sent, version);
  if (pageOf(version) === pageOf(sent)) return !dirty();
  // Others went on from this very text: nothing of it is lost.
  if (sent === edit.value) edit.value = base.value;
  return lookNow(true);
}

/** The server has it, in front. */
function confirm(sent: string, version: string): boolean {
  base.value = version;
  if (sent !== edit.value) return false; // there is more by now, and a save of it to come
  settle(version);
  status.textContent = "Saved";
  return true;
}

/** What is shown is this version, and nothing is left to save. */
function settle(version: string): void {
  base.value = edit.value = version;
  for (const key of [`draft:${problem}:${page}`, ...adopted]) forget(key);
  adopted = [];
  theirs = null;
  refused = "";
  if (beside) strip.offer();
  else strip.clear();
}

function failed(why: string): boolean {
  strip.unsaved(why, copied);
  status.textContent = "";
  timer = setTimeout(() => void save(), RETRY);
  return false;
}

function behind(front: Front): boolean {
  theirs = front;
  status.textContent = "";
  strip.ask();
  return false;
}

/** Whether this page is behind: what was typed elsewhere is taken where nothing was typed here, else one chooses. */
function look(returned: boolean): void {
  queue = queue.then(() => lookNow(returned));
}

async function lookNow(returned: boolean): Promise<boolean> {
  let front: Front;
  try {
    const answer = await fetch(home, { headers: { accept: "application/json" }, cache: "no-store" });
    if (!answer.ok) return false;
    front = (await answer.json()) as Front;
  } catch {
    return false;
  }
  document.dispatchEvent(new Event("sharpen:answers"));
  if (front.version === base.value) {
    if (theirs && dirty()) void save();
    else if (theirs) settle(front.version); // the other tab came round
    return !dirty();
  }
  if (front.version === edit.value) return confirm(edit.value, front.version);
  if (dirty()) {
    void save(); // it says whether that goes on from this
    return false;
  }
  if (changes > 0 && !returned) return behind(front);
  take(front);
  status.textContent = "Brought up to date";
  return true;
}

/** Show a draft as the server has it. */
function take(front: Front): void {
  putting = true;
  editor.value = front.source;
  trials.value = front.trials;
  putting = false;
  seconds.value = String(Math.max(front.seconds, Number(seconds.value)));
  form.querySelector<HTMLButtonElement>("[data-undo]")!.hidden = !front.canUndo;
  for (const button of packages) button.hidden = (button.value === "torch") === front.inTorch;
  settle(front.version);
  page = newPage(); // what this one typed beside it stays what it is
  changes = 0;
}

function changed(): void {
  if (putting) return;
  changes += 1;
  edit.value = `${page}.${changes}`;
  at.value = String(Date.now());
  const body = fields();
  copied = keep(problem, page, {
    source: body.get("source") ?? "",
    trials: body.getAll("trial"),
    base: base.value,
    edit: edit.value,
    at: Number(at.value),
  });
  status.textContent = "";
  clearTimeout(timer);
  timer = setTimeout(() => void save(), PAUSE);
}

/** Put back what earlier visits typed and could not save, unless the server has it or what came of it. */
async function recover(): Promise<void> {
  const found = copies(problem, (old) =>
    old.at > Date.parse(form.dataset.updated!)
      ? { ...old, trials: old.trials ?? [], base: base.value, edit: `${newPage()}.1` }
      : null,
  ).filter(([key, copy]) => copy.edit !== base.value || forget(key));
  const [latest, ...others] = found;
  if (!latest) return;
  const [key, copy] = latest;
  if (copy.base === base.value || pageOf(copy.edit) === pageOf(base.value)) {
    bring(key, copy);
    await save();
  } else {
    await queue;
    const answer = await send(copy);
    if (answer?.status === 409) {
      beside = latest; // the newest is shown, and this is offered
      if (strip.isClear()) strip.offer();
    } else if (answer?.ok) {
      forget(key);
      await lookNow(true);
    }
  }
  for (const [other, beside] of others) if (await send(beside)) forget(other);
}

function bring(key: string, copy: Copy): void {
  putting = true;
  editor.value = copy.source;
  trials.value = copy.trials;
  putting = false;
  base.value = copy.base;
  edit.value = copy.edit;
  at.value = String(copy.at);
  adopted.push(key);
  copied = true;
  status.textContent = "Brought back what was not saved";
}

/** Hand a copy to the server, which keeps it in front or aside; null where it did neither. */
async function send(copy: Copy): Promise<Response | null> {
  const body = new URLSearchParams({ source: copy.source, base: copy.base, edit: copy.edit, at: String(copy.at) });
  for (const trial of copy.trials) body.append("trial", trial);
  const answer = await post("", body).catch(() => null);
  return answer && (answer.ok || answer.status === 409) ? answer : null;
}

/** Let the server put another text in front: the starter, what was there before it, an earlier version. */
async function replace(event: Event, path: string, said: string, body = new URLSearchParams()): Promise<void> {
  event.preventDefault();
  if (dirty() && !(await save())) return; // the strip says why, and nothing that is not saved goes away
  const answer = await post(path, body).catch(() => null);
  if (!answer?.ok) {
    status.textContent = answer ? await sentence(answer) : "sharpen does not answer.";
    return;
  }
  take((await answer.json()) as Front);
  status.textContent = said;
  editor.focus();
}

/** Hand over what the server does not know yet, as the page may go away: what was typed, else the time spent reading. */
function leave(): void {
  const spent = { base: base.value, seconds: seconds.value };
  if (dirty() && refused !== edit.value) navigator.sendBeacon(home, fields());
  else if (known !== spent.seconds) navigator.sendBeacon(`${home}/time`, new URLSearchParams(spent));
  known = spent.seconds;
  // A reload may be answered before that arrives.
  put(sessionStorage, `time:${problem}`, { ...spent, left: Date.now() });
}

function recoverTime(): void {
  const spent = JSON.parse(sessionStorage.getItem(`time:${problem}`) ?? "null") as {
    base: string;
    seconds: string;
    left: number;
  } | null;
  if (spent?.base !== base.value || Date.now() - spent.left > RELOAD) return;
  seconds.value = String(Math.max(Number(spent.seconds), Number(seconds.value)));
}

form.addEventListener("input", (event) => {
  const target = event.target as HTMLInputElement;
  if (target.name === "source" || target.name === "trial" || target.localName === "trial-list") changed();
});
form
  .querySelector("[data-reset]")!
  .addEventListener("click", (event) => void replace(event, "/reset", "Reset to the starter"));
form.querySelector("[data-undo]")!.addEventListener("click", (event) => void replace(event, "/undo", "Brought back"));
for (const button of packages)
  button.addEventListener("click", (event) => {
    if (button.dataset.missing) {
      event.preventDefault();
      return strip.refuse(button.dataset.missing);
    }
    const said = `The starter in ${button.textContent!.trim()}`;
    void replace(event, "/reset", said, new URLSearchParams({ with: button.value }));
  });
document.addEventListener("submit", (event) => {
  const chosen = (event.target as HTMLElement).closest<HTMLFormElement>("form[data-version]");
  if (chosen) void replace(event, "/restore", "Brought back", new URLSearchParams({ id: chosen.dataset.version! }));
});
strip.onChoice((mine) => void (mine ? keepMine() : takeTheirs()));
async function keepMine(): Promise<void> {
  if (!theirs) return turnDown();
  if (!dirty()) changed();
  base.value = theirs.version;
  await save(true);
}
async function takeTheirs(): Promise<void> {
  if (!theirs && beside) return takeUp(...beside);
  theirs = null;
  if (dirty())
    await save(); // the last keys too are put aside
  else await lookNow(false);
  if (theirs) take(theirs);
  status.textContent = "Taken from the other tab";
}
/** Put what an earlier page typed in the place of what is shown. */
async function takeUp(key: string, copy: Copy): Promise<void> {
  if (dirty() && !(await save())) return;
  const shown = base.value;
  beside = null;
  bring(key, { ...copy, base: shown });
  await save(true);
}
function turnDown(): void {
  if (beside) forget(beside[0]);
  beside = null;
  strip.clear();
}
addEventListener("pagehide", leave);
document.addEventListener("visibilitychange", () => {
  if (document.hidden) leave();
  else look(false);
});
addEventListener("focus", () => look(false));
addEventListener("pageshow", (event) => {
  if (event.persisted) look(true);
});
/** Somebody else of the page found that sharpen does not answer: try until it does. */
document.addEventListener("sharpen:lost", () => {
  clearTimeout(timer);
  timer = setTimeout(probe, RETRY);
});
function probe(): void {
  if (dirty() && refused !== edit.value) void save();
  else look(false);
  clearTimeout(timer);
  if (document.querySelector("[data-lost]")) timer = setTimeout(probe, RETRY);
}

edit.value = base.value;
recoverTime();
void recover();
look(true); // Back, and a restored session, show the page as it was when it was loaded
