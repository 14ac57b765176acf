import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, Prec } from "@codemirror/state";
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { completion } from "../completion";
import { foldedDocstrings, folding } from "../docstring";
import { look } from "../look";
import { markField, setMark } from "../mark";

/**
 * <code-editor> takes the place of the textarea inside it, which stays the form's field: what is
 * typed here is written there, with an `input` event. Without JavaScript the textarea is the editor.
 */
export class CodeEditor extends HTMLElement {
  #view!: EditorView;
  #textarea!: HTMLTextAreaElement;
  #vim = new Compartment();

  connectedCallback(): void {
    if (this.#view) return;
    this.#textarea = this.querySelector("textarea")!;
    this.#view = new EditorView({ parent: this, state: this.#state() });
    this.#textarea.hidden = true;
    if (this.hasAttribute("data-starter")) {
      this.#view.dispatch({ effects: foldedDocstrings(this.#view.state) });
    }
    this.#offerVim();
    this.dataset.ready = "true";
  }

  get value(): string {
    return this.#view.state.doc.toString();
  }

  /** Replace the whole text, as one step that undo takes back. */
  set value(text: string) {
    if (text === this.value) return;
    this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text } });
  }

  /** Mark a line as the one that raised, with the reason at its end; line 0 takes the mark away. */
  mark(line: number, why = ""): void {
    this.#view.dispatch({ effects: setMark.of(line ? { line, why } : null) });
  }

  /** Show a line and put the cursor on it. */
  goto(line: number): void {
    const { doc } = this.#view.state;
    const { from } = doc.line(Math.min(Math.max(1, line), doc.lines));
    this.#view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
    this.#view.focus();
  }

  override focus(): void {
    this.#view.focus();
  }

  #state(): EditorState {
    return EditorState.create({
      doc: this.#textarea.value,
      extensions: [
        EditorView.cspNonce.of(document.querySelector<HTMLMetaElement>("meta[name=csp-nonce]")?.nonce ?? ""),
        Prec.highest(this.#vim.of([])),
        Prec.highest(
          keymap.of([this.#presses("Mod-Enter", "[data-run]"), this.#presses("Mod-Shift-Enter", "[data-submit]")]),
        ),
        lineNumbers(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        drawSelection(),
        history(),
        bracketMatching(),
        closeBrackets(),
        completion,
        indentOnInput(),
        highlightSelectionMatches(),
        indentUnit.of("    "),
        EditorState.tabSize.of(4),
        python(),
        folding,
        markField,
        look,
        EditorView.contentAttributes.of({
          "aria-label": "Your code. Press Escape, then Tab, to leave the editor.",
          tabindex: "0",
          autocapitalize: "off",
          autocorrect: "off",
          spellcheck: "false",
        }),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, indentWithTab]),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          this.#textarea.value = update.state.doc.toString();
          this.#textarea.dispatchEvent(new Event("input", { bubbles: true }));
        }),
      ],
    });
  }

  #presses(key: string, button: string) {
    return {
      key,
      run: () => {
        document.querySelector<HTMLElement>(button)?.click();
        return true;
      },
    };
  }

  /** Vim keys are fetched when they are switched on, and the choice is remembered. */
  #offerVim(): void {
    const box = document.querySelector<HTMLInputElement>("[data-vim]");
    if (!box) return;
    box.closest("label")!.hidden = false;
    const apply = async () => {
      const extension = box.checked ? (await import("@replit/codemirror-vim")).vim({ status: true }) : [];
      this.#view.dispatch({ effects: this.#vim.reconfigure(extension) });
    };
    box.checked = localStorage.getItem("vim") === "on";
    if (box.checked) void apply();
    box.addEventListener("change", () => {
      localStorage.setItem("vim", box.checked ? "on" : "off");
      void apply().then(() => this.#view.focus());
    });
  }
}
customElements.define("code-editor", CodeEditor);
