from pathlib import Path

import pytest

from sharpen.files.whole import replacing


def test_a_file_is_replaced_when_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "work.json"
    path.write_text("before")
    with replacing(path) as unfinished:
        unfinished.write_text("half")
        assert path.read_text() == "before"
        unfinished.write_text("whole")
    assert path.read_text() == "whole"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_stays_as_it_was_when_the_new_one_fails(tmp_path: Path) -> None:
    path = tmp_path / "work.json"
    path.write_text("before")
    with pytest.raises(OSError, match="disk is full"):
        _write_half(path)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def _write_half(path: Path) -> None:
    with replacing(path) as unfinished:
        unfinished.write_text("half")
        raise OSError("the disk is full")
