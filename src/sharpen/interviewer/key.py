"""The key of an endpoint: what may be handed on, and never shown."""


class Key:
    """A secret that prints as `…`, whatever prints it: a message, a log, a traceback with its variables."""

    __slots__ = ("_secret",)

    def __init__(self, secret: str = "") -> None:
        self._secret = secret

    def __bool__(self) -> bool:
        return bool(self._secret)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Key) and other._secret == self._secret

    def __hash__(self) -> int:
        return hash(self._secret)

    def __repr__(self) -> str:
        return "Key(…)" if self else "Key()"

    def __reduce__(self) -> str:
        raise TypeError("A key is not written down but where it is kept.")

    def reveal(self) -> str:
        """The secret itself, for the two who need it: the request, and the file it is kept in."""
        return self._secret

    def scrubbed(self, text: str) -> str:
        """A text from elsewhere, such as a server's complaint, without the key in it."""
        return text.replace(self._secret, "(your key)") if self else text
