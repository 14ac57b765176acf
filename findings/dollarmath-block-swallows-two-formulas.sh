#!/bin/sh
# mdit-py-plugins 0.7.0 (markdown-it-py 4.3.0), plugin dollarmath with its defaults.
# A line that begins and ends with two dollars is one block formula, whatever stands between: `$$a$$ and $$b$$` becomes
# the formula `a$$ and $$b`. A word before or after the formulas makes the line a paragraph; then it is cut at the single
# dollars, and the word "and" becomes a formula. Whoever writes Markdown with several displayed formulas in a line (as
# cards exported from Anki have them) must put each on lines of its own.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check markdown-it-py==4.3.0 mdit-py-plugins==0.7.0
"$dir/venv/bin/python" - <<'PYTHON'
from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin

markdown = MarkdownIt().use(dollarmath_plugin)


def found(text):
    return [(t.type, t.content) for token in markdown.parse(text) for t in (token.children or [token])]


block = found("$$a$$ and $$b$$")
print("alone:       ", block)
assert block == [("math_block", "a$$ and $$b")], block
within = [one for one in found("so $$a$$ and $$b$$") if one[0] == "math_inline"]
print("after a word:", within)
assert within == [("math_inline", "a"), ("math_inline", " and "), ("math_inline", "b")], within
apart = [one for one in found("$$a$$\n\nand\n\n$$b$$") if one[0] == "math_block"]
print("on its own:  ", apart)
assert apart == [("math_block", "a"), ("math_block", "b")], apart
PYTHON
