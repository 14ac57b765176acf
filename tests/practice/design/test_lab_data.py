"""Public data for a lab: prepared, part of the version, handed to the run, and gone again."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sharpen.authoring.lab_proof import prove_lab_folder
from sharpen.content.labs import read_lab
from sharpen.content.library import read_library
from sharpen.domain.lab_run import LabRun, RunState
from sharpen.labs.errors import BadData
from sharpen.practice import Settings, Workspace, open_workspace
from sharpen.practice.design import lab_data, lab_runs, labs
from sharpen.practice.errors import NoPublicData, NoSuchLab
from tests.looking import look
from tests.practice.design.conftest import COINS, REFERENCE

DATA = """
[data]
title = "Coins of the world"
address = "https://example.org/coins"
license = "Nobody may pass it on."
wants = "coins.zip"
preparer = "prepare.py"
"""
PREPARE = """
import numpy as np
from sharpen.labs.errors import BadData
from sharpen.labs.public_data import members

def prepare(source):
    words = members(source, {"coins.txt": 1000})["coins.txt"].decode().split()
    if len(words) != 20:
        raise BadData(f"coins.txt, line 1: there should be 20 numbers; there are {len(words)}.")
    return {"heads": np.array(words, float).reshape(2, 10), "summary": np.array("20 coins")}
"""
MADE_UP = "self.random(0).beta(2, 2, (2, 10))"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The coins, as a lab that can use data, and a lab that cannot."""
    folder = tmp_path / "content/cases/bent"
    shutil.copytree(COINS, folder)
    shutil.copytree(COINS, folder.with_name("coins"))
    (folder / "lab.toml").write_text((COINS / "lab.toml").read_text() + DATA)
    (folder / "prepare.py").write_text(PREPARE)
    world = (COINS / "world.py").read_text()
    assert MADE_UP in world
    (folder / "world.py").write_text(
        world.replace(MADE_UP, f'{MADE_UP} if self.data is None else self.data["heads"]'),
    )
    return tmp_path / "content"


@pytest.fixture
def ws(root: Path, tmp_path: Path) -> Iterator[Workspace]:
    settings = Settings(home=tmp_path / "home")
    opened = open_workspace(settings)
    yield replace(opened, library=read_library([root], lab_data=settings.lab_data))
    opened.close()


def coins(folder: Path, *heads: float) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "coins.txt").write_text(" ".join(map(str, heads)))
    return folder


def ran(ws: Workspace) -> LabRun:
    run = lab_runs.start(ws, "bent", REFERENCE, short=True)
    list(lab_runs.follow(ws, run.id))
    return look(ws, lab_runs.find, run.id)


def test_runs_in_different_data_are_never_mixed(ws: Workspace, tmp_path: Path) -> None:
    embedded = ran(ws)
    assert embedded.state is RunState.FINISHED
    lab_data.prepare(ws, "bent", coins(tmp_path / "fair", *[0.5] * 20))
    fair = ran(ws)
    assert fair.report
    assert embedded.report
    assert len({embedded.version, fair.version}) == 2
    assert (fair.report.lab, fair.report.version) == ("bent", fair.version)
    assert fair.report.ab != embedded.report.ab
    assert fair.report.offline
    assert fair.report.offline.metric.value == pytest.approx(0.5, abs=0.06), "no coin is bent in this data"
    assert look(ws, labs.listed)[0].best is None, "only full runs count, and none of another world"
    assert [each.id for each in look(ws, lab_runs.earlier, fair)] == [fair.id]
    assert len(list((ws.cache or Path()).glob("labs/*.fit"))) >= 2
    assert ran(ws).id == fair.id, "nothing has changed"
    lab_data.remove(ws, "bent")
    assert ran(ws).id == embedded.id, "the world that comes with the lab is as it was"


