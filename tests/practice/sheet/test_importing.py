"""Sheets are imported as people have them: previewed first, nothing lost, and taken back whole."""

import csv
import io
import random
import time
from dataclasses import replace
from datetime import date as Date
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharpen.content.library import Library
from sharpen.domain.problem import Difficulty
from sharpen.domain.sheet import SheetRow, Went
from sharpen.practice import Workspace
from sharpen.practice.day import session
from sharpen.practice.errors import BadText, NothingToUndo
from sharpen.practice.sheet import importing, sheet
from sharpen.practice.sheet.columns import is_headings
from sharpen.practice.sheet.importing import Preview
from sharpen.practice.sheet.tables import decoded, read_table
from tests.looking import look

COMPANIES = """\
Difficulty,Title,Frequency,Acceptance Rate,Link,Topics
EASY,Two Sum,100.0,0.5577,https://leetcode.com/problems/two-sum,"Array, Hash Table"
MEDIUM,LRU Cache,87.5,0.4489,https://leetcode.com/problems/lru-cache,"Hash Table, Linked List, Design, Queue"
HARD,Basic Calculator,71.2,0.6492,https://leetcode.com/problems/basic-calculator,"Math, String, Stack, Recursion"
"""
PASTED = "#\tTitle\tAcceptance\tDifficulty\n1\tTwo Sum\t55.7%\tEasy\n146\tLRU Cache\t44.9%\tMed.\n"
OWN = '''\
Name;When;Time;Status;What I learned
Two Sum;13/02/2026;12 min;alone;"hash; ""map"""
LRU Cache;14/02/2026;1h 5m;hint;"ordered
dict"
'''
MARKED = "| Problem | Level |\n| --- | :-: |\n| Two Sum | easy |\n| LRU Cache | medium |\n"


@pytest.fixture
def ws(ws: Workspace) -> Workspace:
    """With the outline of the product, whose patterns are known."""
    return replace(ws, library=Library.open())


def rows(ws: Workspace) -> list[SheetRow]:
    return look(ws, lambda work: list(work.sheet_rows.everything()))


