import pytest

from sharpen.domain.counting import counted


@pytest.mark.parametrize(
    ("number", "nouns", "words"),
    [
        (0, ["attempt"], "0 attempts"),
        (1, ["attempt"], "1 attempt"),
        (1_234, ["attempt"], "1,234 attempts"),
        (1, ["memory", "memories"], "1 memory"),
        (2, ["memory", "memories"], "2 memories"),
    ],
)
def test_one_is_singular(number: int, nouns: list[str], words: str) -> None:
    assert counted(number, *nouns) == words
