"""Settings: where the data is, which content is added, how to serve; from SHARPEN_ variables."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from sharpen.files.home import absolute, platform_home
from sharpen.interviewer.key import Key
from sharpen.interviewer.settings import Given, Place
from sharpen.practice.errors import BadSettings

Value = TypeVar("Value")


def _from(name: str, read: Callable[[str], Value], default: Callable[[], Value]) -> Callable[[], Value]:
    """What SHARPEN_<NAME> says, read when it is asked for; an empty variable counts as none."""

    def value() -> Value:
        text = os.environ.get(f"SHARPEN_{name}", "")
        return read(text) if text else default()

    return value


def _folders(text: str) -> tuple[Path, ...]:
    return tuple(absolute(Path(part)) for part in text.split(os.pathsep) if part.strip())


def _whole(name: str, least: int, most: int) -> Callable[[str], int]:
    """Reads a whole number between two bounds, or raises BadSettings."""

    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = least - 1
        if not least <= number <= most:
            raise BadSettings(
                f"These settings cannot be used: SHARPEN_{name}: Input should be a whole number from {least:,} to "
                f"{most:,}, and is {text!r}."
            )
        return number

    return read


@dataclass(frozen=True)
class Settings:
    """What the environment says, each field as `SHARPEN_<FIELD>`, and defaults for the rest.

    `home` is the folder of the learner's data; `content` lists folders of further content, separated as in PATH;
    `cache`, the folder of what can be computed again and may be deleted at any time, is `home/cache` where nothing is
    said; `workers` is the number of submissions judged at the same time; `database_url` (a SQLAlchemy URL) takes the
    place of the data file inside `home`.
    Raises BadSettings naming the variable at fault.
    """

    home: Path = field(default_factory=_from("HOME", Path, platform_home))
    content: tuple[Path, ...] = field(default_factory=_from("CONTENT", _folders, tuple))
    cache: Path = field(default_factory=_from("CACHE", Path, Path))
    host: str = field(default_factory=_from("HOST", str, lambda: "127.0.0.1"))
    port: int = field(default_factory=_from("PORT", _whole("PORT", 0, 65535), lambda: 8400))
    workers: int = field(default_factory=_from("WORKERS", _whole("WORKERS", 1, 64), lambda: 1))
    database_url: str = field(default_factory=_from("DATABASE_URL", str, str), repr=False)
    """May hold a password: never show it."""
    llm_url: str = field(default_factory=_from("LLM_URL", str, str))
    llm_model: str = field(default_factory=_from("LLM_MODEL", str, str))
    llm_key: Key = field(default_factory=_from("LLM_KEY", Key, Key))

    def __post_init__(self) -> None:
        object.__setattr__(self, "home", absolute(Path(self.home)))
        object.__setattr__(self, "cache", self.home / "cache" if self.cache == Path() else absolute(self.cache))

    def content_there(self) -> tuple[Path, ...]:
        """The folders of further content. Raises BadSettings for one that is not there: it was mistyped, or moved."""
        for folder in self.content:
            if not folder.is_dir():
                raise BadSettings(
                    f"SHARPEN_CONTENT names {folder}, and there is no such folder. Make it, or name another."
                )
        return self.content

    @property
    def data_file(self) -> Path:
        """The SQLite file that holds the learner's data (unused when `database_url` is set)."""
        return self.home / "sharpen.db"

    @property
    def index(self) -> Path:
        """The file of the cache in which the content that was read is remembered; its kin lie beside it.

        Other content has a file of its own: each would forget the other's.
        """
        if not self.content:
            return self.cache / "content.json"
        named = os.pathsep.join(map(str, self.content)).encode("utf-8", "surrogateescape")
        return self.cache / sha256(named).hexdigest()[:12] / "content.json"

    @property
    def lab_data(self) -> Path:
        """The folder of public data that the learner had prepared for labs."""
        return self.home / "lab-data"

    @property
    def interviewer(self) -> Place:
        """The settings of the interviewer: a file of the data folder, and what the variables above say."""
        return Place(self.home / "interviewer.json", Given(self.llm_url, self.llm_model, self.llm_key))

    @property
    def data(self) -> Path | str:
        """Where the data is: the file, or a SQLAlchemy URL. That may hold a password: never show it."""
        return self.database_url or self.data_file

    def make_home(self) -> None:
        """Make the data folder, readable by this user alone. Raises BadSettings when that fails."""
        try:
            self.home.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as problem:
            raise BadSettings(
                f"The data folder {self.home} cannot be made ({problem.strerror}). "
                "Set SHARPEN_HOME to a folder you may write to."
            ) from problem
