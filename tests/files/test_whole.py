import os
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


def test_what_a_link_points_to_is_replaced_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    file, link = tmp_path / "there" / "kept.txt", tmp_path / "link.txt"
    file.write_text("old")
    link.symlink_to(file)
    with replacing(link) as unfinished:
        unfinished.write_text("new")
    assert (link.is_symlink(), link.readlink(), file.read_text()) == (True, file, "new")
    assert [each.name for each in file.parent.iterdir()] == ["kept.txt"]


def test_a_pipe_a_device_and_a_folder_are_not_replaced(tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "null"
    os.mkfifo(pipe)
    link.symlink_to(os.devnull)
    for path, why in ((pipe, "Not a regular file"), (link, "Not a regular file"), (tmp_path, "Is a directory")):
        with pytest.raises(OSError, match=why), replacing(path):
            pytest.fail("nothing may be written")
    assert (pipe.is_fifo(), link.is_symlink()) == (True, True)
