/** The verdict and the runs: which of them is shown, and the line they name, marked in the editor. */
import type { CodeEditor } from "./islands/code-editor";

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

/** Report a lost server where the answer would have been. */
function report(message: string): void {
  const notice = document.createElement("div");
  notice.className = "notice";
  notice.setAttribute("role", "alert");
  notice.textContent = message;
  results.querySelector("#verdict")!.replaceChildren(notice);
  show("verdict");
}

document.addEventListener("htmx:error", () =>
  report("sharpen does not answer. Your code is kept in this browser: start sharpen again, then reload this page."),
);
document.addEventListener("htmx:sse:error", () =>
  report("The connection to sharpen was lost. Your attempt is kept: start sharpen again, then reload this page."),
);

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
