"""readings.toml: what is accepted, what is refused and on which line, and what ours says."""

from pathlib import Path

import pytest

from sharpen.authoring.folders import find, opened
from sharpen.authoring.proof import prove_read
from sharpen.content.library import Library, bundled, read_library
from sharpen.domain.reading import Basis
from tests.practice.casing import write_case
from tests.practice.reading_list import READINGS, write_readings


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_readings(tmp_path / "content")


def test_readings_are_read_whole_and_in_order(root: Path) -> None:
    readings = read_library([root]).readings
    assert readings.broken == []
    assert list(readings) == ["acme-ranking", "a-course"]
    one, other = readings.values()
    assert (one.company, one.shelf, one.title, one.year) == ("Acme", "Acme", "How we rank", 2020)
    assert one.take == "Retrieve first. Then rank, and measure both."
    assert (one.url, one.basis, one.sources) == (
        "https://acme.example/rank?a=1&b=2",
        Basis.PART,
        ("https://elsewhere.example/on-it",),
    )
    assert (other.shelf, other.url, other.year, other.topics) == ("Courses", "", None, ())
    assert readings.of_topic("ranking") == [one] == readings.of_case("rank-ads")
    assert readings.of_topic("clicks") == readings.of_case("other") == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            'topics = ["ranking"]',
            'topics = ["rankin"]',
            '8: `topics` names "rankin", which outline.toml does not have; ',
        ),
        ('cases = ["rank-ads"]', 'cases = ["rank-adds"]', '9: `cases` names "rank-adds", which the folder cases does '),
        ('id = "acme-ranking"', 'id = "Acme ranking"', '2: `id` is "Acme ranking"; it must be an id in lower case'),
        ("https://acme.example/rank?a=1&b=2", "acme.example/rank", '5: `url` is "acme.example/rank"; it must be an '),
        ("https://acme.example/rank?a=1&b=2", "javascript:alert(1)//a.b", "5: `url` is "),
        ("https://elsewhere.example/on-it", "https://else where.example", "10: `sources` is "),
        ("year = 2020", "year = 20", "6: `year` is 20; it must be a year from 1950 to 2100"),
        ('basis = "part"', 'basis = "hearsay"', '7: `basis` is "hearsay"; it must be one of "text", "part", "account"'),
        ('basis = "part"\n', "", "1: `basis` is missing"),
        ('company = "Acme"\n', "", "1: a reading needs either `company` or `kind`, and not both"),
        ('company = "Acme"\n', 'company = "Acme"\nkind = "notes"\n', "3: a reading needs either"),
        ("Retrieve first. Then rank,\nand measure both.", "Rank.", "11: `take` has 1 sentence; it must have 2 to 5"),
        ("Retrieve first.", "Rank. " * 120, "11: `take` is "),
        ("Retrieve first.", "One. Two. Three. Four. Five.", "11: `take` has 6 sentences; it must have 2 to 5"),
        ("take = ", "tkae = ", "11: `tkae` is not a key of readings.toml; did you mean `take`?"),
        ('sources = ["https://elsewhere.example/on-it"]\n', "", ""),
    ],
)
def test_a_fault_is_named_with_its_line_and_the_reading_is_left_out(root: Path, old: str, new: str, fault: str) -> None:
    path = root / "readings.toml"
    assert old in READINGS
    path.write_text(READINGS.replace(old, new, 1))
    readings = read_library([root]).readings
    found = [f"{one.line}: {one.message}" for one in readings.broken]
    if not fault:
        assert found == []
        return
    assert len(found) == 1
    assert found[0].startswith(fault)
    assert list(readings) == ["a-course"]


def test_what_others_say_names_them_and_a_title_allows_one_sentence(root: Path) -> None:
    path = root / "readings.toml"
    path.write_text(
        READINGS.replace('basis = "part"', 'basis = "account"')
        .replace('sources = ["https://elsewhere.example/on-it"]\n', "")
        .replace("A course on ranking.", "A course on ranking. It is long.")
    )
    found = [f"{one.line}: {one.message}" for one in read_library([root]).readings.broken]
    assert found == [
        '7: `basis` is "account", so `sources` must list where others say it',
        '20: `take` has 2 sentences; where `basis` is "title", one says what the reading is about',
    ]


def test_an_id_is_there_once_in_all_content_folders(root: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "readings.toml").write_text(READINGS.replace('"a-course"', '"b-course"'))
    readings = read_library([root, other]).readings
    assert list(readings) == ["acme-ranking", "a-course", "b-course"]
    assert [fault.path.parent for fault in readings.broken] == [other]
    (root / "readings.toml").write_text(READINGS.replace('"a-course"', '"acme-ranking"'))
    readings = read_library([root]).readings
    assert list(readings) == ["acme-ranking"]
    assert [fault.message for fault in readings.broken] == ['there are two of the id "acme-ranking"']


@pytest.mark.parametrize("text", ["reading = 1\n", "[reading]\n", "[[reading]\n"])
def test_a_file_that_is_no_list_is_one_fault(root: Path, text: str) -> None:
    (root / "readings.toml").write_text(text)
    readings = read_library([root]).readings
    assert len(readings) == 0
    assert len(readings.broken) == 1


def test_without_the_file_there_are_no_readings(tmp_path: Path) -> None:
    readings = read_library([write_case(tmp_path / "content")]).readings
    assert (list(readings), readings.broken) == ([], [])


def test_a_contributor_checks_the_file_by_its_path(root: Path) -> None:
    path = root / "readings.toml"
    path.write_text(READINGS.replace('"ranking"]', '"rankin"]'))
    library = opened([], [path])
    assert find(library, [path]).readings == [path]
    assert find(library, [root]).readings == [path]
    assert find(library, [root / "cases"]).readings == []
    findings = [str(finding) for finding in prove_read(path, library.readings.broken).findings]
    assert len(findings) == 1
    assert findings[0].startswith(f"{path}:8: `topics` names")


def test_ours_are_sound_and_say_what_they_rest_on() -> None:
    library = Library.open()
    assert prove_read(bundled() / "readings.toml", library.readings.broken).findings == ()
    assert len(library.readings) == 76
    companies = {reading.company for reading in library.readings.values() if reading.company}
    assert companies == {"LinkedIn", "Google", "AWS", "Meta", "Netflix", "Airbnb", "Uber"}
    assert all(reading.topics for reading in library.readings.values())
    assert [one.id for one in library.readings.values() if not one.url] == ["google-tfx-and-kubeflow"]
    assert "youtube-deep-neural-networks" in [one.id for one in library.readings.of_case("movie-recommendation")]
