"""Files of public data are read within bounds from a folder or a .zip, whatever else lies there."""

import os
import zipfile
from pathlib import Path

import numpy as np
import pytest

from sharpen.files.digest import digest
from sharpen.labs import public_data
from sharpen.labs.errors import BadData, LabBroken
from sharpen.labs.public_data import members, opened, prepare, summary

MOST = {"a.txt": 100, "b.txt": 10}
FILES = {"a.txt": b"one", "b.txt": b"two"}
SCRIPT = """
import numpy as np
from sharpen.labs.public_data import members

def prepare(source):
    text = members(source, {"a.txt": 1000})["a.txt"].decode()
    return {"numbers": np.array([int(word) for word in text.split()]), "summary": np.array(text)}
"""


def archive(path: Path, *named: tuple[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in named:
            made.writestr(name, content)
    return path


@pytest.mark.parametrize("prefix", ["", "data-1/"])
def test_files_lie_at_the_top_or_in_one_folder(tmp_path: Path, prefix: str) -> None:
    packed = archive(tmp_path / "data.zip", *((prefix + name, content) for name, content in FILES.items()))
    assert members(packed, MOST) == FILES
    (tmp_path / "data" / prefix).mkdir(parents=True)
    for name, content in FILES.items():
        (tmp_path / "data" / prefix / name).write_bytes(content)
    assert members(tmp_path / "data", MOST) == FILES


def test_nothing_else_in_an_archive_is_read(tmp_path: Path) -> None:
    others = ("../../outside", b"x"), ("/etc/passwd", b"x"), ("bomb", bytes(64 << 20)), ("deep/er/a.txt", b"other")
    packed = archive(tmp_path / "data.zip", *FILES.items(), *others)
    assert members(packed, MOST) == FILES
    assert sorted(os.listdir(tmp_path)) == ["data.zip"]


@pytest.mark.parametrize(
    ("named", "why"),
    [
        ([("a.txt", b"one")], "no file b.txt"),
        ([*FILES.items(), ("x/a.txt", b"other")], "2 files a.txt"),
        ([("a.txt", b"one"), ("b.txt", bytes(64 << 20))], "b.txt has more than 10 bytes"),
        ([("../a.txt", b"one"), ("b.txt", b"two")], "no file a.txt"),
    ],
)
def test_a_hostile_archive_is_refused(tmp_path: Path, named: list[tuple[str, bytes]], why: str) -> None:
    with pytest.raises(BadData, match=why):
        members(archive(tmp_path / "data.zip", *named), MOST)


def test_sizes_that_an_archive_states_are_not_believed(tmp_path: Path) -> None:
    packed = archive(tmp_path / "data.zip", ("a.txt", bytes(100_000)), ("b.txt", b"two"))
    content = packed.read_bytes()
    packed.write_bytes(content.replace((100_000).to_bytes(4, "little"), (50).to_bytes(4, "little")))
    with pytest.raises(BadData, match=r"a.txt"):
        members(packed, {"a.txt": 20, "b.txt": 10})
    with pytest.raises(BadData, match="damaged"):
        members(packed, MOST)


def test_what_is_no_honest_archive_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = archive(tmp_path / "data.zip", *FILES.items())
    whole = packed.read_bytes()
    for broken in (b"", b"no archive", whole[:-10], whole[:20] + whole[60:]):
        packed.write_bytes(broken)
        with pytest.raises(BadData, match=r"not a .zip, is damaged, or was cut short"):
            members(packed, MOST)
    flagged = bytearray(whole)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        flagged[flagged.find(mark) + at] |= 1
    packed.write_bytes(flagged)
    with pytest.raises(BadData, match=r"a.txt is encrypted"):
        members(packed, MOST)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as made:
        made.writestr("a.txt", "one")
    with pytest.raises(BadData, match="not read here"):
        members(packed, MOST)
    monkeypatch.setattr(public_data, "LARGEST_ARCHIVE", 10)
    with pytest.raises(BadData, match="not what was asked for"):
        members(packed, MOST)


def test_what_is_missing_in_a_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadData, match=r"a.txt neither in it nor one below"):
        members(tmp_path, MOST)
    (tmp_path / "a.txt").write_text("one")
    with pytest.raises(BadData, match=r"no file b.txt"):
        members(tmp_path, MOST)
    (tmp_path / "b.txt").write_text("more than ten bytes")
    with pytest.raises(BadData, match=r"b.txt has more than 10 bytes"):
        members(tmp_path, MOST)
    (tmp_path / "other").mkdir()
    (tmp_path / "other/a.txt").write_text("two")
    with pytest.raises(BadData, match="in 2 places"):
        members(tmp_path, MOST)
    with pytest.raises(FileNotFoundError):
        members(tmp_path / "nowhere", MOST)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(BadData, match="neither a file nor a folder"):
        members(tmp_path / "pipe", MOST)


def test_what_is_prepared_is_the_same_each_time_and_opened_only_unchanged(tmp_path: Path) -> None:
    script, source, kept = tmp_path / "prepare.py", tmp_path / "source", tmp_path / "kept.npz"
    script.write_text(SCRIPT)
    source.mkdir()
    (source / "a.txt").write_text("3 1 4")
    content = prepare(script, source)
    assert content == prepare(script, source)
    kept.write_bytes(content)
    assert opened(kept, digest(content))["numbers"].tolist() == [3, 1, 4]
    assert summary(kept) == "3 1 4"
    with pytest.raises(LabBroken, match="changed or removed"):
        opened(kept, "another")
    kept.unlink()
    with pytest.raises(LabBroken, match="changed or removed"):
        opened(kept, digest(content))
    assert summary(kept) == ""


def test_a_prepared_file_cannot_run_anything_or_fill_the_memory(tmp_path: Path) -> None:
    kept = tmp_path / "kept.npz"
    np.savez(kept, allow_pickle=True, numbers=np.array([{"an": "object"}], object))
    with pytest.raises(LabBroken, match="cannot be read"):
        opened(kept, digest(kept.read_bytes()))
    np.savez_compressed(kept, numbers=np.zeros(4 << 20))
    with pytest.raises(LabBroken, match="more than 16 MiB"):
        opened(kept, digest(kept.read_bytes()))
