"""Markdown, formulas and code as safe HTML. Content cannot bring its own HTML, and nothing it brings runs.

Formulas become MathML, translated by Temml (see vendor/) inside a small JavaScript engine. What
has been rendered is remembered by its text, so a page costs its rendering once a process.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from sharpen.anki.markup import one_formula_a_block
from sharpen.domain.image import NAME as IMAGE
from sharpen.web.line_breaks import break_lines

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

TEMML = Path(__file__).with_name("vendor") / "temml.min.js"
PICTURE = re.compile(r"[a-z0-9-]+\.svg")
NAME = re.compile(r"`([^`\n]+)`")
REMEMBERED = 2048
"""How many rendered texts are kept: all of the content several times over."""
LONGEST_REMEMBERED = 20_000
"""Characters of the longest text that is kept once rendered. Cards from Anki may be longer, and bring many of them."""
LONGEST_TEX, SECONDS, MEMORY = 10_000, 2.0, 256 << 20
"""What a formula may take: characters, seconds, bytes in the engine. One that takes more is shown as it was written."""
FARTHEST = 20.0
"""How large a distance within a formula may be, in em: a longer one would push or paint over the rest of the page."""
EM = {"em": 1.0, "ex": 0.5, "px": 1 / 16, "pt": 1 / 12, "pc": 1.0, "mm": 0.24, "cm": 2.4, "in": 6.0}
LENGTH = re.compile(r"""\s[a-z]+="-?(\d+(?:\.\d+)?)([a-z]{2})\"""")
IDENTITY = re.compile(r"""\s(?:id|href)="[^"]*\"""")
"""What labels within formulas become: names and links that could be taken for those of the page."""
LONGEST_CODE = 20_000
"""Characters of code that are highlighted; longer code is plain."""


def render(text: str, top: int = 2, pictures: str = "") -> Markup:
    """Markdown as HTML. Headings are shifted so that the outermost becomes `<h{top}>`.

    `pictures` is where `![Caption](name.svg)` finds its picture, such as `/topics/pca/`; an image on
    a line of its own is a figure with its caption. Without it, and from anywhere else, no image is
    shown but its caption.
    """
    return (_render if len(text) <= LONGEST_REMEMBERED else _render.__wrapped__)(text, top, pictures)


@lru_cache(REMEMBERED)
def _render(text: str, top: int, pictures: str) -> Markup:
    tokens = _markdown().parse(text)
    _shift_headings(tokens, top)
    _unwrap_figures(tokens)
    return Markup(_markdown().renderer.render(tokens, _markdown().options, {"pictures": pictures}))


def names(text: str) -> Markup:
    """A sentence of ours in which `names` stand in backticks, as HTML; everything else in it is only text."""
    return Markup(NAME.sub(r"<code>\1</code>", escape(text)))


def inline(text: str) -> Markup:
    """One line of Markdown as HTML, without a paragraph around it."""
    return (_inline if len(text) <= LONGEST_REMEMBERED else _inline.__wrapped__)(text)


@lru_cache(REMEMBERED)
def _inline(text: str) -> Markup:
    return Markup(_markdown().renderInline(text))


@lru_cache(256)
def code(source: str, language: str = "python") -> Markup:
    """Source text as highlighted HTML, to stand inside a `<pre class="hl">`."""
    if len(source) > LONGEST_CODE:
        return Markup(escape(source))
    from pygments import highlight
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name("pycon" if source.startswith(">>>") else language or "text", stripnl=False)
    except ClassNotFound:
        lexer = get_lexer_by_name("text", stripnl=False)
    return Markup(highlight(source, lexer, HtmlFormatter(nowrap=True)))


def title(text: str) -> tuple[str, str]:
    """The `# ` heading a text starts with (or nothing), and the rest."""
    first, _, rest = text.lstrip().partition("\n")
    return (first[2:].strip(), rest) if first.startswith("# ") else ("", text)


def math(tex: str, display: bool = False) -> str:
    """A formula as MathML without style attributes, which the security policy would refuse.

    A formula that TeX could not read, or not within the limits above, is shown as it was written.
    """
    if len(tex) > LONGEST_TEX:
        return _as_written(tex)
    answer = _math_thread().submit(_math, tex, display).result()
    return re.sub(r"<([a-z]+)([^<>]*)>", _attributes, answer)


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    markdown = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
    dollarmath_plugin(
        markdown,
        allow_space=False,
        allow_labels=False,  # a label becomes a name of the page, which has its own
        allow_digits=True,
        double_inline=True,
        renderer=lambda tex, options: math(tex, options["display_mode"]),
    )
    one_formula_a_block(markdown)
    markdown.add_render_rule("fence", _fence)
    markdown.add_render_rule("table_open", lambda *_: '<div class="table"><table>')
    markdown.add_render_rule("table_close", lambda *_: "</table></div>")
    markdown.add_render_rule("link_open", _link)
    markdown.add_render_rule("image", _figure)
    markdown.core.ruler.push("line_breaks", lambda state: break_lines(state.tokens))
    return markdown


