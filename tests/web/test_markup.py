"""Markdown, formulas and code as HTML."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sharpen.anki.markup import html as anki_html
from sharpen.practice import Workspace
from sharpen.web import markup
from sharpen.web.line_breaks import cut

OF_TEMML = {"tml-display", "tml-jot", "tml-left", "tml-right", "tml-prime", "tml-sml-pad", "tml-med-pad", "tml-lrg-pad"}
OF_TEMML |= {"tml-small", "tml-overline", "tml-underline", "tml-vec", "tml-fbox", "tml-display-block-math"}
"""Classes of Temml's own style sheet, and the one style that it says itself."""

MATH_CSS = Path(__file__).parents[2] / "frontend" / "styles" / "math.css"


def test_raw_html_is_text() -> None:
    html = markup.render("Hello <script>alert(1)</script> <b>there</b>\n\n<div onclick=x>no</div>")
    assert "<script" not in html
    assert "<div" not in html
    assert "&lt;b&gt;" in html


@pytest.mark.parametrize("target", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd"])
def test_links_go_to_the_web_alone(target: str) -> None:
    assert "href" not in markup.render(f"[x]({target})")


def test_headings_are_shifted_below_the_title() -> None:
    html = markup.render("### Example\n\n#### More\n\n### Constraints")
    assert re.findall(r"<h(\d)>", html) == ["2", "3", "2"]
    assert markup.title("# k-means\n\nText") == ("k-means", "\nText")
    assert markup.title("Text") == ("", "Text")


def test_formulas_become_mathml() -> None:
    html = markup.render("Inline $x^2$ and\n\n$$\n\\sum_{i=1}^n x_i\n$$\n")
    assert html.count("<math") == 2
    assert 'display="block"' in html
    assert "style=" not in html
    assert markup.inline("$5 and 10$") == "$5 and 10$" or "<math" in markup.inline("$5 and 10$")


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("is $11$. With", ("", ".")),
        ("into $N$; so", ("", ";")),
        ("($x$)", ("(", ")")),
        ("by $k$-means now", ("", "-means")),
        ("**$a$** and $b$, c", ("", ",")),
        ('say "$x$"', ("&quot;", "&quot;")),
    ],
)
def test_a_formula_stays_on_one_line_with_what_it_touches(text: str, around: tuple[str, str]) -> None:
    shown = str(markup.inline(text))
    before, after = around
    joined = re.findall(r'<span class="joined">([^<]*)<span class="math inline">.*?</math></span>([^<]*)</span>', shown)
    assert joined == [(before, after)]
    assert re.sub("<[^>]+>", "", shown).split() == re.sub(r"[$*]", "", text).replace('"', "&quot;").split()


@pytest.mark.parametrize(
    ("tex", "pieces"),
    [
        ("a + b = c", ["a + b = c"]),
        (
            r"10 \cdot 0.83^{3} \cdot 0.17^{2} + 5 \cdot 0.83^{4} \cdot 0.17 = 0.9625",
            [r"10 \cdot 0.83^{3} \cdot 0.17^{2} +", r"5 \cdot 0.83^{4} \cdot 0.17 =", "0.9625"],
        ),
        (
            r"r = \frac{0.75\, e^{-9/8}}{0.75\, e^{-9/8} + 0.25\, e^{-1/8}} = 0.5246",
            ["r =", r"\frac{0.75\, e^{-9/8}}{0.75\, e^{-9/8} + 0.25\, e^{-1/8}} =", "0.5246"],
        ),
        (r"z = -0.5 \cdot 1 + (-0.4) \cdot (-2) - 0.4", ["z =", r"-0.5 \cdot 1 +", r"(-0.4) \cdot (-2) -", "0.4"]),
        ("(7, 16), (11, 11), (12, 17), (15, 20)", ["(7, 16),", "(11, 11),", "(12, 17),", "(15, 20)"]),
        (r"\lVert x_1 + x_2 + x_3 + x_4 + x_5 + x_6 + x_7 + x_8 + x_9 \rVert",) * 2,
        (r"\left( x_1 + x_2 + x_3 + x_4 + x_5 + x_6 + x_7 + x_8 + x_9 \right)",) * 2,
        (r"P = \begin{pmatrix} 0.7 & 0.2 & 0.1 \\ 0.1 & 0.4 & 0.5 \end{pmatrix}",) * 2,
    ],
)
def test_a_long_formula_is_cut_where_a_line_may_end(tex: str, pieces: list[str] | str) -> None:
    assert cut(tex) == ([pieces] if isinstance(pieces, str) else pieces)


def test_a_formula_that_touches_nothing_stands_for_itself() -> None:
    assert "joined" not in markup.inline("from $a$ to $b$")


def test_a_picture_is_named_by_the_first_sentence_of_its_caption() -> None:
    shown = markup.render('![A "curve" of $x < 1$. See it bend.](a.svg)', pictures="/topics/t/")
    assert 'alt="A &quot;curve&quot; of $x &lt; 1$."' in shown
    assert "See it bend.</figcaption>" in shown


def test_a_broken_formula_is_shown_as_written() -> None:
    assert markup.math(r"\frac{a") == r'<code class="bad-math">\frac{a</code>'


