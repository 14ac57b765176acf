"""problem.toml: what is accepted, and how precisely everything else is refused."""

from pathlib import Path

import pytest

from sharpen.content.schema import read_problem
from sharpen.domain.problem import Difficulty, Limits, Problem, Profile

TOPICS = {"k-means": None, "svm": None, "hinge-loss": None}
PATH = Path("content/topics/ml-coding/k-means/k-means-lloyd/problem.toml")
GOOD = """\
title = "k-means"
topic = "k-means"
also = ["svm"]
difficulty = "medium"
minutes = 25
profile = "numpy"
entry = ["k_means"]
summary = "Lloyd's algorithm."
level = "phone screen"
since = "0.1"
[limits]
cpu = 4
"""


def read(text: str) -> Problem | list[str]:
    found = read_problem(PATH, text, "v1", TOPICS)
    return found if isinstance(found, Problem) else [f"{fault.line}: {fault.message}" for fault in found]


def changed(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new)


def test_a_good_file_becomes_the_problem_it_describes() -> None:
    assert read(GOOD) == Problem(
        slug="k-means-lloyd",
        title="k-means",
        topic="k-means",
        difficulty=Difficulty.MEDIUM,
        minutes=25,
        entry=("k_means",),
        version="v1",
        summary="Lloyd's algorithm.",
        also=("svm",),
        level="phone screen",
        since="0.1",
        profile=Profile.NUMPY,
        limits=Limits(cpu=4.0),
    )


def test_kin_are_a_site_a_number_and_a_title() -> None:
    problem = read(changed("minutes = 25", 'minutes = 25\nkin = ["leetcode:704 Binary Search"]'))
    assert isinstance(problem, Problem)
    assert problem.kin == ("leetcode:704 Binary Search",)


def test_limits_and_also_may_be_left_out() -> None:
    problem = read(GOOD.replace('also = ["svm"]\n', "").replace("[limits]\ncpu = 4\n", ""))
    assert isinstance(problem, Problem)
    assert (problem.limits, problem.also) == (Limits(), ())


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('difficulty = "medium"', 'difficulty = "normal"',
         '4: `difficulty` is "normal"; it must be one of "easy", "medium", "hard"'),
        ("minutes = 25", "minutes = 2.5", "5: `minutes` is 2.5; it must be a whole number of minutes from 5 to 120"),
        ("Lloyd's algorithm.", "Lloyd's\\nalgorithm.",
         '8: `summary` is "Lloyd"s\\nalgorithm."; it must be one line of 1 to 160 characters'),
        ("minutes = 25", "minutes = true", "5: `minutes` is true; it must be a whole number of minutes from 5 to 120"),
        ("minutes = 25", "minuts = 25",
         "5: `minuts` is not a key of problem.toml; did you mean `minutes`?"),
        ('profile = "numpy"', 'profile = "jax"',
         '6: `profile` is "jax"; it must be one of "stdlib", "numpy", "scipy", "torch"'),
        ('entry = ["k_means"]', 'entry = ["k-means"]',
         '7: `entry` is ["k-means"]; it must be a list of the functions or classes a submission must define'),
        ('entry = ["k_means"]', "entry = []",
         "7: `entry` is []; it must be a list of the functions or classes a submission must define"),
        ('entry = ["k_means"]', 'entry = ["f", "f"]',
         '7: `entry` is ["f", "f"]; it must be a list of the functions or classes a submission must define'),
        ('title = "k-means"', 'title = ""', '1: `title` is ""; it must be a title of 1 to 80 characters'),
        ('since = "0.1"', "since = 0.1", '10: `since` is 0.1; it must be the version it came with, such as "0.1"'),
        ("cpu = 4", "cpu = 100", "12: `limits.cpu` is 100; it must be CPU seconds from 0.1 to 60"),
        ("cpu = 4", "memry = 4", "12: `limits.memry` is not a key of problem.toml; did you mean `limits.memory`?"),
        ("cpu = 4", "cpu = 9", "11: `limits.wall` (6 s) must be at least `limits.cpu` (9 s); set both"),
        ("cpu = 4", "cpu = 2\nwall = 1", "13: `limits.wall` (1 s) must be at least `limits.cpu` (2 s); set both"),
        ("[limits]\ncpu = 4", "limits = 3", "11: `limits` is 3; it must be a table with cpu, wall, memory or output"),
        ('topic = "k-means"', 'topic = "kmeans"',
         '2: `topic` is "kmeans", which outline.toml does not have; did you mean "k-means"?'),
        ('topic = "k-means"', 'topic = "svm"',
         '2: `topic` is "svm", but the folder above is "k-means"; they must agree'),
        ('also = ["svm"]', 'also = ["hinge"]',
         '3: `also` names "hinge", which outline.toml does not have; did you mean "hinge-loss"?'),
        ('also = ["svm"]', 'kin = ["leetcode:704"]',
         '3: `kin` is ["leetcode:704"]; it must be a list of problems elsewhere that train the same, such as '
         '"leetcode:704 Binary Search"'),
        ('also = ["svm"]', 'also = "svm"', '3: `also` is "svm"; it must be a list of ids of topics in outline.toml'),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_line_and_what_is_accepted(old: str, new: str, message: str) -> None:
    assert read(changed(old, new)) == [message]


@pytest.mark.parametrize("key", ["title", "topic", "difficulty", "minutes", "profile", "entry", "summary", "level"])
def test_a_missing_key_is_named(key: str) -> None:
    text = "".join(line for line in GOOD.splitlines(keepends=True) if not line.startswith(f"{key} ="))
    (fault,) = read(text)
    assert fault.startswith(f"0: `{key}` is missing; it must be ")


def test_all_faults_are_reported_at_once() -> None:
    faults = read(changed("minutes = 25", 'minutes = "25"\ncolor = 1').replace('"medium"', '"mid"'))
    assert [fault.partition(":")[0] for fault in faults] == ["4", "5", "6"]
    assert "accepted are title, topic" in faults[2]


def test_what_is_not_toml_is_reported_with_its_line() -> None:
    assert read(changed("minutes = 25", "minutes = = 25")) == [
        "5: this is not valid TOML: Invalid value (at line 5, column 11)"
    ]