def _fence(_renderer: Any, tokens: Sequence["Token"], index: int, _options: Any, _env: Any) -> str:
    token = tokens[index]
    language = token.info.split()[0] if token.info.strip() else ""
    return f'<pre class="hl" tabindex="0"><code>{code(token.content, language)}</code></pre>\n'


def _link(renderer: Any, tokens: Sequence["Token"], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    if str(token.attrGet("href")).startswith(("http:", "https:")):
        token.attrSet("rel", "noreferrer")
    return str(renderer.renderToken(tokens, index, options, env))


def _figure(renderer: Any, tokens: Sequence["Token"], index: int, options: Any, env: Any) -> str:
    """A picture with its caption, which says what is to be seen; its first sentence names the picture."""
    token = tokens[index]
    caption = str(renderer.renderInline(token.children or [], options, env))
    name, pictures = str(token.attrGet("src")), env.get("pictures")
    if (image := IMAGE.fullmatch(name)) and pictures is not None:  # None: within a line, as of a list, there is no room
        size = f'width="{image[1]}" height="{image[2]}"'
        alt = escape(token.content) or "An image of the card"
        return f'<img class="brought" src="/anki/images/{name}" {size} alt="{alt}" loading="lazy">'
    if image:
        return caption or "(image)"
    if not pictures or not PICTURE.fullmatch(name):
        return caption
    first, _, rest = str(token.content).partition(". ")
    return (
        f'<figure class="drawn"><img src="{escape(pictures + name)}" width="720" height="320" loading="lazy"'
        f' alt="{escape(first + "." if rest else first)}"><figcaption>{caption}</figcaption></figure>\n'
    )


def _unwrap_figures(tokens: Sequence["Token"]) -> None:
    """A paragraph that holds an image alone is that image."""
    for before, inline, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        alone = inline.type == "inline" and [child.type for child in inline.children or ()] == ["image"]
        if alone and before.type == "paragraph_open":
            before.hidden = after.hidden = True


def _shift_headings(tokens: Sequence["Token"], top: int) -> None:
    headings = [token for token in tokens if token.type in ("heading_open", "heading_close")]
    shift = top - min((int(token.tag[1]) for token in headings), default=top)
    for token in headings:
        token.tag = f"h{min(6, int(token.tag[1]) + shift)}"


@cache
def _math_thread() -> ThreadPoolExecutor:
    """The JavaScript engine may only ever be used by the thread that made it."""
    return ThreadPoolExecutor(1, thread_name_prefix="math")


@cache
def _temml() -> Callable[[str, bool], str]:
    import quickjs

    context = quickjs.Context()
    context.set_memory_limit(MEMORY)
    context.eval(TEMML.read_text(encoding="utf-8") + ";globalThis.temml = temml;")
    # The answer goes through JSON: quickjs cannot hand over strings that JavaScript glued together.
    context.eval(
        "function render(tex, display) {"
        " return JSON.stringify(temml.renderToString(tex, {displayMode: display, throwOnError: false})) }"
    )
    context.set_time_limit(SECONDS)
    render: Callable[[str, bool], str] = context.get("render")
    return render


def _math(tex: str, display: bool) -> str:
    import quickjs

    try:
        answer = str(json.loads(_temml()(tex, display)))
    except quickjs.JSException:  # too deep, too long or too large
        _temml.cache_clear()
        answer = ""
    return answer if answer.startswith("<math") else _as_written(tex)


def _as_written(tex: str) -> str:
    return f'<code class="bad-math">{escape(tex)}</code>'


def _attributes(tag: re.Match[str]) -> str:
    """The tag with each style declaration turned into a class, which styles/math.css defines, and only sane rest."""
    name, attributes = tag[1], LENGTH.sub(_length, IDENTITY.sub("", tag[2]))
    found = re.search(r'\sstyle="([^"]*)"', attributes)
    if not found:
        return f"<{name}{attributes}>"
    attributes = attributes.replace(found[0], "")
    classes = " ".join(_classes(found[1]))
    if 'class="' in attributes:
        attributes = attributes.replace('class="', f'class="{classes} ')
        return f"<{name}{attributes}>"
    return f'<{name}{attributes} class="{classes}">'


def _length(attribute: re.Match[str]) -> str:
    return attribute[0] if float(attribute[1]) * EM.get(attribute[2], 1.0) <= FARTHEST else ""


def _classes(style: str) -> Iterator[str]:
    for declaration in filter(None, style.split(";")):
        yield "tml-" + re.sub(r"[^a-z0-9]+", "-", declaration.strip().lower()).strip("-")
