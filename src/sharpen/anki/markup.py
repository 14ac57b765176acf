r"""Markdown as HTML for Anki: as the pages render it, but with formulas left to Anki, as `\(..\)` and `\[..\]`."""

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

READ_BY_ANKI = re.compile(r"\[(?=/?latex\]|/?\${1,2}\]|sound:|anki:)", re.IGNORECASE)
"""Brackets that Anki takes for formulas of LaTeX and for sounds, wherever they stand."""
READ_BY_MATHJAX = re.compile(r"\\(?=[()\[\]])")


def html(markdown: str) -> str:
    """A text in Markdown, with TeX in dollars, as HTML. Its own HTML is shown as text."""
    rendered = str(_markdown().render(markdown)).strip()
    return READ_BY_ANKI.sub("&#91;", rendered)


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    markdown = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
    dollarmath_plugin(markdown, allow_space=False, allow_digits=True, double_inline=True, renderer=_formula)
    one_formula_a_block(markdown)
    markdown.add_render_rule("text", _text)
    markdown.add_render_rule("image", _caption)
    markdown.core.ruler.push("links_of_pages", lambda state: _unlink(state.tokens))
    markdown.add_render_rule("table_open", lambda *_: '<div class="table"><table>')
    markdown.add_render_rule("table_close", lambda *_: "</table></div>")
    return markdown


def _unlink(tokens: "Sequence[Token]") -> None:
    """Links to pages of sharpen, which lead nowhere in Anki, become their texts."""
    for token in tokens:
        ours = False
        for child in token.children or ():
            if child.type == "link_open":
                ours = str(child.attrGet("href")).startswith("/")
            if child.type in ("link_open", "link_close"):
                child.hidden = ours


def one_formula_a_block(markdown: "MarkdownIt") -> None:
    """A paragraph that begins and ends with a displayed formula is no block of one: `$$a$$ and $$b$$`.

    The plugin takes all of it for TeX; without its block, the paragraph shows both formulas in its lines.
    """
    (block,) = (rule.fn for rule in markdown.block.ruler.__rules__ if rule.name == "math_block")

    def rule(state: Any, start: int, end: int, silent: bool) -> bool:
        before = len(state.tokens)
        if not block(state, start, end, silent):
            return False
        if silent or "$$" not in state.tokens[-1].content:
            return True
        del state.tokens[before:]
        state.line = start
        return False

    markdown.block.ruler.at("math_block", rule)


def _formula(tex: str, options: dict[str, Any]) -> str:
    start, end = ("\\[", "\\]") if options["display_mode"] else ("\\(", "\\)")
    return start + escape(tex, quote=False) + end


def _text(_renderer: Any, tokens: "Sequence[Token]", index: int, _options: Any, _env: Any) -> str:
    # Text that only looks like a formula: MathJax does not look across elements.
    return READ_BY_MATHJAX.sub(r"<span>\\</span>", escape(tokens[index].content, quote=False))


def _caption(renderer: Any, tokens: "Sequence[Token]", index: int, options: Any, env: Any) -> str:
    """A picture stays behind; its caption goes along."""
    return str(renderer.renderInline(tokens[index].children or [], options, env))
