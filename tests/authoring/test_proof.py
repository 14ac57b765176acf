"""Every fault that a contributor can make is found, and reported with what to do."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sharpen.authoring.card_proof import prove_cards
from sharpen.authoring.folders import Meant, NotContent, find, opened
from sharpen.authoring.proof import Proof, Strictness, prove, prove_lesson
from sharpen.authoring.scaffold import CannotScaffold, scaffold
from sharpen.content.library import Library
from sharpen.judge import LocalJudge

SOUND = Path(__file__).parents[1] / "practice" / "content"
LENIENT, STRICT = Strictness(), Strictness(strength=True)
ENDLESS = """
def clipped_mean(values: list[float], low: float, high: float) -> float:
    while True:
        sorted(values)
"""
INSIDE = Path("topics/ml-coding/uniform-sampling/clipped-mean")


@pytest.fixture(scope="module")
def judge() -> Iterator[LocalJudge]:
    judge = LocalJudge()
    yield judge
    judge.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SOUND, tmp_path / "content", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "content" / INSIDE


@pytest.fixture
def proven(folder: Path, judge: LocalJudge) -> Callable[..., Proof]:
    def run(strictness: Strictness = LENIENT) -> Proof:
        library = Library.open([folder.parents[3]])
        return prove(library, judge, folder, strictness)

    return run


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def reported(proof: Proof) -> list[str]:
    return [f"{finding.path.name}:{finding.line} {finding.what} {finding.do}" for finding in proof.findings]


def test_a_sound_problem_is_sound(proven: Callable[..., Proof]) -> None:
    proof = proven(STRICT)
    assert reported(proof) == []
    assert (proof.checks, proof.traps) == (4, 3)
    assert proof.strength is not None
    assert proof.strength.score == 1.0
    assert proof.strength.tried == proof.strength.total >= 9


def test_steps_are_reported_as_they_begin(folder: Path, judge: LocalJudge) -> None:
    steps: list[str] = []
    library = Library.open([folder.parents[3]])
    prove(library, judge, folder, report=steps.append)
    assert steps[:3] == ["reading", "judging the solution", "judging the starter"]
    assert "judging traps, 3 of 3" in steps


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (
            "checks.py",
            "    checks.error(",
            '    checks.property("Any", "clipped_mean", numbers, [1], holds=lambda *_: None, empty=True),\n'
            "    checks.error(",
            "Returning None passes: Any. Let each check have a case",
        ),
        (
            "checks.py",
            "    checks.error(",
            '    checks.property("Any", "clipped_mean", numbers, [1], holds=lambda got, *_: None if got == () else "", '
            "empty=True),\n    checks.error(",
            "Returning [] passes: Any. A property that an empty answer has",
        ),
        (
            "checks.py",
            'f"the mean {got} of {values} lies outside [{low}, {high}]"',
            '"wrong"',
            "'The mean lies between the bounds' tells the trap forgets_high 'wrong': it is hardly a sentence.",
        ),
        ("problem.toml", "minutes = 10\n", "", "`minutes` is missing"),
        ("problem.toml", '"stdlib"', '"pandas"', "`profile`"),
        ("statement.md", "### Constraints", "### Limits", "The section Constraints is missing."),
        ("statement.md", "### Example", "# Example", "The heading 'Example' is too big."),
        ("statement.md", "```pycon", "```python", "no pycon block"),
        ("statement.md", "5.333333333333333", "5.25", "statement.md:8 `clipped_mean([1, 5, 12], 2, 9)` shows `5.25`"),
        ("statement.md", ">>> clipped_mean", "clipped_mean", "statement.md:8 Nothing is typed in this example."),
        ("statement.md", "What changes", "What changes " + "and " * 450, "must fit a screen"),
        ("hints.md", "## 3. The skeleton", "### The skeleton", "There are 2 hints; there must be three."),
        ("hints.md", "## 2.", "## 5.", "hints.md:5 The hint '5. Clipping' has the wrong number."),
        ("notes.md", "## Sources", "## Books", "The section Sources is missing."),
        ("solution.py", "    Notes\n    -----\n    One pass, O(n).\n", "", "No docstring has a section Notes."),
        (
            "solution.py",
            "    total = 0.0\n",
            "    import numpy\n    total = 0.0\n",
            "`numpy` does not belong to the profile",
        ),
        ("solution.py", "    total = 0.0\n", "    total = 0.0\n" * 60, "besides its docstrings; at most 60"),
        ("solution.py", "max(value, low)", "max(value, high)", "solution.py:0 The model solution is not accepted."),
        ("solution.py", "total = 0.0", "total = = 0.0", "solution.py:15 This is not Python"),
        ("checks.py", "import statistics\n", "import statistics\nimport scipy\n", "checks.py:2 `scipy` is imported"),
        ("checks.py", "checks.property(", "checks.stability(", "No check is of the kind `property`."),
        ("checks.py", '"No values"', '"Random numbers"', "Two checks are called 'Random numbers'."),
        ("checks.py", "expected=by_sorting", "expected=None", "Random numbers"),
        (
            "checks.py",
            "    checks.error(",
            '    checks.property("Small", "clipped_mean", numbers, [1], holds=lambda got, *_: "large" if got > 6 '
            "else None),\n"
            "    checks.error(",
            "'Small' draws what does not work: solution.py is refused for clipped_mean([",
        ),
        (
            "checks.py",
            "    return statistics.fmean(",
            "    sum(range(5_000_000))\n    return statistics.fmean(",
            "ms of each attempt. Where `expected` is slow, add `drawn=checks.reference`; else `drawn=False`.",
        ),
        ("traps/clips_the_mean.py", "# caught by", "# found by", "clips_the_mean.py:1 The first line does not name"),
        ("traps/clips_the_mean.py", "Random numbers", "Random things", "There is no check called 'Random things'."),
        ("traps/clips_the_mean.py", "Random numbers", "No values", "is not caught by 'No values' but by: The example"),
        ("traps/clips_the_mean.py", "# The mean is", "#", "clips_the_mean.py:2"),
    ],
)
def test_a_fault_is_reported(
    folder: Path, proven: Callable[..., Proof], file: str, old: str, new: str, expected: str
) -> None:
    if file.endswith("clips_the_mean.py") and new == "#":
        edit(folder / file, "# The mean is clipped instead of the values.\n", "")
    else:
        edit(folder / file, old, new)
    assert any(expected in finding for finding in reported(proven())), reported(proven())


def test_a_slow_trap_may_run_out_of_time_before_the_check_of_growth(folder: Path, proven: Callable[..., Proof]) -> None:
    slow = folder / "traps" / "sorts_again_and_again.py"
    slow.write_text("# caught by: The mean lies between the bounds\n# Slow.\n" + ENDLESS)
    assert any("is not caught by" in finding for finding in reported(proven()))
    sizes = "[([1.0] * n, 0.0, 2.0) for n in (100, 10_000)]"
    growing = f'checks.growth("In linear time", "clipped_mean", {sizes}, factor=200)'
    edit(folder / "checks.py", "    checks.error(", f"    {growing},\n    checks.error(")
    edit(slow, "The mean lies between the bounds", "In linear time")
    assert not any("sorts_again_and_again" in finding for finding in reported(proven()))


def test_source_that_is_not_python_is_reported_once(folder: Path, proven: Callable[..., Proof]) -> None:
    edit(folder / "solution.py", "total = 0.0", "total = = 0.0")
    assert len(reported(proven())) == 1


@pytest.mark.parametrize("file", ["problem.toml", "statement.md", "hints.md", "solution.py", "notes.md", "checks.py"])
def test_a_missing_file_is_reported_once(folder: Path, proven: Callable[..., Proof], file: str) -> None:
    (folder / file).unlink()
    findings = [finding for finding in reported(proven()) if finding.startswith(f"{file}:")]
    assert len(findings) == 1
    assert "This file is missing." in findings[0]


@pytest.mark.parametrize("file", ["statement.md", "solution.py", "problem.toml", "mutants.toml", "traps/mine.py"])
def test_a_file_that_is_no_text_is_reported_once(folder: Path, proven: Callable[..., Proof], file: str) -> None:
    (folder / file).write_bytes("one\ntw\xf6\n".encode("latin-1"))
    (finding,) = reported(proven())
    assert finding.startswith(f"{Path(file).name}:2 This is not UTF-8 text: ")
    (folder.parent / "lesson.md").write_bytes(b"# \xf6")
    assert reported(prove_lesson(folder.parent))[0].startswith("lesson.md:1 This is not UTF-8 text: ")


@pytest.mark.parametrize(
    ("outline", "why"),
    [
        (None, "clipped-means:0 There is no topic"),
        ("[[group]]", "outline.toml:0 A group needs"),
        ("=", "outline.toml:0 This is not valid TOML"),
    ],
)
def test_a_topic_that_is_not_in_the_outline_is_reported(
    folder: Path, judge: LocalJudge, outline: str | None, why: str
) -> None:
    root, topic = folder.parents[3], folder.parent.rename(folder.parent.with_name("clipped-means"))
    if outline:
        (root / "outline.toml").write_text(outline)
    findings = reported(prove(Library.open([root]), judge, topic / folder.name))
    assert any(why in finding for finding in findings), findings


def test_too_few_traps(folder: Path, proven: Callable[..., Proof]) -> None:
    (folder / "traps" / "clips_the_mean.py").unlink()
    assert any("There are 2 traps; at least 3" in finding for finding in reported(proven()))


def test_a_trap_that_is_right(folder: Path, proven: Callable[..., Proof]) -> None:
    trap = folder / "traps" / "clips_the_mean.py"
    trap.write_text("# caught by: Random numbers\n# Nobody does.\n" + (folder / "solution.py").read_text())
    assert any("The trap is accepted." in finding for finding in reported(proven()))


def test_a_trap_that_does_not_run(folder: Path, proven: Callable[..., Proof]) -> None:
    (folder / "traps" / "clips_the_mean.py").write_text(
        "# caught by: Random numbers\n# Nobody does.\ndef clipped_mean(values, low, high):\n    return mean(values)\n"
    )
    assert reported(proven()) == [
        "clips_the_mean.py:4 The trap does not run: NameError: name 'mean' is not defined. Mend what was mistyped."
    ]


def test_other_right_answers_are_accepted(folder: Path, proven: Callable[..., Proof]) -> None:
    (folder / "right").mkdir()
    answer = folder / "right" / "from_the_other_end.py"
    answer.write_text("# The mean of what it is given, backwards.\n" + (folder / "solution.py").read_text())
    assert reported(proven()) == []
    answer.write_text((folder / "solution.py").read_text())
    assert any("The first line does not say how this answer differs." in finding for finding in reported(proven()))
    answer.write_text("# Wrong.\n" + (folder / "traps" / "clips_the_mean.py").read_text())
    assert any("A right answer is refused. " in finding for finding in reported(proven()))


def test_a_starter_that_is_accepted(folder: Path, proven: Callable[..., Proof]) -> None:
    text = (folder / "checks.py").read_text()
    (folder / "checks.py").write_text(text.replace("CHECKS = [", "CHECKS = OTHERS = [") + "CHECKS = OTHERS[3:]\n")
    edit(
        folder / "checks.py",
        '[checks.call("clipped_mean", [], 0, 1)])',
        '[checks.call("clipped_mean", [], 0, 1)], Exception)',
    )
    findings = reported(proven())
    assert any("The unsolved starter is accepted." in finding for finding in findings)
    assert any("No check is of the kind `example`." in finding for finding in findings)


def test_a_picture_that_cannot_be_drawn(folder: Path, proven: Callable[..., Proof]) -> None:
    (folder / "picture.py").write_text("def draw(figure, call, expected, got):\n    raise ValueError\n")
    assert any("No picture comes of" in finding for finding in reported(proven()))


def test_survivors_are_listed_with_the_line_that_changed(folder: Path, proven: Callable[..., Proof]) -> None:
    edit(folder / "solution.py", "total = 0.0", "total = 0.0 * 2.0")
    finding = next(iter(reported(proven(STRICT))))
    assert "The checks notice 0." in finding
    assert "solution.py:15\n    - total = 0.0 * 2.0\n    + total = 0.0 * 3.0\n    key = '" in finding


def test_equivalent_mutants_are_set_aside_with_a_reason(folder: Path, proven: Callable[..., Proof]) -> None:
    edit(folder / "solution.py", "total = 0.0", "total = 0.0 * 2.0")
    measured = proven(STRICT).strength
    assert measured is not None
    keys = [survivor.mutant.key for survivor in measured.survivors]
    entries = [f"[[equivalent]]\nkey = '{key}'\nreason = 'Zero times anything is zero.'\n" for key in keys]
    path = folder / "mutants.toml"
    path.write_text("\n".join([path.read_text(), *entries]))
    proof = proven(STRICT)
    assert reported(proof) == []
    assert proof.strength is not None
    assert proof.strength.equivalent == len(keys) > 0


def test_stale_and_unexplained_equivalents_are_reported(folder: Path, proven: Callable[..., Proof]) -> None:
    (folder / "mutants.toml").write_text(
        "[[equivalent]]\nkey = 'f: sign: -a -> a'\nreason = 'It was so once upon a time.'\n\n"
        "[[equivalent]]\nkey = 'g: sign: -a -> a'\n"
    )
    findings = reported(proven())
    assert any(f.startswith("mutants.toml:2 The solution has no mutant 'f: sign: -a -> a' any more.") for f in findings)
    assert any("'g: sign: -a -> a' has no reason." in finding for finding in findings)


@pytest.mark.parametrize("written", ["[equivalent]\nkey = 'a'\n", "equivalent = ['a']\n", "equivalent = 3\n"])
def test_equivalents_in_another_form_are_reported(folder: Path, proven: Callable[..., Proof], written: str) -> None:
    (folder / "mutants.toml").write_text(written)
    (finding,) = reported(proven())
    assert finding.startswith("mutants.toml:1 `equivalent` is not a list of tables. Begin each entry with ")


def test_an_endless_mutant_is_noticed_soon(folder: Path, proven: Callable[..., Proof]) -> None:
    edit(
        folder / "solution.py",
        "    for value in values:\n",
        "    k = 0\n    while k < len(values):\n        value = values[k]\n        k += 1\n",
    )
    measured = proven(STRICT).strength
    assert measured is not None
    assert measured.score == 1.0


def test_a_sample_is_the_same_for_the_same_seed(proven: Callable[..., Proof]) -> None:
    proof = proven(Strictness(strength=True, sample=3, seed=1))
    assert proof.strength is not None
    assert proof.strength.tried == 3
    assert proof.sound


def test_lessons(tmp_path: Path) -> None:
    assert reported(prove_lesson(tmp_path)) == [
        "lesson.md:0 The topic has problems but no lesson. Write lesson.md, 250 to 500 words."
    ]
    readings = "- [A Book](https://example.org/a) A. Author, 1999\n- [No link] B. Author\n"
    (tmp_path / "lesson.md").write_text("# Title\n\n" + "word " * 100 + "\n\n## Readings\n\n" + readings)
    assert reported(prove_lesson(tmp_path)) == [
        "lesson.md:0 The lesson is 101 words long; it must have 250 to 500. A reader has four minutes.",
        "lesson.md:8 The reading does not have a title, a link, an author and a year. "
        "Write `- [Title](https://...) Author, year`.",
    ]


def test_which_folders_are_meant(folder: Path) -> None:
    root, topic = folder.parents[3], folder.parent
    library = opened([], [folder])
    assert library.problems.folder("clipped-mean") == folder
    for path in (root, root / "topics", root / "topics" / "ml-coding", topic):
        assert find(library, [path]) == Meant([folder], [topic])
    for path in (folder, folder / "checks.py", Path("clipped-mean")):
        assert find(library, [path]) == Meant([folder])
    with pytest.raises(NotContent, match="no problem of that name"):
        find(library, [Path("no-such")])
    with pytest.raises(NotContent, match="not part of a content folder"):
        find(library, [Path("/")])


def test_a_scaffold_reports_step_by_step_what_is_missing(tmp_path: Path, judge: LocalJudge) -> None:
    (tmp_path / "topics").mkdir()
    library = Library.open([tmp_path])
    folder = scaffold(library, tmp_path, "class-mean", "k-means")
    assert folder == tmp_path / "topics" / "ml-coding" / "k-means" / "class-mean"
    proof = prove(Library.open([tmp_path]), judge, folder)
    assert {finding.path.name for finding in proof.findings} == {
        *("problem.toml", "statement.md", "hints.md", "notes.md", "solution.py", "checks.py"),
        *("todo_one.py", "todo_two.py", "todo_three.py"),
    }
    assert all("TODO" in finding.what for finding in proof.findings)
    for path in folder.rglob("*.*"):
        path.write_text(path.read_text().replace("TODO", "written"))
    findings = reported(prove(Library.open([tmp_path]), judge, folder))
    assert findings[0].startswith("solution.py:21 The model solution is not accepted. The example in the statement")


def test_a_scaffold_of_a_class_with_a_drill_works_once_it_is_solved(tmp_path: Path, judge: LocalJudge) -> None:
    """What it begins with is a problem of its own: the last few items."""
    (tmp_path / "topics").mkdir()
    folder = scaffold(Library.open([tmp_path]), tmp_path, "last-few", "data-structure-design", of_class=True)
    assert (folder / "drill.toml").is_file()
    proof = prove(Library.open([tmp_path]), judge, folder)
    assert {finding.path.name for finding in proof.findings} >= {"drill.toml", "solution.py", "statement.md"}
    for path in folder.rglob("*.*"):
        path.write_text(path.read_text().replace("TODO", "written"))
    model = (folder / "checks.py").read_text().partition("class Model:")[2].partition("def steps")[0]
    (folder / "solution.py").write_text(f"class LastFew:{model.replace('written: the', 'Notes')}")
    results = list(
        judge.at(Library.open([tmp_path]).problems.folder).judge(
            Library.open([tmp_path]).problems["last-few"], (folder / "solution.py").read_text()
        )
    )
    assert [(result.name, result.verdict) for result in results if not result.passed] == []


def test_a_scaffold_writes_over_nothing(tmp_path: Path) -> None:
    begun = tmp_path / "topics/ml-coding/k-means/class-mean/solution.py"  # by hand, and no trap as yet
    begun.parent.mkdir(parents=True)
    begun.write_text("mine")
    with pytest.raises(CannotScaffold, match="is there already"):
        scaffold(Library.open(), tmp_path, "class-mean", "k-means")
    assert begun.read_text() == "mine"


@pytest.mark.parametrize(
    ("slug", "topic", "message"),
    [
        ("Class Mean", "k-means", "lower case and hyphens"),
        ("class-mean", "no-topic", "no topic 'no-topic'"),
        ("k-means", "k-means", "There is a problem k-means already"),
    ],
)
def test_a_scaffold_that_cannot_be(tmp_path: Path, slug: str, topic: str, message: str) -> None:
    with pytest.raises(CannotScaffold, match=message):
        scaffold(Library.open(), tmp_path, slug, topic)


@pytest.mark.parametrize(
    ("python", "what"),
    [
        ("def (", "This file cannot be run: SyntaxError: "),
        ("CARDS = [1]", "This file cannot be run: AttributeError: "),
        ("def sum_of(rng): pass\nCARDS = [sum_of]", "topic/sum-of, seed 0: it returns a NoneType, not a Numeric."),
    ],
)
def test_generated_cards_that_are_none(tmp_path: Path, python: str, what: str) -> None:
    topic = tmp_path / "topic"
    topic.mkdir()
    (topic / "cards.py").write_text(python)
    assert what in [finding.what for finding in prove_cards(topic)][-1]


RANGES = """
[ranges.values]
length = [1, 1000]
values = [-1e6, 1e6]

