"""Templates and gaps, as Anki renders them."""

import time
from contextlib import suppress

import pytest

from sharpen.anki import limits
from sharpen.anki.cloze import cloze
from sharpen.anki.package import BadPackage
from sharpen.anki.template import Card, TemplateBroken, parsed, rendered

FIELDS = {"Front": "Q", "Back": "A", "Empty": " <br>&nbsp;<div></div>", "Tagged": "<b>t</b>"}


@pytest.mark.parametrize(
    ("template", "front"),
    [
        ("{{Front}}-{{ Back }}", "Q-A"),
        ("{{#Front}}a{{/Front}}{{^Front}}b{{/Front}}", "a"),
        ("{{#Empty}}a{{/Empty}}{{^Empty}}b{{/Empty}}", "b"),
        ("{{#Front}}{{#Empty}}x{{Front}}{{/Empty}}y{{/Front}}", "y"),
        ("{{text:Tagged}}", "t"),
        ("{{furigana:Front}}", "Q"),
        ("{{Missing}}!", "!"),
        ("{{type:Back}}{{hint:Back}}!", "!"),
        ("{{FrontSide}}!", "!"),
        ("{{! a comment }}!", "!"),
        ("{{=<% %>=}}<%Front%>", "Q"),
        ("<script>{{#Front}}</script>{{Front}}", "Q"),
        ("{{#c1}}one{{/c1}}{{#c2}}two{{/c2}}", "one"),
    ],
)
def test_templates(template: str, front: str) -> None:
    assert rendered(parsed(template), FIELDS, Card(0, front=True)) == front


@pytest.mark.parametrize(
    "template", ["{{#Front}}", "{{/Front}}", "{{#Front}}{{/Back}}", "{{Front", "{{#A}}{{#B}}{{/A}}{{/B}}"]
)
def test_broken_templates(template: str) -> None:
    with pytest.raises(TemplateBroken):
        parsed(template)


@pytest.mark.parametrize(
    ("text", "number", "hidden", "revealed"),
    [
        ("{{c1::a}} b", 1, "<cloze>[...]</cloze> b", "<cloze>a</cloze> b"),
        ("{{c1::a::h}} {{c2::b}}", 1, "<cloze>[h]</cloze> b", "<cloze>a</cloze> b"),
        ("{{c1::a {{c2::b}} c}}", 2, "a <cloze>[...]</cloze> c", "a <cloze>b</cloze> c"),
        ("{{c1::a {{c2::b}} c}}", 1, "<cloze>[...]</cloze>", "<cloze>a b c</cloze>"),
        ("{{c1,3::a}}", 3, "<cloze>[...]</cloze>", "<cloze>a</cloze>"),
        ("{{c1::a}}", 2, "", ""),
        ("no gap }} here", 1, "", ""),
        (
            "{{c1::a}} {{c2::never closed",
            1,
            "<cloze>[...]</cloze> {{c2::never closed",
            "<cloze>a</cloze> {{c2::never closed",
        ),
    ],
)
def test_gaps(text: str, number: int, hidden: str, revealed: str) -> None:
    assert (cloze(text, number, reveal=False), cloze(text, number, reveal=True)) == (hidden, revealed)


@pytest.mark.parametrize(
    "text",
    [
        "{{c1::" * 100_000,
        "}}" * 300_000,
        "{{c1::a}}" * 80_000,
        "{{c1::" * 50_000 + "}}" * 50_000,
        "{{c1::a::" * 80_000,
        "{" * 500_000,
    ],
)
def test_strange_gaps_take_no_longer(text: str) -> None:
    start = time.process_time()
    cloze(text, 1, reveal=True)
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    "template", ["{{#F}}" * 20_000 + "{{/F}}" * 20_000, "{{F" * 40_000 + "}}", "<!--" * 200_000, "<script" * 100_000]
)
def test_strange_templates_take_no_longer(template: str) -> None:
    start = time.process_time()
    with suppress(TemplateBroken, BadPackage):
        rendered(parsed(template), {"F": "x"}, Card(0, front=True))
    assert time.process_time() - start < 3


def test_a_template_cannot_repeat_its_fields_without_end() -> None:
    with pytest.raises(BadPackage, match="repeats its fields"):
        rendered(parsed("{{F}}" * 1000), {"F": "x" * (limits.SIDE // 100)}, Card(0, front=True))
