"""The movies of the lab can be those of MovieLens 100K: read strictly, for a world as good as the one made up."""

import re
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from sharpen.authoring.lab_proof import reported
from sharpen.content.labs import read_lab
from sharpen.domain.lab import Lab
from sharpen.labs.columns import Columns
from sharpen.labs.errors import BadData
from sharpen.labs.public_data import arrays, prepare
from sharpen.labs.run import open_world, shortened
from sharpen.labs.world import World
from tests.labs import movielens

FOLDER = Path(__file__).parents[3] / "content/cases/movie-recommendation"
SCRIPT = FOLDER / "prepare.py"


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return movielens.files()


@pytest.fixture(scope="module")
def prepared(files: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Columns:
    return arrays(prepare(SCRIPT, movielens.packed(tmp_path_factory.mktemp("data") / "ml-100k.zip", files)))


@pytest.fixture(scope="module")
def world(prepared: Columns) -> World:
    made = open_world(FOLDER, 7, prepared)
    made.past()
    return made


def test_folder_and_archive_say_the_same(files: dict[str, str], prepared: Columns, tmp_path: Path) -> None:
    crlf = {name: text.replace("\n", "\r\n") + "\r\n" for name, text in files.items()}
    for made in (files, crlf):
        found = arrays(prepare(SCRIPT, movielens.folder(tmp_path / "ml-100k", made)))
        assert all((found[name] == prepared[name]).all() for name in prepared)
    assert str(prepared["summary"]) == f"943 people, 1,682 movies, {files['u.data'].count(chr(10)):,} ratings"


def test_movies_are_the_most_rated_in_the_order_of_release(files: dict[str, str], prepared: Columns) -> None:
    count = Counter(int(line.split("\t")[1]) for line in files["u.data"].splitlines())
    del count[267]  # of unknown genre
    most = [number for number, _ in sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))[:700]]
    items = [line.split("|") for line in files["u.item"].splitlines()]

    def released(number: int) -> tuple[int, int, int, int]:
        day, month, year = (items[number - 1][2] or "0-Jan-0").split("-")
        return int(year), movielens.MONTHS.index(month), int(day), number

    ordered = sorted(most, key=released)
    logs = np.log([count[number] for number in ordered])
    assert prepared["appeal"] == pytest.approx(logs - logs.mean())
    flags = [items[number - 1][5:] for number in ordered]
    assert (prepared["genres"][:, 0] == [int(has[1]) for has in flags]).all(), "Action"
    assert (prepared["genres"][:, 2] == [max(int(has[3]), int(has[4])) for has in flags]).all(), "Animation, Children's"
    assert (prepared["genres"][:, 11] == [max(int(has[17]), int(has[18])) for has in flags]).all(), "War, Western"


