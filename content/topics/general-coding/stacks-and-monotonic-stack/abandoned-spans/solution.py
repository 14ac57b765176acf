from collections import Counter
from collections.abc import Sequence


def abandoned(events: Sequence[tuple[str, str]]) -> list[int]:
    """The spans of a trace that were closed by the end of a span around them.

    Parameters
    ----------
    events : list of tuple of str
        Pairs of "enter" or "leave" and a name, in order of time.

    Returns
    -------
    list of int
        The places of their enter events, ascending.

    Notes
    -----
    A stack holds the places of the open spans, and a counter says which names are in it. Each span is pushed and
    popped once, and a flag for each event spares the sorting: O(n).
    """
    stack, names, cut = [], Counter(), [False] * len(events)
    for place, (kind, name) in enumerate(events):
        if kind == "enter":
            stack.append(place)
            names[name] += 1
        elif names[name]:
            while events[stack[-1]][1] != name:
                inner = stack.pop()
                names[events[inner][1]] -= 1
                cut[inner] = True
            stack.pop()
            names[name] -= 1
    return [place for place, flag in enumerate(cut) if flag]
