"""The settings of the interviewer: from the environment, else from a file that only its owner can read."""

import contextlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sharpen.files.whole import replacing
from sharpen.interviewer.endpoint import BadEndpoint, Endpoint, checked_key, checked_model, checked_url, is_open
from sharpen.interviewer.key import Key

USUAL_BUDGET = 100_000
"""Tokens a day: some thirty suggestions on the notes of a step."""
LEAST_BUDGET, MOST_BUDGET = 1_000, 100_000_000
OWNER_ONLY = 0o600


@dataclass(frozen=True)
class Given:
    """What the environment says: SHARPEN_LLM_URL, SHARPEN_LLM_MODEL and SHARPEN_LLM_KEY; each goes before the file."""

    url: str = ""
    model: str = ""
    key: Key = field(default_factory=Key)


@dataclass(frozen=True)
class Kept:
    """What the file says. `in_the_open` is the address to which the candidate allowed requests that others can read.

    `agreed` has, by the kind of request, the fingerprint of the endpoint that it may go to without being shown first.
    """

    url: str = ""
    model: str = ""
    key: Key = field(default_factory=Key)
    budget: int = USUAL_BUDGET
    in_the_open: str = ""
    agreed: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Settings:
    """What is in effect: the endpoint, None until an address and a model are known, the budget, and who said what."""

    endpoint: Endpoint | None
    given: Given
    kept: Kept

    @property
    def budget(self) -> int:
        """Tokens a day."""
        return self.kept.budget

    @property
    def needs_consent_to_open(self) -> bool:
        """Whether the address is one to which others can read along, and the candidate has not allowed that."""
        return self.endpoint is not None and is_open(self.endpoint.url) and self.kept.in_the_open != self.endpoint.url

    def agreed_to(self, kind: str) -> bool:
        """Whether a kind of request may go to this endpoint without being shown first."""
        return self.endpoint is not None and self.kept.agreed.get(kind) == self.endpoint.fingerprint


@dataclass(frozen=True)
class Place:
    """Where the settings are: the file in the folder of the data, and what the environment says."""

    file: Path
    given: Given = field(default_factory=Given)

    def read(self) -> Settings:
        """What is in effect. Raises BadEndpoint for what cannot be used, naming where it stands."""
        kept, given = self._kept(), self.given
        try:
            given = Given(checked_url(given.url) if given.url else "", checked_model(given.model), given.key)
            checked_key(given.key.reveal())
        except BadEndpoint as problem:
            raise BadEndpoint(f"{problem} It was read from the environment: a variable SHARPEN_LLM_….") from None
        url, model = given.url or kept.url, given.model or kept.model
        # A key goes to the address it was given for: one of the file never to an address of the environment.
        key = given.key or (kept.key if url == kept.url else Key())
        return Settings(Endpoint(url, model, key) if url and model else None, given, kept)

    def change(self, **changes: Any) -> None:
        """Keep some fields of `Kept` anew. A file that cannot be read is replaced. Raises BadEndpoint, OSError."""
        try:
            before = self._kept()
        except BadEndpoint:
            before = Kept()
        after = replace(before, **changes)
        checked_url(after.url) if after.url else None
        checked_model(after.model)
        if not LEAST_BUDGET <= after.budget <= MOST_BUDGET:
            raise BadEndpoint(f"The budget is a number of tokens from {LEAST_BUDGET:,} to {MOST_BUDGET:,} a day.")
        document = {**vars(after), "key": after.key.reveal(), "agreed": dict(after.agreed)}
        self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with replacing(self.file) as unfinished:
            descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
            with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
                json.dump(document, opened, indent=1)

    def forget(self) -> None:
        """Remove the file: address, model, key, and what was agreed to. Raises OSError."""
        self.file.unlink(missing_ok=True)

    def _kept(self) -> Kept:
        """What the file says; nothing where there is none. Raises BadEndpoint."""
        try:
            with contextlib.suppress(OSError):
                if self.file.stat().st_mode & 0o077:  # copied here from elsewhere, perhaps
                    self.file.chmod(OWNER_ONLY)
            found = json.loads(self.file.read_bytes())
            agreed = {str(kind): str(of) for kind, of in dict(found.get("agreed", {})).items()}
            return Kept(
                checked_url(str(found["url"])) if found.get("url") else "",
                checked_model(str(found.get("model", ""))),
                checked_key(str(found.get("key", ""))),
                min(max(int(found.get("budget", USUAL_BUDGET)), LEAST_BUDGET), MOST_BUDGET),
                str(found.get("in_the_open", "")),
                agreed,
            )
        except FileNotFoundError:
            return Kept()
        except (OSError, ValueError, TypeError, AttributeError, RecursionError, BadEndpoint):
            raise BadEndpoint(
                f"The settings of the interviewer in {self.file} cannot be read, so nothing is sent. "
                "Enter them again, or delete the file."
            ) from None
