import { StateEffect, StateField } from "@codemirror/state";
import type { EditorState } from "@codemirror/state";
import { Decoration, EditorView, WidgetType } from "@codemirror/view";
import type { DecorationSet } from "@codemirror/view";

/** The line that raised and why, or nothing. */
export const setMark = StateEffect.define<{ line: number; why: string } | null>();

class Why extends WidgetType {
  constructor(readonly why: string) {
    super();
  }

  override eq(other: Why): boolean {
    return other.why === this.why;
  }

  toDOM(): HTMLElement {
    const span = document.createElement("span");
    span.className = "cm-error-why";
    span.textContent = this.why;
    return span;
  }
}

function marked(state: EditorState, line: number, why: string): DecorationSet {
  if (line > state.doc.lines) return Decoration.none;
  const { from, to } = state.doc.line(line);
  return Decoration.set([
    Decoration.line({ class: "cm-error-line" }).range(from),
    Decoration.widget({ widget: new Why(why), side: 1 }).range(to),
  ]);
}

/** The mark moves with its line and goes when the line itself is edited. */
export const markField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setMark)) {
        return effect.value ? marked(transaction.state, effect.value.line, effect.value.why) : Decoration.none;
      }
    }
    if (!transaction.docChanged || marks.size === 0) return marks;
    let touched = false;
    const first = marks.iter().from;
    const { from, to } = transaction.startState.doc.lineAt(first);
    transaction.changes.iterChangedRanges((changedFrom, changedTo) => {
      if (changedFrom <= to && changedTo >= from) touched = true;
    });
    return touched ? Decoration.none : marks.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});