ENGINE = """
const temml = { renderToString(tex) {
  while (tex === "endless") ;
  for (let text = "x"; tex === "large"; text += text) ;
  return `<math>${tex}</math>`;
} };
"""


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Our own in place of Temml, with limits that are soon reached. It lives in the thread that made it."""
    (tmp_path / "engine.js").write_text(ENGINE)
    for name, value in (("TEMML", tmp_path / "engine.js"), ("SECONDS", 0.1), ("MEMORY", 4 << 20)):
        monkeypatch.setattr(markup, name, value)
    markup._math_thread().submit(markup._temml.cache_clear).result()
    yield
    markup._math_thread().submit(markup._temml.cache_clear).result()


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("tex", ["endless", "large", "x" * (markup.LONGEST_TEX + 1)], ids=len)
def test_a_formula_that_takes_too_much_is_shown_as_written(tex: str) -> None:
    start = time.process_time()
    assert 'class="bad-math"' in markup.math(tex)
    assert time.process_time() - start < 10
    assert markup.math("x^2") == "<math>x^2</math>", "the next one is none the worse for it"


def test_a_formula_of_many_roots_is_shown_one_way_or_the_other() -> None:
    html = markup.math(r"\sqrt{" * 100 + "x" + "}" * 100)
    assert html.startswith(("<math", '<code class="bad-math">'))


def test_the_engine_stops_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "SECONDS", 0.02)
    markup._temml.cache_clear()
    assert 'class="bad-math"' in markup.math("x+" * 4990 + "y")
    monkeypatch.undo()
    assert markup.math("x+" * 4990 + "y").startswith("<math")


@pytest.mark.parametrize(
    "tex",
    [
        r"\href{javascript:alert(1)}{x}",
        r"\href{https://x.org}{x}",
        r"\url{https://x.org}",
        r"\includegraphics{https://x.org/x.png}",
        r"\htmlData{hx-get=/x}{z}",
        r"\data{hx-get=/x}{z}",
        r"\id{due}{z}",
        r"\class{notice}{z}",
        r"\style{position:fixed}{z}",
        r"\begin{equation}x\label{due}\end{equation}",
        r"\ref{due}",
        r'\color{red" onx="1}{x}',
        r"\text{<img src=x onerror=1>}",
        r"\rule{10000em}{1000cm}",
        r"\raisebox{-900pt}{\text{Right}}",
    ],
)
def test_a_formula_brings_no_names_links_and_distances(tex: str) -> None:
    tags = re.findall(r"<[^>]*>", markup.render(f"$${tex}$$ (due)"))
    assert not [tag for tag in tags if re.search(r"\s(?:id|href|src|on\w+|style|data-\w+|hx-\w+)=", tag)]
    assert not [tag for tag in tags if re.search(r'="-?\d{3,}', tag)]
    assert not {tag.strip("</>").split()[0] for tag in tags} & {"a", "img", "semantics", "maction"}


def test_long_texts_and_code_are_not_kept_or_highlighted() -> None:
    held = markup._render.cache_info().currsize
    assert "word" in markup.render("word " * 10_000)
    assert markup._render.cache_info().currsize == held
    assert "<span" not in markup.code("if x:\n" * 10_000)


def test_formulas_come_from_any_thread() -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda n: markup.math(f"x_{n}"), range(40)))
    assert all(f"<mn>{n}</mn>" in answer or len(str(n)) > 1 for n, answer in enumerate(answers))


def test_code_is_highlighted() -> None:
    html = markup.render("```python\ndef f(): pass\n```\n\n```pycon\n>>> 1 + 1\n2\n```\n\n```nonsense\n<b>\n```")
    assert '<span class="k">def</span>' in html
    assert '<span class="gp">' in html
    assert "&lt;b&gt;" in html


def test_the_content_needs_no_style_that_is_missing(workspace: Workspace) -> None:
    """Every class that stands for a style attribute of Temml's is defined in math.css."""
    library = workspace.library
    problems = library.problems
    texts = [text for slug in problems for text in (problems.statement(slug), problems.notes(slug))]
    texts += ["\n\n".join(problems.hints(slug)) for slug in problems]
    texts += [library.lessons.text(topic.id) or "" for topic in library.outline]
    html = "".join(markup.render(text) for text in texts)
    assert "bad-math" not in html
    defined = set(re.findall(r"\.(tml-[a-z0-9-]+)", MATH_CSS.read_text())) | OF_TEMML
    used = {name for names in re.findall(r'class="([^"]*)"', html) for name in names.split() if name.startswith("tml-")}
    assert used - defined == set()


@pytest.mark.parametrize(
    ("text", "displayed", "in_line"),
    [
        ("$$a$$ and $b$ and $$c$$", 2, 1),
        ("$$a$$ and $$b$$", 2, 0),
        ("$$a$$ and\n$$b$$", 2, 0),
        ("- $$a$$, $$b$$\n- c", 2, 0),
        ("$$a$$\n\n$$b$$", 2, 0),
        ("$$\na\n+ b\n$$", 1, 0),
    ],
)
def test_every_formula_of_a_paragraph_is_one(text: str, displayed: int, in_line: int) -> None:
    for html in (markup.render(text), anki_html(text)):
        assert "$" not in html
        assert len(re.findall('display="block"|' + re.escape("\\["), html)) == displayed
        assert len(re.findall(r"<math(?![^>]*display)|\\\(", html)) == in_line


def test_names_of_a_sentence_are_code_and_the_rest_is_text() -> None:
    assert markup.names("`a_b` is <b>not</b> *this* `<i>`") == (
        "<code>a_b</code> is &lt;b&gt;not&lt;/b&gt; *this* <code>&lt;i&gt;</code>"
    )
