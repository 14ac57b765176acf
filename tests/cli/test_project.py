"""The files of projects in a terminal: begun, edited as plain files, looked at, and nothing of them lost."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.usefixtures("work")
def test_a_project_is_written_in_ones_own_editor(sharpen: Run, work: Path) -> None:
    assert "There is no project yet." in sharpen("project", "list").stdout
    assert sharpen("project", "new", "Fraud", "in", "payments").stdout.startswith("Begun: Fraud in payments (")
    assert sharpen("project", "export", "fraud", "fraud.md").returncode == 0
    file = work / "fraud.md"
    text = file.read_text("utf-8")
    refused = sharpen("project", "export", "fraud", "fraud.md")
    assert (refused.returncode, "add --force" in refused.stderr, file.read_text("utf-8")) == (2, True, text)
    file.write_text(text.replace("## Loss", "GBDT with 900 trees.\n\n## Los\n\n## Loss"), "utf-8")
    done = sharpen("project", "import", "fraud.md").stdout
    assert "Fraud in payments: Model from the file." in done
    assert "'Los' is no field; it is now a part of Model." in done
    shown = sharpen("project", "show", "fraud").stdout
    assert "GBDT with 900 trees." in shown
    assert "16 questions left open" in shown
    assert "GBDT in Model" in shown
    assert "used: Trees and boosting." in sharpen("project", "method", "fraud", "trees-and-boosting").stdout
    document = json.loads(sharpen("project", "show", "Fraud in payments", "--json").stdout)
    assert document["texts"] == {"model": "GBDT with 900 trees.\n\n## Los"}
    assert document["methods"][0]["used"] is True


@pytest.mark.usefixtures("work")
def test_what_was_there_comes_back(sharpen: Run) -> None:
    sharpen("project", "import", "-", stdin="# Ads\n\n## Model\n\nTrees\n")
    assert "Model from the file" in sharpen("project", "import", "-", stdin="# ads\n## Model\nNets\n").stdout
    listed = sharpen("project", "versions", "ads").stdout
    version = listed.splitlines()[1].split()[0]
    assert "Trees" in sharpen("project", "versions", "ads", version).stdout
    assert sharpen("project", "versions", "ads", version, "--restore").returncode == 0
    assert "Trees" in sharpen("project", "export", "ads").stdout
    assert "Deleted: ads." in sharpen("project", "delete", "ads").stdout
    gone = sharpen("project", "show", "ads")
    assert (gone.returncode, "There is no project called 'ads'" in gone.stderr) == (2, True)
    assert sharpen("project", "delete", "ads", "--undo").stdout == "ads is back.\n"
    broken = sharpen("project", "import", "-", stdin="la la")
    assert (broken.returncode, "No heading of this file" in broken.stderr) == (2, True)
