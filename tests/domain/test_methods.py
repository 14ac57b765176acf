"""Methods are found in the texts of projects by their names: whole, in the plural, with their capitals."""

from pathlib import Path

import pytest

from sharpen.content.library import read_library
from sharpen.domain.ladder import Ladder
from sharpen.domain.methods import Place, methods_in, names
from sharpen.domain.topic import Topic
from tests.domain.project_texts import TEXTS, Text

LIBRARY = read_library([Path(__file__).parents[2] / "content"])
METHODS = LIBRARY.ladders.methods()
TOPICS = {
    "hmm": Topic("hmm", "Hidden Markov models", "r", "g", (), ("HMM", "EM")),
    "viterbi": Topic("viterbi", "Viterbi", "r", "g", (), ("HMM",)),
    "ranking": Topic("ranking", "Ranking", "r", "g", (), ("learning to rank", "LambdaMART")),
}
HMM = Ladder("hmm", "HMM", (), ("hmm", "viterbi"), words=("baum-welch", "LoRA", "decision tree"))
RANKING = Ladder("ranking", "Ranking", (), ("ranking", "viterbi"), words=("re-ranker",))


def found(text: str, *ladders: Ladder) -> list[str]:
    places = methods_in({"model": text}, ladders or (HMM, RANKING), TOPICS.values())
    return sorted(text[place.start : place.end] for where in places.values() for place in where)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)
def test_the_methods_of_a_project_are_found_and_no_others(text: Text) -> None:
    assert set(methods_in(text.fields, METHODS, LIBRARY.outline)) == text.methods | text.named


def test_what_is_no_method_in_small_letters_is_not_found() -> None:
    text = "Rags, a glove, Lora of the gym, vit, em, cart. Attention to ranking, regularization, drift, p-values, ads."
    assert methods_in({"data": text}, METHODS, LIBRARY.outline) == {}


def test_topics_give_specific_names_that_no_other_method_has() -> None:
    assert names(HMM, (HMM, RANKING), TOPICS) == (
        "baum-welch",
        "LoRA",
        "decision tree",
        "Hidden Markov models",
        "HMM",
        "EM",
    )
    assert names(RANKING, (HMM, RANKING), TOPICS) == ("re-ranker", "LambdaMART"), "not ranking, nor what is of both"


@pytest.mark.parametrize(
    ("text", "those"),
    [
        ("BaumWelch, Baum-Welch and baum  welch", ["Baum-Welch", "baum  welch"]),
        ("Decision trees; a DECISION-TREE; undecision tree; decision treebank", ["DECISION-TREE", "Decision trees"]),
        ("by EM; and em, them, EMs, EM2, OEM", ["EM", "EMs"]),
        ("LoRA, lora, LORA", ["LoRA"]),
        ("An HMM. (HMMs) non-HMM", ["HMM", "HMM", "HMMs"]),
        ("rankers, a re-ranker's score, two reranker", ["re-ranker"]),
        ("ranking, Viterbi, learning to rank", []),
    ],
)
def test_names_are_found_whole_in_the_plural_and_with_their_capitals(text: str, those: list[str]) -> None:
    assert found(text) == sorted(those)


def test_each_place_is_told() -> None:
    places = methods_in({"goal": "Rank", "model": "An HMM, two HMMs"}, (HMM, RANKING), TOPICS.values())
    assert places == {"hmm": (Place("model", 3, 6), Place("model", 12, 16))}
