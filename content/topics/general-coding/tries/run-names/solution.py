class _Node:
    """A prefix of names: how many share it, and the letters that follow."""

    def __init__(self) -> None:
        self.count = 0
        self.children: dict[str, _Node] = {}


class RunNames:
    """A set of names that may be abbreviated as long as it is clear which one is meant.

    Notes
    -----
    A set of the names, and a trie whose nodes count those that pass through: a prefix is unambiguous where the
    count is 1. Every call walks along one path: O(m) for m letters.
    """

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.root = _Node()

    def add(self, name: str) -> bool:
        """Add a name.

        Parameters
        ----------
        name : str
            Not empty.

        Returns
        -------
        bool
            Whether it is new.
        """
        if name in self.names:
            return False
        self.names.add(name)
        self._count(name, 1)
        return True

    def remove(self, name: str) -> bool:
        """Take a name out.

        Parameters
        ----------
        name : str

        Returns
        -------
        bool
            Whether it was there.
        """
        if name not in self.names:
            return False
        self.names.remove(name)
        self._count(name, -1)
        return True

    def resolve(self, text: str) -> str | None:
        """The name that is meant by a text: itself or a prefix of it.

        Parameters
        ----------
        text : str

        Returns
        -------
        str, or None
            The text itself if it is a name, else the only name that starts with it; None if there is not just one.
        """
        if text in self.names:
            return text
        node = self.root
        for letter in text:
            node = node.children.get(letter, _Node())  # where none is, no name passes
        if node.count != 1:
            return None
        while node.children:
            ((letter, node),) = node.children.items()
            text += letter
        return text

    def shortest(self, name: str) -> str | None:
        """The shortest prefix, of one letter or more, by which a name is meant.

        Parameters
        ----------
        name : str

        Returns
        -------
        str, or None
            None if the name is not there.
        """
        if name not in self.names:
            return None
        node = self.root
        for place, letter in enumerate(name, 1):
            node = node.children[letter]
            if node.count == 1:
                return name[:place]
        return name

    def _count(self, name: str, more: int) -> None:
        """Count one name more or less on its path; what no name passes is cut off."""
        node = self.root
        node.count += more
        for letter in name:
            child = node.children.setdefault(letter, _Node())
            child.count += more
            if child.count == 0:
                del node.children[letter]
                break
            node = child
