"""HTML as Markdown: what a person reads is the same, and nothing of HTML is left."""

import re
from html import escape, unescape

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from sharpen.anki import markup
from sharpen.anki.formulas import OPENER
from sharpen.anki.page import Unreadable
from sharpen.anki.prose import prose

TEXT = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=30) | st.text(
    "ab1.#*_`~$\\<>&[](){}|-+=:! \n", max_size=30
)
NAMED = f"image-{'a' * 32}-4x3.png"
SEEN = re.compile(r"[\s\ue000-\uf8ff]+")


def seen(html: str) -> str:
    """What is seen of HTML, without spaces."""
    return SEEN.sub("", unescape(re.sub(r"<[^>]*>", "", html)))


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("What is <b>this</b>?", "What is **this**?"),
        ("<div>one</div><div>two</div>", "one\n\ntwo"),
        ("a<br>b", "a  \nb"),
        ("a<br><br>b", "a\n\nb"),
        ("<ul><li>a<li>b<ol><li>c</ol></ul>", "- a\n- b\n  1. c"),
        ("<table><tr><th>A<th>B<tr><td>1|2<td>x</table>", "| A | B |\n| --- | --- |\n| 1\\|2 | x |"),
        (
            "<pre><code class='language-python'>if a &lt; b:\n    pass</code></pre>",
            "```python\nif a < b:\n    pass\n```",
        ),
        ("<ol><li>x<pre>a\n b</pre></ol>", "1. x\n\n   ```\n   a\n    b\n   ```"),
        ("<code>a`b</code>", "``a`b``"),
        ("snake_case and _this_", "snake_case and \\_this\\_"),
        ("<ul><li>a<ul><li>b</ul>c</ul>", "- a\n  - b\n\n  c"),
        ("5$ &amp; 6$", "5\\$ & 6\\$"),
        ("1. first", "1\\. first"),
        ("&lt;b&gt; and &amp;lt;", "\\<b> and \\&lt;"),
        ('<a href="https://a.org/x(y)">there</a>', "[there](https://a.org/x(y))"),
        ('<a href="https://a.org/x)y">there</a>', "[there](https://a.org/x%29y)"),
        ('<a href="file:///etc/passwd">there</a>', "there"),
        ("<b>(a)</b>b", "(a)b"),
        ("<span style='color:red'>red</span><!-- no --><style>p{}</style>", "red"),
        ("10<sup>2</sup>", "10$^{2}$"),
        ("<h2>Title</h2>text", "## Title\n\ntext"),
        ("a <script>alert(1)</script> b", "a b"),
        ("<b><div>x</div></b>", "**x**"),
        ("a<div><br></div>b", "a\n\nb"),
        ("a<div>b</div>c", "a\n\nb\n\nc"),
    ],
)
def test_html_becomes_markdown(html: str, markdown: str) -> None:
    assert re.sub("(?<=a)  (?=b)", " ", prose(html).text) == markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("\\(x_1 &lt; y\\)", "$x_1 < y$"),
        ("\\(a\\)\\(b\\)", "$a$ $b$"),
        ("\\[a<br>b\\]", "$$a b$$"),
        ("\\[a\\] (1)", "$$a$$ \\(1)"),
        ("\\( \\text{for $x$} \\)", "$\\text{for \\(x\\)}$"),
        ("\\(a % no\n b\\)", "$a b$"),
        ("\\(never closed", "\\\\(never closed"),
        ("<span>\\</span>(x\\)", "\\\\(x\\\\)"),
        ("[$]x^2[/$]", "$x^2$"),
        ("[$$]y[/$$]", "$$y$$"),
        ("so <anki-mathjax>\\frac{1}{3} &lt; x</anki-mathjax>, and", "so $\\frac{1}{3} < x$, and"),
        ('<anki-mathjax block="true">a<br>+ b</anki-mathjax>', "$$a + b$$"),
        ("<anki-mathjax></anki-mathjax>x<anki-mathjax>y", "x$y$"),
        ("[latex]$x$[/latex]", "$x$"),
        ("[latex]\\begin{align*}a&amp;=b\\end{align*}[/latex]", "$$\\begin{align*}a&=b\\end{align*}$$"),
        ("[latex]Let $x$ be 5\\%.[/latex]", "Let $x$ be 5\\\\%."),
        ("<code>\\(x\\)</code>", "`\\(x\\)`"),
        ("\\(a <cloze>[...]</cloze>\\)", "$a [...]$"),
        ("<table><tr><td>\\(|x|\\)</table>", "|  |\n| --- |\n| $\\|x\\|$ |"),
    ],
)
def test_formulas_become_dollars(html: str, markdown: str) -> None:
    assert prose(html).text == markdown


