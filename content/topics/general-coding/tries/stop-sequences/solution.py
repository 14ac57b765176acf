from collections import deque
from collections.abc import Sequence


class _Node:
    """A prefix of stops: its length, the longest stop that is a suffix of it, the longest prefix that is one."""

    def __init__(self, depth: int) -> None:
        self.depth = depth
        self.stop = 0
        self.back: _Node | None = None
        self.children: dict[str, _Node] = {}


class StopFilter:
    """Releases a text letter by letter up to the first stop sequence, of which it releases nothing.

    Parameters
    ----------
    stops : list of str
        The stop sequences.

    Raises
    ------
    ValueError
        If one of them is empty.

    Notes
    -----
    The automaton of Aho and Corasick: what is held is a node of a trie, and `back` leads to the longest suffix of it
    that is a node too. Each step back gives up a letter that was held, so all pushes together take O(t).
    """

    def __init__(self, stops: Sequence[str]) -> None:
        if "" in stops:
            raise ValueError("a stop sequence must not be empty")
        self.root = self.node = _Node(0)
        self.held: deque[str] = deque()
        for stop in stops:
            node = self.root
            for letter in stop:
                node = node.children.setdefault(letter, _Node(node.depth + 1))
            node.stop = len(stop)
        row = [self.root]
        for node in row:  # which grows along the way, shorter prefixes first
            for letter, child in node.children.items():
                child.back = self._after(node.back, letter)
                child.stop = child.stop or child.back.stop
                row.append(child)

    def push(self, letter: str) -> str:
        """Take the next letter of the text.

        Parameters
        ----------
        letter : str
            Of length 1.

        Returns
        -------
        str
            The letters that are released by it.
        """
        if self.stopped():
            return ""
        self.held.append(letter)
        self.node = self._after(self.node, letter)
        kept = self.node.stop or self.node.depth
        released = "".join(self.held.popleft() for _ in range(len(self.held) - kept))
        if self.stopped():
            self.held.clear()
        return released

    def close(self) -> str:
        """The text is over.

        Returns
        -------
        str
            What is still held.
        """
        return "".join(self.held)

    def stopped(self) -> bool:
        """Whether a stop sequence was met.

        Returns
        -------
        bool
        """
        return self.node.stop > 0

    def _after(self, node: _Node | None, letter: str) -> _Node:
        """The longest prefix that the node, or a suffix of it, becomes by a letter."""
        while node is not None and letter not in node.children:
            node = node.back
        return self.root if node is None else node.children[letter]
