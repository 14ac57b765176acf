/** The page of a lab: the design is saved while one types, its reset comes back, and a failure marks its line. */
import "./islands/code-editor";
import type { CodeEditor } from "./islands/code-editor";

const PAUSE = 500; // milliseconds after the last key
const form = document.querySelector<HTMLFormElement>("form#lab")!;
const editor = form.querySelector<CodeEditor>("code-editor")!;
const status = form.querySelector<HTMLElement>("[data-saved]")!;
const base = form.querySelector<HTMLInputElement>("input[name=base]")!;
const pane = form.querySelector<HTMLElement>("#run")!;
const home = `/labs/${form.dataset.lab!}/design`;

let dirty = false;
let timer: ReturnType<typeof setTimeout> | undefined;
let queue: Promise<unknown> = Promise.resolve(); // saves go one after another, each knowing the version before

interface Front {
  version: string;
  source: string;
  canUndo: boolean;
}

function fields(): URLSearchParams {
  const body = new URLSearchParams({ base: base.value });
  for (const name of ["source", "predictions"])
    body.append(name, form.querySelector<HTMLTextAreaElement>(`[name=${name}]`)!.value);
  return body;
}

/** What the server answers, or null, and then the status says why not. */
async function post(path: string, body: URLSearchParams): Promise<Front | null> {
  try {
    const answer = await fetch(home + path, { method: "POST", body, headers: { accept: "application/json" } });
    if (answer.ok) return (await answer.json()) as Front;
    status.textContent = ((await answer.json()) as { error: string }).error;
  } catch {
    status.textContent = "Not saved: sharpen does not answer.";
  }
  return null;
}

/** A version of the design that the server has; answers may arrive in another order than they were given. */
function seen(version: string): void {
  if (version > base.value) base.value = version;
}

function save(): Promise<void> {
  clearTimeout(timer);
  const saved = queue.then(async () => {
    if (!dirty) return;
    dirty = false;
    const front = await post("", fields());
    if (!front) {
      dirty = true;
      return;
    }
    seen(front.version);
    if (!dirty) status.textContent = "Saved";
  });
  queue = saved;
  return saved;
}

async function replace(event: Event, path: string, said: string): Promise<void> {
  event.preventDefault();
  await save();
  if (dirty) return; // the status says why, and nothing that is not saved goes away
  const front = await post(path, new URLSearchParams());
  if (!front) return;
  seen(front.version);
  editor.value = front.source;
  dirty = false;
  clearTimeout(timer);
  form.querySelector<HTMLButtonElement>("[data-undo]")!.hidden = !front.canUndo;
  status.textContent = said;
  editor.focus();
}

form.addEventListener("input", (event) => {
  if (!["source", "predictions"].includes((event.target as HTMLInputElement).name)) return;
  dirty = true;
  status.textContent = "";
  clearTimeout(timer);
  timer = setTimeout(() => void save(), PAUSE);
});
const on = (button: string, path: string, said: string) =>
  form.querySelector(button)!.addEventListener("click", (event) => void replace(event, path, said));
on("[data-reset]", "/reset", "Reset to the baseline");
on("[data-undo]", "/undo", "Brought back");
addEventListener("pagehide", () => {
  if (dirty) navigator.sendBeacon(home, fields());
});

/** A run keeps the design itself; its pane says which version that made. */
form.querySelector("[data-run]")!.addEventListener("click", () => {
  clearTimeout(timer);
  dirty = false;
  pane.scrollIntoView({ block: "nearest" });
});

function mark(): void {
  const at = pane.querySelector<HTMLElement>("[data-line]");
  seen(pane.querySelector<HTMLElement>("[data-version]")?.dataset.version ?? "");
  editor.mark(Number(at?.dataset.line ?? 0), at?.dataset.why ?? "");
}
new MutationObserver(mark).observe(pane, { childList: true, subtree: true });
mark();
pane.addEventListener("click", (event) => {
  const link = (event.target as Element).closest<HTMLElement>("[data-goto]");
  if (link) editor.goto(Number(link.dataset.goto));
});
document.addEventListener("htmx:error", () => {
  status.textContent = "sharpen does not answer. Start it again; the run is kept.";
});