def test_media_that_are_not_taken_are_counted_and_images_leave_a_word() -> None:
    read = prose("a <img src=x.png><img src='x.png'> [sound:b.mp3]")
    assert read.text.replace("*(picture not kept)*", "?").split() == ["a", "??"]
    assert read.media == {"x.png", "b.mp3"}
    assert prose("<p><img src=x.png></p>[sound:b.mp3]").text == ""


def test_images_stand_where_they_stood() -> None:
    html = (
        "<b>ROC</b>: <img src=' r.png ' alt='A [curve](x) & **more**'><table><tr><td><img src=r.png></td></tr></table>"
    )
    read = prose(html, lambda source: {"r.png": NAMED}.get(source, ""))
    assert read.text == f"**ROC**: ![A curve (x) more]({NAMED})\n\n|  |\n| --- |\n| ![]({NAMED}) |"
    assert not read.media


def test_the_answer_begins_behind_its_line() -> None:
    read = prose("<div>question</div><hr id=answer>answer<hr>more")
    assert (read.before, read.text) == ("question", "answer\n\n---\n\nmore")


@given(TEXT)
@example("a\n:--")
@example("# a")
@example("~~~")
@example("1) a")
@settings(max_examples=300, deadline=None)
def test_text_says_the_same_afterwards(text: str) -> None:
    assume(not OPENER.search(text))
    assert seen(markup.html(prose(escape(text)).text)) == SEEN.sub("", text)


NAMES = (
    "b",
    "i",
    "em",
    "div",
    "p",
    "span",
    "li",
    "ul",
    "ol",
    "blockquote",
    "h1",
    "td",
    "tr",
    "table",
    "code",
    "u",
    "a",
)


def element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    names = st.sampled_from(NAMES)
    return st.builds(
        lambda name, parts, closed: f"<{name}>{''.join(parts)}" + (f"</{name}>" if closed else ""),
        names,
        st.lists(inner, max_size=4),
        st.booleans(),
    )


HTML = st.recursive(
    TEXT.filter(lambda text: not OPENER.search(text)).map(escape)
    | st.sampled_from(["<br>", "<hr>", "</div>", "</b>", "</td>"]),
    element,
    max_leaves=12,
)


@given(HTML)
@settings(max_examples=300, deadline=None)
def test_elements_say_the_same_afterwards(html: str) -> None:
    assume(not OPENER.search(unescape(re.sub(r"<[^>]*>", "", html))))  # two texts may make a formula together
    made = markup.html(prose(html).text)
    # A list's numbers are no text; code in a row of its own is.
    assert sorted(seen(made)) == sorted(seen(html))


@given(st.text("<>/!-abiscript=\"' &;\\()[]$`{}", max_size=60))
@settings(max_examples=300, deadline=None)
def test_nothing_of_html_is_left_whatever_comes_in(html: str) -> None:
    made = markup.html(prose(html).text)
    allowed = r"</?(?:p|div|span|code|pre|em|strong|ul|ol|li|h\d|table|thead|tbody|tr|th|td|a|blockquote|br|hr)\b"
    assert not re.search(r"<", re.sub(allowed, "", made))


@pytest.mark.parametrize("html", ["<div>" * 200, "<ul><li>" * 200, "<blockquote>" * 200, "a<br>" * 20_000])
def test_html_that_nobody_wrote_is_refused(html: str) -> None:
    with pytest.raises(Unreadable):
        prose(html)


CODE = "```\ndef f():\n    pass\n```"


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<table><tr><td><div class='highlight'><pre>def f():<br>    pass</pre></div></td></tr></table>", CODE),
        (
            "<center><table class='highlighttable'><tbody><tr><td class='linenos'><div class='linenodiv'><pre>1\n2"
            "</pre></div></td><td class='code'><pre>def f():\n    pass</pre></td></tr></tbody></table></center>after",
            CODE + "\n\nafter",
        ),
        ("<table><tr><td class=linenos>1<td><pre>def f():\n    pass</pre></table>", CODE),
        ("<table><tr><td>a</td><td><pre>x = 1</pre></td></tr></table>", "|  |  |\n| --- | --- |\n| a | `x = 1` |"),
        (
            "<table><tr><td><pre>a\nb</pre></td></tr></table><table><tr><td>x</table>",
            "```\na\nb\n```\n\n|  |\n| --- |\n| x |",
        ),
        ("<table>" * 3 + "<tr><td><pre>a\nb", "```\na\nb\n```"),
        ("<ruby>東京<rp>(</rp><rt>とうきょう</rt></ruby>に", "東京 (とうきょう) に"),
    ],
)
def test_code_leaves_the_table_that_a_highlighter_put_it_in(html: str, markdown: str) -> None:
    assert prose(html).text == markdown
