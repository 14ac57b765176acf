"""A learner at a terminal has a lab made of the MovieLens they have, and goes back; here the files are made up."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.labs import movielens

LAB = "movie-recommendation"


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return movielens.files()


def test_from_nothing_to_data_and_back(sharpen: Run, work: Path, tmp_path: Path, files: dict[str, str]) -> None:
    listed = sharpen("lab", "data")
    assert listed.returncode == 0
    for said in (LAB, "https://grouplens.org/datasets/movielens/100k/", "forbids passing it on", "Not there"):
        assert said in listed.stdout
    (before,) = json.loads(sharpen("lab", "data", "--json").stdout)["labs"]
    assert (before["lab"], before["digest"], before["there"]) == (LAB, None, None)

    movielens.packed(work / "ml-100k.zip", files)
    done = sharpen("lab", "data", LAB, "ml-100k.zip")
    assert (done.returncode, done.stderr) == (0, "")
    assert "There: 943 people, 1,682 movies" in done.stdout
    (after,) = json.loads(sharpen("lab", "data", LAB, "--json").stdout)["labs"]
    assert after["digest"]
    assert after["version"] != before["version"]
    (kept,) = (tmp_path / "home/lab-data").iterdir()
    assert kept.stat().st_size < 1 << 20, "what the world needs, not the ratings"

    movielens.folder(work / "ml-100k", files)
    same = sharpen("lab", "data", LAB, "ml-100k", "--json")
    assert json.loads(same.stdout)["labs"] == [after]
    back = sharpen("lab", "data", LAB, "--remove")
    assert "Not there" in back.stdout
    assert json.loads(sharpen("lab", "data", "--json").stdout)["labs"] == [before]


def test_what_cannot_be_used_is_said_in_one_sentence(sharpen: Run, work: Path, files: dict[str, str]) -> None:
    lines = files["u.data"].splitlines()
    lines[41] = lines[41].replace("\t", "::")
    movielens.folder(work / "ml", {**files, "u.data": "\n".join(lines)})
    wrong = sharpen("lab", "data", LAB, "ml")
    assert wrong.returncode == 2
    assert wrong.stderr.startswith("u.data, line 42: should be user, item, rating of 1 to 5 and time")
    assert "No such file" in sharpen("lab", "data", LAB, "nowhere.zip").stderr
    assert "can use no public data" in sharpen("lab", "data", "ads-click-ranking", "ml").stderr
    assert "can use no public data" in sharpen("lab", "data", "ads-click-ranking").stderr
    assert "Did you mean movie-recommendation" in sharpen("lab", "data", "movie-recommendations").stderr
    assert "No data was prepared" in sharpen("lab", "data", LAB, "--remove").stderr
    assert "takes the name of a lab" in sharpen("lab", "data", "--remove").stderr
    assert "takes the name of a lab" in sharpen("lab", "data", LAB, "ml", "--remove").stderr
