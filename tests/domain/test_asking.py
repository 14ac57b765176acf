"""Asking a fact in free words: what is meant is found, what is not is said to be near or unknown."""

import pytest

from sharpen.domain.asking import hear
from sharpen.domain.case import Fact

FACTS = (
    Fact("traffic", "How many requests arrive in a day?", "", ("qps", "queries per second", "load")),
    Fact("latency", "How fast must an answer come back?", "", ("slo", "p99", "latency", "milliseconds")),
    Fact("people", "How many people use the app in a day?", "", ("users", "dau")),
    Fact("privacy", "Which personal data may we use?", "", ("gdpr", "consent")),
)


@pytest.mark.parametrize(
    ("typed", "fact"),
    [
        ("How many requests arrive in a day?", "traffic"),
        ("what's the QPS?", "traffic"),
        ("what's our latency? don't we have an SLO?", "latency"),
        ("queries per second", "traffic"),
        ("what is the latency SLO", "latency"),
        ("Latancy budget?", "latency"),
        ("how many users do we have", "people"),
        ("Do we need consent under the GDPR?", "privacy"),
        ("any PRIVACY constraints on personal data?", "privacy"),
    ],
)
def test_a_question_in_other_words_finds_its_fact(typed: str, fact: str) -> None:
    heard = hear(FACTS, typed)
    assert heard.fact is not None
    assert heard.fact.id == fact
    assert heard.near == ()


def test_words_that_two_facts_share_decide_nothing() -> None:
    heard = hear(FACTS, "a day?")
    assert heard.fact is None
    assert [fact.id for fact in heard.near] == ["traffic", "people"]


def test_a_question_that_is_mostly_about_something_else_is_not_answered() -> None:
    heard = hear(FACTS, "What is the average salary and education of users in Brazil?")
    assert heard.fact is None
    assert [fact.id for fact in heard.near] == ["people"]


@pytest.mark.parametrize("typed", ["", "   ", "?!", "What about it?", "Is there a moon?"])
def test_nothing_is_near_what_no_fact_knows(typed: str) -> None:
    heard = hear(FACTS, typed)
    assert heard.fact is None
    assert heard.near == ()


def test_a_case_without_facts_knows_nothing() -> None:
    assert hear((), "qps").fact is None
    assert hear(FACTS[:1], "qps").fact is FACTS[0]
