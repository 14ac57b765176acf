"""What the file of a project does not answer: counted, said, and gone once it is written."""

from pathlib import Path

import pytest

from sharpen.content.library import read_library
from sharpen.domain.gaps import Gap, gaps, numbers

LADDERS = read_library([Path(__file__).parents[2] / "content"]).ladders
FIELDS = {field.id: field for field in LADDERS.fields}
GOOD = {field.id: field.example for field in LADDERS.fields}


def of(field: str, text: str) -> list[Gap]:
    return [gap for gap in gaps(LADDERS.fields, {**GOOD, field: text}) if gap.field == field]


def test_the_examples_leave_no_gap_and_an_empty_file_one_for_each_field() -> None:
    assert gaps(LADDERS.fields, GOOD) == []
    empty = gaps(LADDERS.fields, {})
    assert [gap.field for gap in empty] == list(FIELDS)
    assert empty[2] == Gap("data", FIELDS["data"].gap, "Nothing is written here.")


@pytest.mark.parametrize(
    ("field", "text", "counted"),
    [
        ("goal", "Ranking of ads.", "3 words here, fewer than 15."),
        (
            "part",
            "We built the features and our team wrote the model, and then the platform people helped us to launch it.",
            "“we”, “our” or “us” 3 times, “I” or “my” not once.",
        ),
        (
            "part",
            "The team built the features, wrote the model and launched it with the people of the platform.",
            "“I”",
        ),
        (
            "data",
            "Logs of clicks from our servers since 2019, joined to orders by the session's id.",
            "No number here.",
        ),
        (
            "labels",
            "A click is a positive, and every impression that was shown to a user is a negative, so there are many.",
            "No word for a check of the labels, such as wrong, noisy, agree, error.",
        ),
        (
            "labels",
            "A click is a positive, and every other impression that was shown to a user is a negative.",
            "check",
        ),
        (
            "model",
            "A gradient boosted ensemble with very many trees that reads all of the features above here.",
            "alternative",
        ),
        (
            "training",
            "Nightly on a big machine, with early stopping, a learning rate that decays, and patience.",
            "split",
        ),
        (
            "evaluation",
            "AUC went up to .74 on the last week of data, which everybody here was happy about.",
            "how sure",
        ),
        ("evaluation", "AUC went up a lot, and the confidence in it was high, as everybody in it agreed.", "No number"),
        ("baselines", "None: XGBoost was chosen because everybody uses it and so we did too, at 0.8 AUC.", "simpler"),
        (
            "impact",
            "Customers were much happier afterwards, and the business saw good growth over the whole year.",
            "No number",
        ),
    ],
)
def test_each_rule_says_what_it_counted(field: str, text: str, counted: str) -> None:
    found = of(field, text)
    assert len(found) == 1
    assert counted in found[0].counted
    assert found[0].question.endswith("?")


def test_a_p_value_says_how_sure_one_was() -> None:
    assert not of(
        "evaluation", "NDCG from .41 to .43 on held-out bookings, and an A/B test on bookings won with p < 0.05."
    )


def test_a_project_that_was_never_live_may_say_so() -> None:
    for text in ("It was never live.", "Not deployed: a paper.", "Does not apply.", "It has not been launched yet."):
        assert of("serving", text) == of("impact", text) == []
    assert of("data", "It was never live.") != []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("80 million rows", 2),
        ("1.2M rows, 3% noise", 2),
        ("from .412 to .431", 2),
        ("$2 a day, ~15 ms", 2),
        ("two thirds of it", 2),
        ("in 2019 with GPT-4, T5, p99 and NDCG@10", 0),
        ("+1.3% (.4 to 2.2)", 3),
        ("one of them", 0),
    ],
)
def test_numbers_are_counted_but_not_years_nor_names(text: str, count: int) -> None:
    assert len(numbers(text)) == count, numbers(text)