def test_people_have_their_ages_and_areas(files: dict[str, str], prepared: Columns) -> None:
    users = [line.split("|") for line in files["u.user"].splitlines()]
    ages = np.array([int(user[1]) for user in users])
    assert (prepared["age_group"] == sum((ages >= least).astype(int) for least in (25, 35, 45, 55))).all()
    areas = [int(user[4][0]) // 2 if user[4].isdigit() else 5 for user in users]
    assert (prepared["area"] == areas).all()


def test_who_likes_horror_is_found_to_like_it(files: dict[str, str], tmp_path: Path) -> None:
    horror = {
        str(number) for number, line in enumerate(files["u.item"].splitlines(), 1) if line.split("|")[5 + 11] == "1"
    }
    rated = [line.split("\t") for line in files["u.data"].splitlines()]
    person = Counter(user for user, movie, *_ in rated if movie in horror).most_common(1)[0][0]
    for row in rated:
        if row[0] == person:
            row[2] = "5" if row[1] in horror else "2"
    changed = {**files, "u.data": "\n".join("\t".join(row) for row in rated) + "\n"}
    likings = arrays(prepare(SCRIPT, movielens.folder(tmp_path, changed)))["likings"]
    assert likings[int(person) - 1].argmax() == 6
    assert likings[:, 6].argmax() == int(person) - 1


def test_designs_see_the_same_columns_and_shapes(world: World) -> None:
    other = open_world(FOLDER, 7)
    for mine, embedded in ((world.log(27), other.log(27)), (world.catalog(27), other.catalog(27))):
        assert mine is not None
        assert embedded is not None
        assert list(mine) == list(embedded)
        for name in mine:
            assert (mine[name].dtype, mine[name].shape[1:]) == (embedded[name].dtype, embedded[name].shape[1:]), name
    log = world.log(27)
    assert set(np.unique(log["age_group"])) == set(range(5))
    assert set(np.unique(log["country"])) == set(range(6))


def test_log_odds_vary_as_much_as_where_they_are_made_up(world: World) -> None:
    def spread(of: World, part: slice) -> float:
        return float((of.taste[:2000, part] @ of.traits[:, part].T).std())  # type: ignore[attr-defined]

    other = open_world(FOLDER, 7)
    for part in (slice(0, 12), slice(12, 18)):
        assert spread(world, part) == pytest.approx(spread(other, part), rel=0.35)


def test_truth_is_the_mean_of_what_happens(world: World) -> None:
    world = world.fork()
    requests = world.requests(28, 500, world.random(99))
    actions = world.checked(requests, world.production(requests, world.random(97)))
    rewards = np.mean(
        [
            world.respond(requests, actions, world.random(96, time).random((len(actions), world.draws)))["reward"]
            for time in range(200)
        ],
        axis=0,
    )
    assert rewards.mean() == pytest.approx(world.truth(requests, actions).mean(), rel=0.03)


def test_the_reference_beats_the_baseline_and_the_oracle_beats_it(world: World) -> None:
    lab = read_lab(FOLDER)
    assert isinstance(lab, Lab), lab
    scores = {
        name: reported(shortened(lab), FOLDER, name, world).score or 0.0 for name in ("baseline.py", "reference.py")
    }
    assert abs(scores["baseline.py"]) < 5
    assert 15 < scores["reference.py"] < 100


@pytest.mark.parametrize(
    ("name", "change", "why"),
    [
        ("u.data", (7, r"\t\d\t", "\t6\t"), r"u.data, line 7: should be user, item, rating of 1 to 5 and time"),
        ("u.data", (7, r"\t", " "), r"u.data, line 7: should be user, item"),
        ("u.data", (7, r"\t\d+$", ""), r"u.data, line 7: should be user, item"),
        ("u.data", (7, r"^\d+", "944"), r"u.data, line 7: user 944 is not in u.user"),
        ("u.data", (7, r"^(\d+\t)\d+", r"\g<1>1683"), r"u.data, line 7: item 1683 is not in u.item"),
        ("u.data", (7, r"^\d+", "1_0"), r"u.data, line 7: should be"),
        ("u.data", (7, r"^.*$", ""), r"u.data, line 7: should be"),
        ("u.item", (9, r"^\d+", "11"), r"u.item, line 9: should have 24 fields between bars, the first 9"),
        ("u.item", (9, r"\|\d$", ""), r"u.item, line 9: should have 24 fields"),
        ("u.item", (9, r"\d$", "2"), r"u.item, line 9: genres should be 19 times 0 or 1"),
        ("u.item", (9, r"(\|\d){19}$", "|0" * 19), r"u.item, line 9: genres should be .* not all 0"),
        ("u.item", (9, r"\d\d?-[A-Z]..-", "32-Jan-"), r"u.item, line 9: the release date should be like 01-Jan-1995"),
        ("u.item", (9, r"\d\d?-[A-Z]..-", "01-Mai-"), r"u.item, line 9: the release date"),
        ("u.user", (3, r"\|[MF]\|", "|X|"), r"u.user, line 3: should be 3\|age\|M or F\|occupation\|zip code"),
        ("u.user", (3, r"^3\|\d+", "3|0"), r"u.user, line 3"),
        ("u.user", (3, r"^3", "4"), r"u.user, line 3"),
        ("u.user", (3, r"none|student", "thé"), r"u.user: byte \d+ is no ascii text"),
    ],
)
def test_a_wrong_line_is_named(
    files: dict[str, str], tmp_path: Path, name: str, change: tuple[int, str, str], why: str
) -> None:
    number, pattern, new = change
    lines = files[name].split("\n")
    lines[number - 1] = re.sub(pattern, new, lines[number - 1], count=1)
    with pytest.raises(BadData, match=why):
        prepare(SCRIPT, movielens.folder(tmp_path, {**files, name: "\n".join(lines)}))


def test_too_little_or_twice_is_refused(files: dict[str, str], tmp_path: Path) -> None:
    rated = files["u.data"].splitlines()
    user, item, *_ = rated[0].split("\t")
    for changed, why in (
        ({"u.data": "\n".join([*rated, rated[0]])}, f"user {user} rated item {item} more than once"),
        ({"u.data": "\n".join(rated[:500])}, "movies of known genre have 5 ratings or more, and 700 are needed"),
        ({"u.data": "\n".join(re.sub(r"\t\d\t(?=\d+$)", "\t3\t", line) for line in rated)}, "all ratings are equal"),
        ({"u.user": "\n".join(files["u.user"].splitlines()[:50]), "u.data": "1\t1\t1\t1"}, "50 people, and 300"),
        ({"u.item": "\n"}, "u.item: the file is empty"),
    ):
        with pytest.raises(BadData, match=why):
            prepare(SCRIPT, movielens.folder(tmp_path, {**files, **changed}))
