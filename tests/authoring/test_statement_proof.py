"""A statement says what is judged, in one of the ways in which people say it."""

from pathlib import Path

import pytest

from sharpen.authoring.statement_proof import prove_promises
from sharpen.domain.verdict import Kind


def unsaid(path: Path, text: str, kind: Kind) -> list[str]:
    (path / "statement.md").write_text(text)
    return [finding.what for finding in prove_promises(path / "statement.md", {Kind.EXAMPLE, kind})]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Kind.UNCHANGED, "The inputs must not be modified."),
        (Kind.UNCHANGED, "`X` and `y`, integer or float,\nare not changed."),
        (Kind.UNCHANGED, "Leave `items` as it is."),
        (Kind.UNCHANGED, "The arguments stay as they are."),
        (Kind.UNCHANGED, "Neither function changes the model."),
        (Kind.GROWTH, "It takes $O(n)$ or more."),
        (Kind.GROWTH, "A loop over all rows is too slow."),
        (Kind.GROWTH, "One product per layer is fast enough."),
        (Kind.GROWTH, "`probability` takes constant time."),
        (Kind.GROWTH, "No Python loop over the rows."),
        (Kind.GROWTH, "Time and memory are linear."),
        (Kind.MEMORY, "The stream does not fit in memory."),
        (Kind.MEMORY, "It may take 100 MiB."),
    ],
)
def test_what_is_said_is_found(tmp_path: Path, kind: Kind, said: str) -> None:
    assert unsaid(tmp_path, f"Draw one.\n\n- {said}\n", kind) == []


@pytest.mark.parametrize(
    ("kind", "text", "what"),
    [
        (Kind.UNCHANGED, "What changes for a stream? Words are taken as they are.", "that arguments stay unmodified"),
        (Kind.GROWTH, "Grown one question at a time, in a second each time.", "how much time an answer may take"),
        (Kind.MEMORY, "Memorable sums.", "how much memory an answer may take"),
    ],
)
def test_what_is_not_said_is_reported_where_it_is_judged(tmp_path: Path, kind: Kind, text: str, what: str) -> None:
    assert unsaid(tmp_path, text, kind) == [f"A check of the kind `{kind}` is not announced: {what}."]
    assert unsaid(tmp_path, text, Kind.ORACLE) == []