[ranges.low]
values = [-100, 100]

[ranges.high]
values = [-100, 100]
"""


def declare(folder: Path, ranges: str) -> None:
    """Put other ranges into problem.toml."""
    path = folder / "problem.toml"
    path.write_text(path.read_text().partition("[ranges")[0] + ranges)


def test_a_corner_of_a_declared_range_that_no_check_visits_is_named(folder: Path, proven: Callable[..., Proof]) -> None:
    declare(folder, RANGES)
    assert reported(proven()) == [
        f"problem.toml:0 No check gives {corner}. Add a case, or narrow the range."
        for corner in (
            "`values` a length of about 1000",
            "`values` values of about -1e+06",
            "`values` a zero",
            "`values` values of about 1e+06",
            "`low` values of about -100",
            "`low` values of about 100",
            "`high` values of about -100",
            "`high` a zero",
            "`high` values of about 100",
        )
    ]


def test_an_argument_without_a_declared_range_is_named(folder: Path, proven: Callable[..., Proof]) -> None:
    ranges = RANGES.partition("[ranges.high]")[0].replace("length", "width")
    declare(folder, ranges)
    first, *_, last = reported(proven())
    assert first.startswith("problem.toml:0 `ranges.values` has no key `width`.")
    assert "`high` of clipped_mean has no declared range." in "".join(reported(proven())), last


def test_a_problem_without_ranges_is_named(folder: Path, proven: Callable[..., Proof]) -> None:
    declare(folder, "")
    (finding,) = reported(proven())
    assert finding.startswith("problem.toml:0 The ranges of the arguments are not declared.")


def test_the_battery_is_tried_on_what_the_ranges_declare(folder: Path, proven: Callable[..., Proof]) -> None:
    assert "wrong_above_a_hundred" not in str(proven(STRICT).battery)
    declare(folder, RANGES)
    battery = proven(STRICT).battery
    assert battery is not None
    passed = {one.key for one in battery.passed}
    assert battery.tried > len(passed)
    assert "clipped_mean: wrong_above_a_hundred" in passed
    assert "clipped_mean: wrong_for_one_item" not in passed


def test_a_mistake_that_is_none_here_is_listed_with_its_reason(folder: Path, proven: Callable[..., Proof]) -> None:
    declare(folder, RANGES)
    key = "clipped_mean: wrong_above_a_hundred"
    (folder / "mutants.toml").write_text(f"[[right]]\nkey = '{key}'\nreason = 'No list is longer than that.'\n")
    battery = proven(STRICT).battery
    assert battery is not None
    assert key not in {one.key for one in battery.passed}
    edit(folder / "mutants.toml", key, "clipped_mean: forgets_everything")
    assert any("No mistake of the battery has the key" in line for line in reported(proven(STRICT)))
