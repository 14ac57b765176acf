import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags as t } from "@lezer/highlight";

/** Colors are CSS variables, so dark mode needs no JavaScript. */
const highlight = HighlightStyle.define([
  { tag: [t.keyword, t.operatorKeyword, t.modifier], color: "var(--syn-keyword)" },
  { tag: [t.string, t.special(t.string)], color: "var(--syn-string)" },
  { tag: [t.number, t.bool, t.null], color: "var(--syn-number)" },
  { tag: t.comment, color: "var(--syn-comment)", fontStyle: "italic" },
  { tag: [t.function(t.variableName), t.function(t.definition(t.variableName))], color: "var(--syn-function)" },
  { tag: [t.className, t.typeName, t.standard(t.variableName)], color: "var(--syn-type)" },
  { tag: [t.operator, t.punctuation], color: "var(--syn-punct)" },
]);

/** CodeMirror's own rules live outside every CSS layer, so ours must be given to it, not layered. */
const theme = EditorView.theme({
  ".cm-foldPlaceholder": {
    margin: "0 6px",
    padding: "0 6px",
    border: "0",
    borderRadius: "4px",
    background: "var(--sunken)",
    color: "var(--ink-2)",
    cursor: "pointer",
  },
  "&": { height: "100%", color: "var(--ink)", background: "none" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { font: "13.5px/1.7 var(--mono)", fontVariantLigatures: "none" },
  ".cm-content": { padding: "12px 0", caretColor: "var(--ink)" },
  // Not transparent: long lines slide under it.
  ".cm-gutters": { background: "var(--sheet)", border: "0", color: "var(--ink-3)", paddingLeft: "6px" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 14px 0 8px" },
  ".cm-activeLine, .cm-activeLineGutter": { background: "var(--active-line)" },
  ".cm-activeLineGutter": { color: "var(--ink-2)" },
  ".cm-cursor, .cm-dropCursor": { borderLeft: "2px solid var(--steel)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "var(--selection)",
  },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { background: "var(--steel-soft)", borderRadius: "2px" },
  ".cm-selectionMatch": { background: "var(--steel-soft)", borderRadius: "2px" },
  ".cm-fat-cursor": { background: "var(--steel) !important", color: "var(--on-steel) !important" },
  ".cm-panels": {
    background: "var(--sunken)",
    color: "var(--ink)",
    borderColor: "var(--line)",
    font: "12.5px var(--mono)",
  },
  ".cm-panels-bottom": { borderTop: "1px solid var(--line)" },
  ".cm-panel.cm-search": { padding: "8px 34px 8px 12px", font: "12.5px var(--sans)" },
  ".cm-panel.cm-search label": { font: "inherit", color: "var(--ink-2)", whiteSpace: "nowrap" },
  ".cm-panel.cm-search input[type=checkbox]": { accentColor: "var(--steel)", verticalAlign: "-2px" },
  ".cm-textfield": {
    font: "12.5px var(--mono)",
    color: "var(--ink)",
    background: "var(--sheet)",
    border: "1px solid var(--line)",
    borderRadius: "6px",
    padding: "4px 8px",
    width: "min(20em, 100%)",
  },
  ".cm-button": {
    font: "550 12.5px var(--sans)",
    color: "var(--ink)",
    background: "var(--sheet)",
    border: "1px solid var(--line)",
    borderRadius: "6px",
    padding: "4px 10px",
    cursor: "pointer",
    "&:hover, &:active": { background: "var(--line)" },
  },
  ".cm-panel.cm-search [name=close]": {
    color: "var(--ink-2)",
    font: "18px/1 var(--sans)",
    top: "8px",
    right: "10px",
    cursor: "pointer",
  },
  ".cm-searchMatch": { background: "var(--amber-soft)", outline: "1px solid var(--amber)" },
  ".cm-searchMatch-selected": { background: "var(--selection)" },
  ".cm-tooltip": {
    background: "var(--sheet)",
    color: "var(--ink)",
    border: "1px solid var(--line)",
    borderRadius: "8px",
    overflow: "hidden",
  },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--steel)", color: "var(--on-steel)" },
  ".cm-error-line": { background: "var(--fail-soft)", boxShadow: "inset 3px 0 var(--fail)" },
  ".cm-error-why": { font: "12px var(--sans)", color: "var(--fail)", marginLeft: "24px", whiteSpace: "pre" },
});

export const look = [syntaxHighlighting(highlight), theme];
