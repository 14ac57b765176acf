"""An endpoint: where requests go, and for which model; an address that would give the key away is refused."""

import hashlib
import ipaddress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from sharpen.domain.errors import SharpenError
from sharpen.interviewer.key import Key

LONGEST_URL, LONGEST_MODEL, LONGEST_KEY = 500, 200, 2_000


class BadEndpoint(SharpenError):
    """An address, a model or a key that cannot be used; nothing was changed, and nothing was sent."""


@dataclass(frozen=True)
class Endpoint:
    """Where a model answers: the base URL, which mostly ends in `/v1`, the model's name, and a key if it wants one."""

    url: str
    model: str
    key: Key = field(default_factory=Key)

    @property
    def fingerprint(self) -> str:
        """Changes with the address and the model, which are what a candidate agreed to; not with the key."""
        return hashlib.sha256(f"{self.url}\n{self.model}".encode()).hexdigest()[:16]

    @property
    def host(self) -> str:
        """The machine that requests go to, as one would name it."""
        return urlsplit(self.url).netloc

    @property
    def stays_here(self) -> bool:
        """Whether that is this machine itself."""
        return is_loopback(self.url)


def checked_url(text: str) -> str:
    """A base URL as it is kept, without a slash at its end. Raises BadEndpoint."""
    url = text.strip().rstrip("/")
    if len(url) > LONGEST_URL or any(char.isspace() or not char.isprintable() for char in url):
        raise BadEndpoint(f"The base URL is no address: it has spaces in it, or more than {LONGEST_URL} characters.")
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as problem:
        raise BadEndpoint(f"The base URL cannot be read: {problem}.") from None
    if parts.scheme not in ("http", "https") or not host:
        raise BadEndpoint("The base URL begins with https:// or http://, such as http://127.0.0.1:8080/v1.")
    if parts.username is not None or parts.password is not None:
        raise BadEndpoint("The base URL holds a name or a password. Leave them out: the key has a field of its own.")
    if parts.query or parts.fragment or "?" in url or "#" in url:
        raise BadEndpoint("The base URL ends before any ? or #. The key has a field of its own.")
    return url


def checked_model(text: str) -> str:
    """The name of a model as it is kept. Raises BadEndpoint."""
    model = text.strip()
    if len(model) > LONGEST_MODEL or not model.isprintable():
        raise BadEndpoint(f"The name of the model has more than {LONGEST_MODEL} characters, or some that do not print.")
    return model


def checked_key(text: str) -> Key:
    """A key as it is kept. Raises BadEndpoint, which never quotes it."""
    secret = text.strip()
    if len(secret) > LONGEST_KEY or not secret.isascii() or not secret.isprintable() or " " in secret:
        raise BadEndpoint("That is no key: it has spaces or signs in it that no header can carry. Copy it again.")
    return Key(secret)


def is_loopback(url: str) -> bool:
    """Whether an address is this machine's own, so that what is sent there leaves it by no wire."""
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_open(url: str) -> bool:
    """Whether whoever is on the way can read what is sent there: `http` to another machine."""
    return urlsplit(url).scheme == "http" and not is_loopback(url)
