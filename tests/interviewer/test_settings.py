"""The settings: a file for its owner alone, the environment before it, and addresses that would give a key away."""

import copy
import json
import pickle
import stat
from pathlib import Path

import pytest

from sharpen.interviewer.endpoint import BadEndpoint, checked_key, checked_url, is_open
from sharpen.interviewer.key import Key
from sharpen.interviewer.settings import Given, Place
from tests.interviewer.conftest import SECRET

HERE, THERE = "http://127.0.0.1:8080/v1", "https://api.example/v1"


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path / "home" / "interviewer.json")


def mode(place: Place) -> int:
    return stat.S_IMODE(place.file.stat().st_mode)


def test_the_file_is_its_owners_alone_from_the_first_byte(place: Place) -> None:
    assert place.read().endpoint is None
    place.change(url=HERE, model="m", key=Key(SECRET), budget=5000, agreed={"rubric": "x"})
    assert mode(place) == 0o600
    assert list(place.file.parent.iterdir()) == [place.file]
    here = place.read()
    assert here.endpoint is not None
    assert (here.endpoint.url, here.endpoint.key, here.budget) == (HERE, Key(SECRET), 5000)
    place.file.chmod(0o644)
    place.read()
    assert mode(place) == 0o600, "one that others could read is closed"
    place.forget()
    assert place.read().endpoint is None


def test_the_environment_goes_first_and_takes_no_key_of_another_address(place: Place) -> None:
    place.change(url=THERE, model="m", key=Key(SECRET))
    elsewhere = Place(place.file, Given(url=HERE)).read().endpoint
    assert elsewhere is not None
    assert (elsewhere.url, elsewhere.model, elsewhere.key) == (HERE, "m", Key())
    same = Place(place.file, Given(THERE, "n", Key("other"))).read().endpoint
    assert same is not None
    assert (same.model, same.key) == ("n", Key("other"))
    with pytest.raises(BadEndpoint, match="from the environment"):
        Place(place.file, Given(url="ftp://x")).read()


def test_what_was_agreed_to_is_for_one_address_and_one_model(place: Place) -> None:
    place.change(url=HERE, model="m")
    endpoint = place.read().endpoint
    assert endpoint is not None
    place.change(agreed={"rubric": endpoint.fingerprint})
    assert place.read().agreed_to("rubric")
    assert not place.read().agreed_to("turn")
    place.change(model="n")
    assert not place.read().agreed_to("rubric")
    place.change(model="m", url=THERE)
    assert not place.read().agreed_to("rubric")


@pytest.mark.parametrize(
    "text", ["{half", "[]", '{"url": 7}', '{"url": "ftp://x"}', '{"agreed": 3}', '{"budget": "x"}']
)
def test_a_file_that_cannot_be_read_is_named_and_can_be_replaced(place: Place, text: str) -> None:
    place.file.parent.mkdir()
    place.file.write_text(text)
    with pytest.raises(BadEndpoint, match=r"interviewer\.json cannot be read"):
        place.read()
    place.change(url=HERE, model="m")
    assert place.read().endpoint is not None


@pytest.mark.parametrize(
    "url",
    ["", "api.example/v1", "ftp://x/v1", "https://", "https://me:pass@api.example/v1", "https://api.example/v1?key=1",
     "https://api.example/#k", "https://api example/v1", "http://[::1/v1", "https://x:99999/v1",
     "https://x/" + "a" * 500, "javascript:alert(1)", "http://x\u202e/v1"],
)  # fmt: skip
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(BadEndpoint):
        checked_url(url)


def test_which_addresses_others_can_read() -> None:
    assert checked_url(" http://localhost:11434/v1/ ") == "http://localhost:11434/v1"
    for safe in (HERE, THERE, "http://[::1]:8080/v1", "http://localhost:1/v1", "http://127.9.9.9/v1"):
        assert not is_open(safe)
    for read_along in ("http://10.0.0.5/v1", "http://localhost.example/v1", "http://127.0.0.1.example/v1"):
        assert is_open(read_along)


def test_a_key_shows_itself_nowhere() -> None:
    key = Key(SECRET)
    for shown in (str(key), repr(key), f"{key}", f"{[key]}", json.dumps({"k": repr(key)})):
        assert SECRET not in shown
    assert not hasattr(key, "__dict__")
    for copied in (pickle.dumps, copy.deepcopy):
        with pytest.raises(TypeError, match="not written down"):
            copied(key)
    for wrong in ("two words", "line\nbreak", "ключ"):
        with pytest.raises(BadEndpoint) as caught:
            checked_key(wrong)
        assert wrong not in str(caught.value)
