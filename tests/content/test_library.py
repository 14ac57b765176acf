"""The library: what it finds, in which order, and what it says of what it cannot use."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sharpen.content import ContentError, Library
from sharpen.content.library import bundled, read_library

OUTLINE = """
[rounds]
ml-coding = "ML coding"
[[group]]
round = "ml-coding"
title = "Algorithms"
topics = [{ id = "svm", wants = ["problem"] }, { id = "k-means", wants = ["problem", "cards"] }]
"""
TOML = """
title = "{slug}"
topic = "{topic}"
difficulty = "{difficulty}"
minutes = 20
profile = "stdlib"
entry = ["f"]
summary = "S."
level = "onsite"
since = "0.1"
"""
TEXTS = {
    "statement.md": "Do it.\n\n```pycon\n>>> f(1)\n1\n```\n",
    "hints.md": "## 1. Think\n\nHard.\n\n## 2. Know\n\nMore.\n",
    "notes.md": "Notes.\n",
    "solution.py": "def f(x):\n    return x\n",
    "checks.py": "CHECKS = []\n",
}

Add = Callable[..., Path]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "content"
    root.mkdir()
    (root / "outline.toml").write_text(OUTLINE)
    return root


@pytest.fixture
def add(root: Path) -> Add:
    def add(slug: str, topic: str = "k-means", difficulty: str = "easy", under: Path = root) -> Path:
        folder = under / "topics/ml-coding" / topic / slug
        folder.mkdir(parents=True)
        (folder / "problem.toml").write_text(TOML.format(slug=slug, topic=topic, difficulty=difficulty))
        for name, text in TEXTS.items():
            (folder / name).write_text(text)
        return folder

    return add


def test_problems_come_in_the_order_of_the_outline_then_from_easy_to_hard(root: Path, add: Add) -> None:
    for slug, topic, difficulty in [
        ("a", "k-means", "hard"),
        ("b", "k-means", "easy"),
        ("c", "k-means", "medium"),
        ("d", "svm", "hard"),
    ]:
        add(slug, topic, difficulty)
    library = read_library([root])
    assert list(library.problems) == ["d", "b", "c", "a"]
    assert [problem.slug for problem in library.problems.of_topic("k-means")] == ["b", "c", "a"]
    assert library.broken == []


@pytest.mark.parametrize("value", ["1" * 5000, "[" * 5000])
def test_a_value_without_end_breaks_its_problem_alone(root: Path, add: Add, value: str) -> None:
    add("fine")
    file = add("broken") / "problem.toml"
    file.write_text(f"{file.read_text()}\nextra = {value}\n")
    library = read_library([root])
    assert list(library.problems) == ["fine"]
    assert ["not valid TOML" in str(fault) for fault in library.broken] == [True]


def test_the_author_puts_a_problem_before_easier_ones(root: Path, add: Add) -> None:
    for slug, place, difficulty in [("a", None, "easy"), ("b", 2, "easy"), ("c", 1, "hard"), ("d", None, "easy")]:
        path = add(slug, difficulty=difficulty) / "problem.toml"
        path.write_text(f"place = {place}\n{path.read_text()}" if place else path.read_text())
    assert list(read_library([root]).problems) == ["c", "b", "a", "d"]


def test_a_follow_up_comes_after_its_basic_problem() -> None:
    problems = list(read_library([bundled()]).problems)
    for basic, follow_up in [
        ("perceptron", "averaged-perceptron"),
        ("k-nearest-neighbors", "choosing-k-by-leave-one-out"),
        ("k-means", "k-means-plus-plus"),
        ("mlp-forward", "mlp-backward"),
        ("reservoir-sampling", "weighted-reservoir-sampling"),
    ]:
        assert problems.index(basic) < problems.index(follow_up)


def test_texts_are_read_when_asked_for(root: Path, add: Add) -> None:
    folder = add("a")
    library = read_library([root])
    assert library.problems.folder("a") == folder
    assert library.problems.statement("a") == TEXTS["statement.md"]
    assert library.problems.example("a") == "f(1)"
    assert library.problems.hints("a") == ["## 1. Think\n\nHard.", "## 2. Know\n\nMore."]
    assert library.problems.solution("a") == TEXTS["solution.py"]
    assert library.problems.starter("a") == "def f(x):\n    raise NotImplementedError\n"
    assert library.problems.notes("a") == "Notes.\n"
    folder.joinpath("notes.md").unlink()
    assert library.problems.notes("a") == ""


def test_lessons_and_readings(root: Path, add: Add) -> None:
    folder = add("a").parent
    library = read_library([root])
    assert library.lessons.text("k-means") is None
    assert library.lessons.readings("k-means") == []
    (folder / "lesson.md").write_text("# k-means\n\nText.\n\n## Readings\n\n- [T](https://example.org) A, 1982\n")
    assert library.lessons.text("k-means") == "# k-means\n\nText.\n"
    assert [reading.note for reading in library.lessons.readings("k-means")] == ["A, 1982"]


def test_what_is_not_there_is_a_key_error(root: Path) -> None:
    library = read_library([root])
    problems, lessons = library.problems, library.lessons
    asked = [problems.folder, problems.statement, problems.example, problems.hints, problems.solution]
    asked += [problems.notes, problems.starter, problems.of_topic]
    for ask in [*asked, lessons.text, lessons.readings, library.cards.of_topic]:
        with pytest.raises(KeyError):
            ask("nothing")


def test_the_version_follows_whatever_decides_a_verdict(root: Path, add: Add) -> None:
    folder = add("a")

    def version() -> str:
        return read_library([root]).problems["a"].version

    seen = {version()}
    for name in ("problem.toml", "solution.py", "checks.py"):
        with (folder / name).open("a") as file:
            file.write("# changed\n")
        seen.add(version())
    assert len(seen) == 4
    (folder / "statement.md").write_text("Other words.")
    assert version() in seen


def test_bytes_that_move_from_one_file_to_the_next_change_the_version(root: Path, add: Add) -> None:
    folder = add("a")
    (folder / "solution.py").write_text("ab")
    (folder / "checks.py").write_text("c")
    before = read_library([root]).problems["a"].version
    (folder / "solution.py").write_text("a")
    (folder / "checks.py").write_text("bc")
    assert read_library([root]).problems["a"].version != before


def test_a_broken_problem_is_left_out_and_the_rest_is_there(root: Path, add: Add) -> None:
    add("good")
    (add("no-checks") / "checks.py").unlink()
    (add("bad-toml") / "problem.toml").write_text("title = ")
    (add("latin") / "problem.toml").write_bytes(b'title = "\xe9"')
    add("Upper_Case")
    add("lost", topic="nowhere")
    library = read_library([root])
    assert list(library.problems) == ["good"]
    faults = sorted(f"{fault.path.relative_to(root / 'topics/ml-coding')}: {fault.message}" for fault in library.broken)
    assert [line.partition(" (")[0].partition(": 'utf")[0] for line in faults] == [
        'k-means/Upper_Case: a problem folder is named in lower case with hyphens, like "k-means"',
        "k-means/bad-toml/problem.toml: this is not valid TOML: Invalid value",
        "k-means/latin/problem.toml: this is not UTF-8 text",
        "k-means/no-checks/checks.py: this file is missing; every problem needs it",
        'nowhere: there is no topic "nowhere" in outline.toml',
    ]


def test_a_topic_in_the_wrong_round_is_reported_where_it_belongs(root: Path, add: Add) -> None:
    add("a")
    shutil.move(root / "topics/ml-coding", root / "topics/breadth")
    (fault,) = read_library([root]).broken
    assert fault.message == '"k-means" belongs to another round: move it to topics/ml-coding/k-means'


def test_folders_are_added_to_the_content_and_the_first_of_two_counts(root: Path, add: Add, tmp_path: Path) -> None:
    more = tmp_path / "more"
    more.mkdir()
    (more / "outline.toml").write_text(OUTLINE.replace('"svm"', '"own-topic"').replace("Algorithms", "Our own"))
    first = add("a")
    add("a", under=more)
    add("b", topic="own-topic", under=more)
    library = read_library([root, more, tmp_path / "gone"])
    assert list(library.problems) == ["a", "b"]
    assert library.problems.folder("a") == first
    assert [topic.id for topic in library.outline] == ["svm", "k-means", "own-topic"]
    assert [fault.message for fault in library.broken] == [
        "this content folder cannot be read (No such file or directory)",
        f"there is a problem called a already, in {first}",
    ]


def test_an_outline_that_cannot_be_read_is_reported(root: Path) -> None:
    (root / "outline.toml").write_text("[[group]]\ntopics = 3\n")
    assert "a group needs" in read_library([root]).broken[0].message
    (root / "outline.toml").write_text("=")
    assert "not valid TOML" in str(read_library([root]).broken[0])
    (root / "outline.toml").write_text("rounds = 'all'\n")
    assert "`rounds` must be a table" in str(read_library([root]).broken[0])


def test_a_group_of_no_round_is_reported_and_left_out(root: Path) -> None:
    (root / "outline.toml").write_text(OUTLINE.replace('round = "ml-coding"', 'round = "ml"'))
    library = read_library([root])
    assert library.outline.groups == ()
    assert 'of the round "ml", which `rounds` does not have' in library.broken[0].message


def test_hidden_and_private_folders_are_no_problems(root: Path, add: Add) -> None:
    folder = add("a").parent
    (folder / "__pycache__").mkdir()
    (folder / ".git").mkdir()
    (folder / "lesson.md").write_text("# L\n")
    assert read_library([root]).broken == []


def test_stats_count_what_exists_for_every_topic(root: Path, add: Add) -> None:
    folder = add("a").parent
    add("b")
    (folder / "lesson.md").write_text("# L\n")
    assert read_library([root]).stats() == {
        "topics": {
            "svm": {"lesson": False, "cards": 0, "problems": 0, "drills": 0, "cases": 0},
            "k-means": {"lesson": True, "cards": 0, "problems": 2, "drills": 0, "cases": 0},
        }
    }


def test_the_index_changes_nothing_and_follows_every_change(root: Path, add: Add, tmp_path: Path) -> None:
    folder, index = add("a"), tmp_path / "cache" / "content.json"
    without = read_library([root])
    assert read_library([root], index) == without
    assert read_library([root], index) == without
    toml = folder / "problem.toml"
    toml.write_text(toml.read_text().replace("minutes = 20", "minutes = 30"))
    assert read_library([root], index).problems["a"].minutes == 30
    for rubbish in (b"", b"[]", b"\xff", b'{"a": 1}'):
        index.write_bytes(rubbish)
        assert read_library([root], index).problems["a"].minutes == 30
    toml.write_text(toml.read_text() + "day = 2026-01-01\n")
    assert "`day` is not a key" in read_library([root], index).broken[0].message


def test_two_hundred_problems_open_in_no_time(root: Path, add: Add, tmp_path: Path) -> None:
    for i in range(200):
        add(f"p{i}")
    index = tmp_path / "content.json"
    assert len(read_library([root], index).problems) == 200
    # The least of several: what the machine does besides is not ours. It takes a fifth of this here.
    took = []
    for _ in range(7):
        started = time.process_time()
        read_library([root], index)
        took.append(time.process_time() - started)
    assert min(took) < 0.06


def test_the_content_that_comes_along_has_the_whole_outline() -> None:
    library = Library.open()
    assert bundled().name in ("content", "_content")
    topics = list(library.outline)
    assert len(topics) == len({topic.id for topic in topics}) == 182
    assert list(library.outline.rounds) == ["general-coding", "ml-coding", "depth", "breadth", "design", "behavioral"]
    assert set(library.stats()["topics"]) == {topic.id for topic in topics}
    assert {group.since for group in library.outline.groups} == {"", "2026"}


@pytest.mark.parametrize(
    ("topic", "wanted"),
    [
        ("k-means", "k-means"),
        ("k-nearest-neighbors", "k-nearest neighbors"),
        ("mlp", "MLP"),
        ("svm", "SVM"),
        ("tf-idf", "tf-idf"),
        ("auc", "AUC"),
        ("roc-curve", "ROC curve"),
        ("dbscan", "DBSCAN"),
        ("t-sne", "t-SNE"),
        ("two-pointers", "Two pointers"),
        ("hidden-markov-models", "Hidden Markov models"),
        ("top-k-elements", "Top-k elements"),
        ("linkedin-feed-and-recruiter", "LinkedIn feed and recruiter"),
        ("rnn-and-bptt", "RNN and BPTT"),
        ("dropout-in-lstm", "Dropout in LSTM"),
    ],
)
def test_titles_are_written_as_people_write_them(topic: str, wanted: str) -> None:
    assert Library.open().outline.topic(topic).title == wanted


def test_a_private_folder_names_its_topics(tmp_path: Path) -> None:
    (tmp_path / "outline.toml").write_text("""
[rounds]
mine = "Mine"
[[group]]
round = "mine"
title = "Caches"
topics = [{ id = "lru-cache", title = "LRU cache" }, { id = "a-topic-of-tomorrow" }]
""")
    titles = [topic.title for topic in read_library([tmp_path]).outline]
    assert titles == ["LRU cache", "A topic of tomorrow"]


def test_a_title_that_is_no_text_is_a_fault(tmp_path: Path) -> None:
    row = '[[group]]\nround = "mine"\ntitle = "Caches"\ntopics = [{ id = "lru-cache", title = 3 }]\n'
    (tmp_path / "outline.toml").write_text(f'[rounds]\nmine = "Mine"\n{row}')
    assert "the title of lru-cache is no text" in str(read_library([tmp_path]).broken[0])


def test_a_fault_reads_like_a_compilers() -> None:
    assert str(ContentError(Path("a/b.toml"), 3, "no")) == "a/b.toml:3: no"
    assert str(ContentError(Path("a"), 0, "no")) == "a: no"
