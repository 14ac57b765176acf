"""What README, CONTRIBUTING and docs/ say is so: commands and options exist, examples run, links lead somewhere."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from sharpen.cli.app import app

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```", re.M | re.S)
INLINE = re.compile(r"`([^`\n]+)`")
NEVER_ENDING = {"serve", "--watch"}
NOT_RUN = {"make", "git", "pip", "cd", "pipx", "docker", "curl", "open", "source", "."}


def blocks(page: Path, *languages: str) -> list[str]:
    return [text for language, text in BLOCK.findall(page.read_text()) if language in languages]


def named(page: Path) -> Iterator[list[str]]:
    """Every command line that a page shows, in a block or in a sentence, as words."""
    text = page.read_text()
    lines = [line.removeprefix("$ ") for _, block in BLOCK.findall(text) for line in block.splitlines()]
    for code in [*lines, *INLINE.findall(BLOCK.sub("", text))]:
        for command in re.split(r"\s(?:&&|\||#|;)\s", code.strip()):
            try:
                words = shlex.split(command, comments=True)
            except ValueError:
                continue
            if words:
                yield words


def commands() -> dict[str, Any]:
    """Every command by its full name, such as "content check"."""
    root: Any = typer.main.get_command(app)
    found = {"": root}
    for name, command in root.commands.items():
        inside = getattr(command, "commands", {})
        found[name] = command if inside else command.loaded()
        found |= {f"{name} {inner}": each.loaded() for inner, each in inside.items()}
    return found


def options(command: Any) -> set[str]:
    own = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    return own | {"--help", "-h"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_and_option_named_exists(page: Path) -> None:
    known = commands()
    everywhere = set().union(*(options(command) for command in known.values()))
    for words in named(page):
        if words[0].startswith("--") and page.name != "performance.md":
            assert words[0].partition("=")[0] in everywhere, f"no command has the option {words[0]}"
        if words[0] != "sharpen" or (words[1:] and not re.fullmatch(r"-*[a-z-]+", words[1])):
            continue  # something else, or a pattern such as `sharpen list|show`
        name = next((n for n in (" ".join(words[1:3]), " ".join(words[1:2]), "") if n in known), "")
        plain = [word for word in words[1:2] if not word.startswith("-")]
        assert name or not plain, f"`{' '.join(words)}`: there is no such command"
        for option in (word.partition("=")[0] for word in words if word.startswith("-") and word != "-"):
            assert option in options(known[name]), f"`{' '.join(words)}`: there is no option {option}"


def test_every_command_is_documented() -> None:
    shown = {" ".join(words[1:3]) for page in PAGES for words in named(page) if words[0] == "sharpen"}
    missing = [
        name
        for name, command in commands().items()
        if name and not hasattr(command, "commands") and not any(f"{each} ".startswith(f"{name} ") for each in shown)
    ]
    assert not missing, f"no page shows {missing}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_target_of_make_exists(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M))
    for words in named(page):
        if words[0] == "make":
            for word in words[1:]:
                assert "=" in word or word in targets, f"`{' '.join(words)}`: there is no target {word}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_inside_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", BLOCK.sub("", page.read_text())):
        if "://" not in target and not target.startswith("mailto:"):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


@pytest.fixture
def place(tmp_path: Path, cache: Path) -> tuple[Path, dict[str, str]]:
    """A folder to follow the docs in, as if it were a clone, and its environment."""
    (tmp_path / "content" / "topics").mkdir(parents=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SHARPEN_")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{kept.get('PATH', '')}"
    folders = {"HOME": tmp_path / "home", "CONTENT": tmp_path / "content", "CACHE": cache}
    return tmp_path, kept | {f"SHARPEN_{name}": str(folder) for name, folder in folders.items()} | {"PATH": path}


@pytest.mark.parametrize(
    "page", [page for page in PAGES if blocks(page, "console")], ids=lambda page: str(page.relative_to(ROOT))
)
def test_every_console_example_runs(page: Path, place: tuple[Path, dict[str, str]]) -> None:
    folder, environment = place
    for block in blocks(page, "console"):
        for command, shown in steps(block):
            words = shlex.split(command, comments=True)
            if words[0] in NOT_RUN or NEVER_ENDING & set(words):
                continue
            done = subprocess.run(
                command,
                shell=True,
                cwd=folder,
                env=environment,
                capture_output=True,
                text=True,
                timeout=120,
                check=False,
            )
            wrong = f"$ {command}\n{done.stdout}{done.stderr}"
            # 1 is an answer too: not accepted, or something to put right.
            assert done.returncode in ((0, 1) if {"check", "run", "doctor"} & set(words) else (0,)), wrong
            assert matches(shown, done.stdout), f"{wrong}\nis shown as\n{shown}"


def steps(block: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block, and the output shown below it."""
    parts = re.split(r"^\$ ", block, flags=re.M)[1:]
    for part in parts:
        command, _, shown = part.partition("\n")
        yield command, shown.strip()


def matches(shown: str, got: str) -> bool:
    """Whether the output shown is what came; `…` stands for anything, as do numbers for other numbers."""
    if not shown:
        return True
    pattern = re.escape(" ".join(shown.split())).replace("…", ".*").replace(r"\.\.\.", ".*")
    pattern = re.sub(r"\d+(?:(?:\\\.|,)\d+)*", r"[\\d.,]+", pattern)
    return re.search(pattern.replace(r"\ ", r"\s*"), " ".join(got.split()), re.S) is not None


@pytest.mark.parametrize(
    "page", [page for page in PAGES if blocks(page, "python")], ids=lambda page: str(page.relative_to(ROOT))
)
def test_every_python_example_runs(page: Path, place: tuple[Path, dict[str, str]]) -> None:
    folder, environment = place
    script = folder / "examples.py"
    script.write_text("\n\n".join(blocks(page, "python")), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    if "from sharpen import check\n" in script.read_text(encoding="utf-8"):
        assert re.search("[Cc]hecks passed|wrong answer", done.stdout), "whoever runs it sees a verdict"