def test_a_run_does_not_begin_in_other_data_than_its_version_says(ws: Workspace, tmp_path: Path) -> None:
    lab_data.prepare(ws, "bent", coins(tmp_path / "fair", *[0.5] * 20))
    lab = labs.named(ws, "bent")
    path = ws.library.labs.data("bent")
    assert path
    path.write_bytes(path.read_bytes() + b" ")
    run = lab_runs.LabRun(  # as where the data changes between the moment a run is kept and the one it begins
        "r1", ws.learner, "bent", lab.version, 1, True, labs.NEVER, REFERENCE, ""
    )
    with ws.writing() as work:
        work.lab_runs.add(run)
    lab_runs._begin(ws, lab, run, ())
    list(lab_runs.follow(ws, "r1"))
    found = look(ws, lab_runs.find, "r1")
    assert found.state is RunState.INTERRUPTED
    assert found.failure
    assert "changed or removed while the run began" in found.failure.why


def test_what_is_offered_and_there_is_said(ws: Workspace, tmp_path: Path) -> None:
    (offer,) = lab_data.offered(ws)
    assert (offer.lab.slug, offer.there, offer.outdated, offer.data.digest) == ("bent", "", False, "")
    found = lab_data.prepare(ws, "bent", coins(tmp_path / "fair", *[0.5] * 20))
    assert found == lab_data.offered(ws)[0]
    assert (found.there, bool(found.data.digest)) == ("20 coins", True)
    assert lab_data.prepare(ws, "bent", tmp_path / "fair").lab.version == found.lab.version, "the same data again"
    other = lab_data.prepare(ws, "bent", coins(tmp_path / "other", *[0.4] * 20))
    assert other.lab.version != found.lab.version


def test_what_is_refused_changes_nothing(ws: Workspace, tmp_path: Path) -> None:
    before = lab_data.prepare(ws, "bent", coins(tmp_path / "fair", *[0.5] * 20))
    with pytest.raises(BadData, match=r"coins.txt, line 1: there should be 20"):
        lab_data.prepare(ws, "bent", coins(tmp_path / "few", 0.5))
    with pytest.raises(FileNotFoundError):
        lab_data.prepare(ws, "bent", tmp_path / "nowhere")
    assert lab_data.offered(ws) == [before]
    assert len(list((tmp_path / "home/lab-data").iterdir())) == 1
    with pytest.raises(NoPublicData, match=r"coins can use no public data. Labs that can: bent"):
        lab_data.prepare(ws, "coins", tmp_path / "fair")
    with pytest.raises(NoSuchLab, match="Did you mean coins"):
        lab_data.prepare(ws, "coinz", tmp_path / "fair")
    lab_data.remove(ws, "bent")
    with pytest.raises(NoPublicData, match="No data was prepared for bent"):
        lab_data.remove(ws, "bent")
    assert list((tmp_path / "home/lab-data").iterdir()) == []


def test_what_another_script_prepared_is_not_used(ws: Workspace, root: Path, tmp_path: Path) -> None:
    embedded = labs.named(ws, "bent").version
    lab_data.prepare(ws, "bent", coins(tmp_path / "fair", *[0.5] * 20))
    (root / "cases/bent/prepare.py").write_text(PREPARE + "# newer\n")
    (offer,) = lab_data.offered(ws)
    assert (offer.outdated, offer.there, offer.lab.version) == (True, "", embedded)
    assert not lab_data.prepare(ws, "bent", tmp_path / "fair").outdated
    assert len(list((tmp_path / "home/lab-data").iterdir())) == 1, "what was outdated is gone"


def test_proofs_are_of_the_world_that_comes_with_a_lab(ws: Workspace, root: Path, tmp_path: Path) -> None:
    lab_data.prepare(ws, "bent", coins(tmp_path / "fair", *[0.5] * 20))
    lab = read_lab(root / "cases/bent")
    assert not isinstance(lab, list)
    assert lab.data
    assert lab.data.digest == ""
    (root / "cases/bent/prepare.py").unlink()
    (finding,) = prove_lab_folder(root / "cases/bent", strength=False)
    assert "`preparer` in lab.toml names it" in str(finding)
