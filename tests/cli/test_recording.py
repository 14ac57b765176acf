"""Recordings in the terminal: listed, written to files, deleted."""

import json
from pathlib import Path

from sharpen.domain.recording import Chunk
from sharpen.practice import Workspace, recordings
from tests.cli.conftest import Run


def test_recordings_are_listed_saved_and_deleted(sharpen: Run, work: Path, ws: Workspace) -> None:
    assert "Nothing is recorded yet." in sharpen("recording", "list").stdout
    for made in ("0mx36w922hc1", "0mx36w922hd2"):
        recordings.begin(ws, made, "dive/d1/model/2", "audio/ogg")
        recordings.keep(ws, made, Chunk(0, 65.0, b"OggS"))
        recordings.end(ws, made, 1)
    shown = sharpen("recording", "list").stdout
    assert "dive/d1/model/2" in shown
    assert "1:05" in shown
    assert "Wrote mine.ogg." in sharpen("recording", "save", "hc1", "mine.ogg").stdout
    assert (work / "mine.ogg").read_bytes() == b"OggS"
    assert sharpen("recording", "save", "hc1", "mine.ogg").returncode != 0
    assert "Deleted for good: 0mx36w922hc1." in sharpen("recording", "delete", "hc1").stdout
    left = json.loads(sharpen("recording", "list", "--json").stdout)["recordings"]
    assert [one["id"] for one in left] == ["0mx36w922hd2"]
    exported = sharpen("export", "backup.json", "--no-recordings").stdout
    assert "1 recording left out; without --no-recordings the file holds them too." in exported
    assert json.loads((work / "backup.json").read_text())["recordings"] == []