def previewed(ws: Workspace, text: str, **more: object) -> Preview:
    return look(ws, lambda work: importing.preview(work, text, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", [COMPANIES, PASTED, OWN, MARKED], ids=["companies", "pasted", "own", "marked"])
def test_sheets_as_people_have_them(ws: Workspace, text: str) -> None:
    found = previewed(ws, text)
    assert [row.title for row in found.rows][:2] == ["Two Sum", "LRU Cache"]
    assert not found.refused
    assert rows(ws) == [], "a preview writes nothing"


def test_every_column_is_read(ws: Workspace) -> None:
    companies = previewed(ws, COMPANIES).rows[1]
    assert companies.difficulty is Difficulty.MEDIUM
    assert companies.source == "leetcode"
    assert companies.patterns == ("hashing-and-prefix-sums", "linked-list-reversal", "data-structure-design", "Queue")
    own = previewed(ws, OWN).rows
    assert [(row.day, row.minutes, row.went) for row in own] == [
        (Date(2026, 2, 13), 12, Went.ALONE),
        (Date(2026, 2, 14), 65, Went.HELPED),
    ]
    assert own[0].notes == 'hash; "map"'
    assert own[1].notes == "ordered\ndict"


def test_columns_are_mapped_by_the_learner_and_remembered(ws: Workspace) -> None:
    text = "Aufgabe,Schwere,Link\nTwo Sum,easy,https://leetcode.com/problems/two-sum\n"
    guessed = previewed(ws, text)
    assert guessed.fields == ("", "", "link")
    importing.import_(ws, text, ["title", "difficulty", "link"])
    assert rows(ws)[0].difficulty is Difficulty.EASY
    again = previewed(ws, text.replace("Two Sum", "3Sum").replace("two-sum", "3sum"))
    assert again.fields == ("title", "difficulty", "link")


def test_a_list_of_titles_is_a_sheet_and_rows_without_headings_are_rows(ws: Workspace) -> None:
    assert [row.title for row in previewed(ws, "Two Sum\nLRU Cache\n").rows] == ["Two Sum", "LRU Cache"]
    assert len(previewed(ws, "Two Sum,Easy\nLRU Cache,Medium\n").table.rows) == 2


def test_a_day_that_could_be_read_both_ways_is_said_and_can_be_chosen(ws: Workspace) -> None:
    text = "Title,Date\nTwo Sum,3/4/2026\n"
    found = previewed(ws, text)
    assert (found.unsure, found.rows[0].day) == (True, Date(2026, 3, 4))
    assert previewed(ws, text, days_first=True).rows[0].day == Date(2026, 4, 3)


def test_duplicates_are_left_out_by_link_or_by_title_and_source(ws: Workspace) -> None:
    importing.import_(ws, COMPANIES)
    found = previewed(ws, COMPANIES + "EASY,Two  sum!,1,1,https://leetcode.com/problems/two-sum/description,\n")
    assert (len(found.rows), len(found.again)) == (0, 4)
    twice = previewed(ws, "Title\nA\nB\na\n")
    assert [row.title for row in twice.rows] == ["A", "B"]
    assert twice.again[0].why == "a is there already."


def test_bad_rows_are_listed_with_the_reason_and_come_back_as_a_table(ws: Workspace) -> None:
    text = "Title,Difficulty,Date\nGood,easy,2026-01-02\nBad,so so,2026-01-02\n,easy,\nLate,hard,2999-01-01\n"
    found, _ = importing.import_(ws, text)
    assert [row.title for row in rows(ws)] == ["Good"]
    assert [(one.line.number, one.why) for one in found.refused] == [
        (3, "'so so' is no difficulty; easy, medium and hard are."),
        (4, "Give the problem a title, or paste a link that tells one."),
        (5, "'2999-01-01' is in the future."),
    ]
    table = list(csv.reader(io.StringIO(importing.refused_as_csv(found))))
    assert table[0] == ["Title", "Difficulty", "Date", "Why not"]
    assert table[1][:3] == ["Bad", "so so", "2026-01-02"]
    mended = importing.refused_as_csv(found).replace("so so", "hard").replace("2999-01-01", "2026-01-01")
    assert [row.title for row in previewed(ws, mended).rows] == ["Bad", "Late"]


def test_an_import_is_undone_whole_but_not_what_was_solved_since(ws: Workspace) -> None:
    sheet.add(ws, {"title": "Mine"})
    _, batch = importing.import_(ws, OWN)
    assert look(ws, importing.last_batch) == (batch, 2)
    since = next(row for row in rows(ws) if row.title == "LRU Cache")
    sheet.solved_again(ws, since.id, "easily")
    assert importing.undo(ws, batch) == 1
    assert {row.title for row in rows(ws)} == {"Mine", "LRU Cache"}
    _, batch = importing.import_(ws, COMPANIES)
    assert importing.undo(ws, batch) == 3
    with pytest.raises(NothingToUndo):
        importing.undo(ws, batch)


def test_undo_leaves_the_numbers_of_reviews_as_they_were(ws: Workspace) -> None:
    before = look(ws, lambda work: (work.reviews.days(), work.reviews.by_topic(), len(work.reviews.ids())))
    _, batch = importing.import_(ws, OWN)
    assert look(ws, lambda work: len(work.reviews.ids())) == 2
    importing.undo(ws, batch)
    assert look(ws, lambda work: (work.reviews.days(), work.reviews.by_topic(), len(work.reviews.ids()))) == before


def test_what_was_solved_comes_back_one_a_session(ws: Workspace) -> None:
    importing.import_(ws, OWN)
    entries = session.resume(ws)
    assert entries.asked
    with ws.reading() as work:
        kept = work.review_sessions.get("")
    assert kept
    ours = [entry.item.id for entry in kept.queue if entry.item.id.startswith("sheet/")]
    assert len(ours) == 1


def test_the_sheet_goes_out_and_comes_in_again_as_it_was(ws: Workspace) -> None:
    importing.import_(ws, COMPANIES)
    importing.import_(ws, OWN.replace("Two Sum", "=Sum()").replace("LRU", "LFU"))
    before = rows(ws)
    text = look(ws, importing.export)
    assert "'=Sum()" in text, "a spreadsheet must not compute it"
    for row in before:
        sheet.remove(ws, row.id)
    found, _ = importing.import_(ws, text)
    assert not found.refused
    plain = [(r.title, r.link, r.source, r.difficulty, r.patterns, r.minutes, r.went, r.day, r.notes) for r in before]
    after = [(r.title, r.link, r.source, r.difficulty, r.patterns, r.minutes, r.went, r.day, r.notes) for r in rows(ws)]
    assert sorted(after, key=str) == sorted(plain, key=str)


@pytest.mark.parametrize(
    ("text", "why"),
    [("", "no table"), ("\n\n", "no table"), ("a\0b", "NUL")],
)
def test_what_is_no_table_is_refused(ws: Workspace, text: str, why: str) -> None:
    with pytest.raises(BadText, match=why):
        previewed(ws, text)


def test_files_are_read_in_the_encodings_of_spreadsheets() -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        assert decoded("Título,Ä\n".encode(encoding)) == "Título,Ä\n"
    with pytest.raises(BadText, match="workbook"):
        decoded(b"PK\x03\x04rest")


@given(
    st.lists(
        st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0'"), max_size=12), min_size=3, max_size=3),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from(",;\t"),
)
def test_what_a_spreadsheet_writes_is_read_cell_by_cell(cells: list[list[str]], separator: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL).writerows([["Title", "Notes", "Link"], *cells])
    table = read_table(out.getvalue(), is_headings)
    assert table.headings == ("Title", "Notes", "Link")
    wanted = [[cell.replace("\r\n", "\n").replace("\r", "\n").strip() for cell in row] for row in cells]
    assert [list(line.cells) for line in table.rows] == [row for row in wanted if any(row)]


def test_two_thousand_rows_take_less_than_a_second(ws: Workspace) -> None:
    rng, lines = random.Random(1), ["Title,Link,Difficulty,Date,Status,Time,Topics"]
    for number in range(2_000):
        day = Date(2023, 1, 1) + timedelta(days=rng.randrange(900))
        lines.append(f'Problem {number},https://leetcode.com/problems/p-{number},easy,{day},yes,25,"Array, Stack"')
    text = "\n".join(lines)
    began = time.process_time()
    found = previewed(ws, text)
    looked = time.process_time()
    importing.import_(ws, text)
    assert len(found.rows) == 2_000
    print(f"preview {looked - began:.2f} s, import {time.process_time() - looked:.2f} s of CPU")
