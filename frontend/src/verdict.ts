/** The verdict and the runs: which of them is shown, and the line they name, marked in the editor. */
import htmx from "htmx.org/dist/htmx.esm.js";
import type { CodeEditor } from "./islands/code-editor";
import type { TrialList } from "./islands/trial-list";

const form = document.querySelector<HTMLFormElement>("form#work")!;
const editor = form.querySelector<CodeEditor>("code-editor")!;
const results = form.querySelector<HTMLElement>("#results")!;

function show(pane: "verdict" | "trials"): void {
  form.querySelector<HTMLInputElement>(`input[name=pane][value=${pane}]`)!.checked = true;
  results.scrollIntoView({ block: "nearest" });
}

/** Mark the line of the first failure that names one, in the pane that changed. */
function mark(pane: Element): void {
  const at = pane.querySelector<HTMLElement>("[data-line]");
  editor.mark(Number(at?.dataset.line ?? 0), at?.dataset.why ?? "");
}

form.querySelector("[data-submit]")!.addEventListener("click", () => show("verdict"));
form.querySelector("[data-run]")!.addEventListener("click", () => show("trials"));

/** Report a lost server where the answer would have been, until it answers again. */
function report(message: string, place = results.querySelector("#verdict")!): void {
  place.querySelector("[data-lost]")?.remove();
  const notice = document.createElement("div");
  notice.className = "notice";
  notice.dataset.lost = "";
  notice.setAttribute("role", "alert");
  notice.textContent = message;
  place.prepend(notice);
  document.dispatchEvent(new Event("sharpen:lost"));
}

document.addEventListener("htmx:error", (event) => {
  const reading = (event.target as Element).closest?.("#reading")?.querySelector(".prose");
  if (reading) return report("sharpen does not answer. Start it again, then choose this once more.", reading);
  report("sharpen does not answer. Your code is kept in this browser: start sharpen again, then send it once more.");
  show("verdict");
});
document.addEventListener("htmx:sse:error", () =>
  report("The connection to sharpen was lost. Your attempt is kept: start sharpen again, and its verdict comes here."),
);
document.addEventListener("sharpen:answers", () => {
  const notices = document.querySelectorAll("[data-lost]");
  notices.forEach((notice) => notice.remove());
  if (!notices.length) return;
  // A stream that broke off left a verdict that is not one.
  const judging = results.querySelector<HTMLElement>("#verdict [data-state=judging]");
  const again = results.querySelector<HTMLButtonElement>("[data-again]");
  if (judging && again) void htmx.ajax("GET", again.formAction, { target: "#verdict", swap: "innerMorph" });
});

/** Run this case: a failing input becomes a trial, and the trials are run. */
results.addEventListener("click", (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>("[data-case]");
  const trials = results.querySelector<TrialList>("trial-list");
  if (!button || !trials) return;
  event.preventDefault();
  trials.add(button.value);
  form.querySelector<HTMLElement>("[data-run]")!.click();
});

results.addEventListener("click", (event) => {
  const link = (event.target as Element).closest<HTMLElement>("[data-goto]");
  if (link) editor.goto(Number(link.dataset.goto));
});

document.addEventListener("click", (event) => {
  const button = (event.target as Element).closest("[data-restore]");
  const source = button?.parentElement?.querySelector<HTMLInputElement>("[data-source]");
  if (!source) return;
  editor.value = source.value;
  editor.focus();
});

for (const pane of results.querySelectorAll(".pane")) {
  new MutationObserver(() => mark(pane)).observe(pane, { childList: true, subtree: true });
}
