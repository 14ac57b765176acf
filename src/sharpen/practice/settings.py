"""Settings: where the data is, which content is added, how to serve; from SHARPEN_ variables."""

import os
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from sharpen.files.home import absolute, platform_home
from sharpen.practice.errors import BadSettings


class Settings(BaseSettings):
    """What the environment says, each field as `SHARPEN_<FIELD>`, and defaults for the rest.

    `home` is the folder of the learner's data; `content` lists folders of further content,
    separated as in PATH; `workers` is the number of submissions judged at the same time;
    `database_url` (a SQLAlchemy URL) takes the place of the data file inside `home`.
    """

    model_config = SettingsConfigDict(env_prefix="SHARPEN_", env_ignore_empty=True, frozen=True)

    home: Path = Field(default_factory=platform_home)
    content: Annotated[tuple[Path, ...], NoDecode] = ()
    host: str = "127.0.0.1"
    port: int = Field(default=8400, ge=0, le=65535)
    workers: int = Field(default=1, ge=1, le=64)
    database_url: SecretStr = SecretStr("")

    @field_validator("home")
    @classmethod
    def _absolute(cls, home: Path) -> Path:
        return absolute(home)

    @field_validator("content", mode="before")
    @classmethod
    def _folders(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        return tuple(absolute(Path(part)) for part in value.split(os.pathsep) if part.strip())

    @property
    def data_file(self) -> Path:
        """The SQLite file that holds the learner's data (unused when `database_url` is set)."""
        return self.home / "sharpen.db"

    @property
    def cache(self) -> Path:
        """The folder of what can be computed again, and may be deleted at any time."""
        return self.home / "cache"

    @property
    def url(self) -> str:
        """The SQLAlchemy URL of the data. May hold a password: never show it."""
        return self.database_url.get_secret_value() or f"sqlite:///{self.data_file}"

    def make_home(self) -> None:
        """Make the data folder, readable by this user alone. Raises BadSettings when that fails."""
        try:
            self.home.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as problem:
            raise BadSettings(
                f"The data folder {self.home} cannot be made ({problem.strerror}). "
                "Set SHARPEN_HOME to a folder you may write to."
            ) from problem


def read_settings(**overrides: Any) -> Settings:
    """The settings of this environment, with overrides. Raises BadSettings naming the variable at fault."""
    try:
        return Settings(**overrides)
    except ValidationError as problem:
        faults = [f"SHARPEN_{str(error['loc'][0]).upper()}: {error['msg']}" for error in problem.errors()]
        raise BadSettings(f"These settings cannot be used: {'; '.join(faults)}.") from problem
