"""Lessons in a narrow window: what only a real layout can show."""

from random import Random

from sharpen.web.markup import render
from tests.content.recomputing import generators

from .conftest import Opens

TORN = """() => {
    const torn = [];
    const text = document.createRange();
    for (const math of document.querySelectorAll("main .math.inline math")) {
        const after = document.createTreeWalker(math.closest("p, li, td, figcaption") ?? document.body, 4);
        while (after.nextNode()) {
            const node = after.currentNode;
            if (math.contains(node) || !(math.compareDocumentPosition(node) & 4)) continue;
            if (/^[.,;:]/.test(node.data) && math.parentElement.nextSibling === node) {
                text.setStart(node, 0);
                text.setEnd(node, 1);
                if (text.getBoundingClientRect().left < math.getBoundingClientRect().left)
                    torn.push(math.textContent + node.data.slice(0, 10));
            }
            break;
        }
    }
    return torn;
}"""
"""The formulas whose period or comma stands on the next line."""


def test_no_line_begins_with_the_period_of_a_formula(opens: Opens) -> None:
    page = opens("/topics/viterbi")
    torn = set()
    for width in range(320, 480, 8):
        page.set_viewport_size({"width": width, "height": 700})
        torn |= set(page.evaluate(TORN))
    assert not torn


WIDE = """explanations => {
    const main = document.querySelector("main");
    const wide = [];
    for (const explanation of explanations) {
        main.innerHTML = explanation;
        for (const math of main.querySelectorAll(".math.inline"))
            if (math.getBoundingClientRect().width > main.clientWidth) wide.push(math.textContent);
    }
    return wide;
}"""
"""The formulas within text that do not fit on a line, when these explanations are all there is on the page."""


def test_no_formula_within_text_is_wider_than_a_phone(opens: Opens) -> None:
    made = [card.make(Random(seed)) for card in generators().values() for seed in range(3)]
    page = opens("/topics/viterbi")
    page.set_viewport_size({"width": 390, "height": 700})
    assert page.evaluate(WIDE, [str(render(instance.explanation)) for instance in made]) == []
