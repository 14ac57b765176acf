/**
 * The draft is saved while one types. Until the server has confirmed it, a copy stays in this browser,
 * so that neither a crash nor a server that is down loses a line.
 */
import type { TrialList } from "./islands/trial-list";
import type { CodeEditor } from "./islands/code-editor";

const PAUSE = 500; // milliseconds after the last key
const RETRY = 3000;

const form = document.querySelector<HTMLFormElement>("form#work")!;
const editor = form.querySelector<CodeEditor>("code-editor")!;
const trials = form.querySelector<TrialList>("trial-list")!;
const status = form.querySelector<HTMLElement>("[data-saved]")!;
const at = form.querySelector<HTMLInputElement>("[name=at]")!; // when the last key was pressed
const home = `/problems/${form.dataset.problem}/draft`;
const key = `draft:${form.dataset.problem}`;

let timer: ReturnType<typeof setTimeout> | undefined;
let changes = 0; // counts edits, to know whether a save that returns is the newest

interface Copy {
  source: string;
  cases: string[]; // the trials, by the name they had when the first copies were kept
  at: number;
}

function fields(): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (["source", "trial", "seconds", "at"].includes(name) && typeof value === "string") body.append(name, value);
  }
  return body;
}

function keepCopy(): void {
  const body = fields();
  const copy: Copy = { source: body.get("source") ?? "", cases: body.getAll("trial"), at: Number(at.value) };
  localStorage.setItem(key, JSON.stringify(copy));
}

async function save(): Promise<void> {
  clearTimeout(timer);
  const saving = changes;
  try {
    const answer = await fetch(home, {
      method: "POST",
      body: fields(),
      keepalive: fields().toString().length < 60_000,
    });
    if (!answer.ok) throw new Error(await answer.text());
    if (saving !== changes) return;
    localStorage.removeItem(key);
    status.textContent = "Saved";
    delete status.dataset.state;
  } catch {
    status.textContent = "Not saved yet: sharpen does not answer. A copy is kept in this browser.";
    status.dataset.state = "failed";
    timer = setTimeout(save, RETRY);
  }
}

function changed(): void {
  changes += 1;
  at.value = String(Date.now());
  keepCopy();
  if (!status.dataset.state) status.textContent = "";
  clearTimeout(timer);
  timer = setTimeout(save, PAUSE);
}

/**
 * Put back what an earlier visit typed and could not save, unless the server has it or something newer.
 * A save carries the time of its last key, so that a late one does not count as newer than the copy.
 */
function recover(): void {
  const text = localStorage.getItem(key);
  if (!text) return;
  const copy = JSON.parse(text) as Copy;
  if (copy.at > Date.parse(form.dataset.updated!)) {
    editor.value = copy.source;
    trials.value = copy.cases;
    at.value = String(copy.at);
    status.textContent = "Brought back what was not saved";
    void save();
  } else {
    localStorage.removeItem(key);
  }
}

async function replace(event: Event, path: string): Promise<void> {
  event.preventDefault();
  await save();
  const answer = await fetch(home + path, { method: "POST", headers: { accept: "application/json" } });
  if (!answer.ok) return;
  const { source, canUndo } = (await answer.json()) as { source: string; canUndo: boolean };
  editor.value = source;
  form.querySelector<HTMLButtonElement>("[data-undo]")!.hidden = !canUndo;
  status.textContent = path === "/reset" ? "Reset to the starter" : "Brought back";
  editor.focus();
}

form.addEventListener("input", (event) => {
  const field = event.target as HTMLInputElement;
  if (field.name === "source" || field.name === "trial" || field.localName === "trial-list") changed();
});
form.querySelector("[data-reset]")!.addEventListener("click", (event) => void replace(event, "/reset"));
form.querySelector("[data-undo]")!.addEventListener("click", (event) => void replace(event, "/undo"));
addEventListener("pagehide", () => {
  if (changes === 0) return;
  navigator.sendBeacon(home, fields());
});
recover();
