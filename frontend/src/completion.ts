/**
 * Completion in the editor: the learner's own names, Python's, and after a dot what the module of that name has.
 * Where none of these is known it is silent.
 */
import {
  acceptCompletion,
  autocompletion,
  closeCompletion,
  completionKeymap,
  completionStatus,
  moveCompletionSelection,
  selectedCompletion,
} from "@codemirror/autocomplete";
import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { localCompletionSource } from "@codemirror/lang-python";
import { syntaxTree } from "@codemirror/language";
import { Prec } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import type { EditorView } from "@codemirror/view";
import listed from "./members.json";

const SHORTEST = 2; // letters after which names are offered unasked
const MEMBERS = new Map(Object.entries(listed).map(([module, names]) => [module, names.split(" ")]));

const words = (type: string, text: string): Completion[] => text.split(" ").map((label) => ({ label, type }));
const PYTHON = [
  ...words(
    "keyword",
    "and assert break class continue def elif else except finally for from global if import in is lambda nonlocal not " +
      "or pass raise return try while with yield",
  ),
  ...words("constant", "False None True"),
  ...words("class", "bool bytes complex dict float frozenset int list object range set slice str tuple type"),
  ...words(
    "function",
    "abs all any bin callable chr divmod enumerate filter format getattr hasattr hash isinstance issubclass iter len " +
      "map max min next ord pow print repr reversed round setattr sorted sum super vars zip",
  ),
  ...words(
    "class",
    "ArithmeticError AssertionError AttributeError Exception IndexError KeyError NotImplementedError OverflowError " +
      "RuntimeError StopIteration TypeError ValueError ZeroDivisionError",
  ),
];

/** Whether the cursor stands within a word: completing there would double the word's end. */
function withinWord({ state, pos }: CompletionContext): boolean {
  return /\w/.test(state.sliceDoc(pos, pos + 1));
}

/** Names that go on as what was typed does, capitals as typed, once each; null for none. */
function offer(from: number, typed: string, names: readonly Completion[]): CompletionResult | null {
  const seen = new Set([typed]);
  const options = names.filter(({ label }) => label.startsWith(typed) && !seen.has(label) && seen.add(label));
  return options.length ? { from, options } : null;
}

function names(context: CompletionContext): CompletionResult | null {
  const word = context.matchBefore(/[\w.]+/);
  const typed = word?.text ?? "";
  if (withinWord(context) || !/^([A-Za-z_]\w*)?$/.test(typed)) return null;
  if (typed.length < SHORTEST && !context.explicit) return null;
  const own = localCompletionSource(context) as CompletionResult | null; // null within strings and comments
  return own && offer(word?.from ?? context.pos, typed, [...own.options, ...PYTHON]);
}

/** The module that a name stands for after the imports of the code, such as numpy for np. */
function moduleOf(code: string, path: string): string {
  const [head, ...rest] = path.split(".");
  for (const [, base, module, alias] of code.matchAll(
    /^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+)?import[ \t]+([\w.]+)(?:[ \t]+as[ \t]+(\w+))?/gm,
  )) {
    const whole = base ? `${base}.${module}` : module!;
    if ((alias ?? module) === head) return [whole, ...rest].join(".");
    if (!base && !alias && path.startsWith(module!)) return path;
  }
  return "";
}

/** After a dot: what the module has, or what the code itself uses after this name, such as self. */
function members(context: CompletionContext): CompletionResult | null {
  const before = context.matchBefore(/[\w.)\]]+/);
  const [, path, typed] = /^([A-Za-z_]\w*(?:\.\w+)*)\.(\w*)$/.exec(before?.text ?? "") ?? [];
  if (!path || typed === undefined || withinWord(context)) return null;
  if (/String|Comment/.test(syntaxTree(context.state).resolveInner(context.pos, -1).name)) return null;
  const code = context.state.doc.toString();
  const from = context.pos - typed.length;
  const elsewhere = `${code.slice(0, before!.from)}\n${code.slice(context.pos)}`;
  const used = elsewhere.matchAll(new RegExp(`(?<![\\w.])${path.replaceAll(".", "\\.")}\\.([A-Za-z_]\\w*)`, "g"));
  const known = MEMBERS.get(moduleOf(code, path)) ?? [...used].map(([, name]) => name!).sort();
  return offer(
    from,
    typed,
    known.map((label) => ({ label, type: "property" })),
  );
}

/** Take the choice, or the first entry where none was chosen. */
function take(view: EditorView): boolean {
  if (completionStatus(view.state) !== "active") return false;
  if (!selectedCompletion(view.state)) moveCompletionSelection(true)(view);
  return acceptCompletion(view);
}

/** Enter takes what was chosen with the arrows, and otherwise ends the line as it stands. */
function takeChosen(view: EditorView): boolean {
  const chosen = selectedCompletion(view.state);
  const { head } = view.state.selection.main;
  const label = chosen?.label ?? "";
  if (chosen && view.state.sliceDoc(head - label.length, head) !== label) return acceptCompletion(view);
  closeCompletion(view);
  return false;
}

export const completion = [
  autocompletion({ override: [members, names], selectOnOpen: false, defaultKeymap: false, filterStrict: true }),
  Prec.highest(
    keymap.of([
      ...completionKeymap.filter(({ key }) => key !== "Enter"),
      { key: "Enter", run: takeChosen },
      { key: "Tab", run: take },
    ]),
  ),
];
