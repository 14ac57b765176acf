import { codeFolding, ensureSyntaxTree, foldEffect } from "@codemirror/language";
import type { EditorState, StateEffect } from "@codemirror/state";

/** Lines of a docstring from which on it is folded: the statement beside it says the same. */
const LONG = 6;
const PATIENCE = 200;

/** Folding, with a mark that says what is behind it. */
export const folding = codeFolding({ placeholderText: "… the docstring" });

/** What folds every long docstring, from the end of its first line to its closing quotes. */
export function foldedDocstrings(state: EditorState): StateEffect<{ from: number; to: number }>[] {
  const effects: StateEffect<{ from: number; to: number }>[] = [];
  ensureSyntaxTree(state, state.doc.length, PATIENCE)?.iterate({
    enter: (node) => {
      if (node.name !== "String" || node.node.parent?.name !== "ExpressionStatement") return;
      if (node.node.parent.parent?.name !== "Body") return;
      const first = state.doc.lineAt(node.from);
      const last = state.doc.lineAt(node.to);
      if (last.number - first.number + 1 >= LONG) effects.push(foldEffect.of({ from: first.to, to: node.to - 3 }));
    },
  });
  return effects;
}
