from sharpen import checks


class Plain:
    """The whole text, and every end of it compared with every beginning."""

    def __init__(self, stops):
        if "" in stops:
            raise ValueError
        self.stops, self.text, self.out, self.met = stops, "", 0, False

    def push(self, letter):
        if self.met:
            return ""
        self.text += letter
        ending = [len(stop) for stop in self.stops if self.text.endswith(stop)]
        beginnings = {stop[:length] for stop in self.stops for length in range(len(stop))}
        self.met = bool(ending)
        keep = max(ending) if ending else max((len(one) for one in beginnings if self.text.endswith(one)), default=0)
        return self._release(len(self.text) - keep)

    def close(self):
        return "" if self.met else self._release(len(self.text))

    def stopped(self):
        return self.met

    def _release(self, stop):
        start, self.out = self.out, stop
        return self.text[start:stop]


def writing(rng, size):
    """A text of few letters and stops that nearly come in it; sooner or later one does."""
    length, kinds, count, longest = size
    alphabet = "a .bAé😀\n"[:kinds]

    def word(least, most):
        return "".join(alphabet[place] for place in rng.integers(0, kinds, rng.integers(least, most + 1)))

    stops = [word(max(1, longest // 2), longest) for _ in range(rng.integers(1, count + 1))] if count else []
    text = ""
    while len(text) < length:
        stop = stops[rng.integers(len(stops))] if stops else word(1, 5)
        start = int(rng.integers(0, len(stop)))
        cut = stop[start : len(stop) - int(rng.random() < 0.9)]
        text += cut or word(1, 1)
    stops += [stop[1:-1] for stop in stops if len(stop) > 3 and rng.random() < 0.1] + stops[: rng.integers(2)]
    return (stops,), spelled(text[:length], rng)


def spelled(text, rng):
    taken = []
    for letter in text:
        taken.append(("push", letter))
        taken += [("stopped",)] * int(rng.random() < 0.2)
    return [*taken, ("stopped",), ("close",)]


def overlapping(rng, size):
    """Stops that are parts of each other, in words of one letter with another here and there."""
    length, longest = size
    word = "".join("ab"[int(rng.random() < 0.25)] for _ in range(longest))
    stops = [word[start:stop] + "c" * int(rng.random() < 0.7) for start, stop in _stretches(rng, longest)]
    text = ""
    while len(text) < length:
        start, stop = _stretches(rng, longest)[0]
        text += word[start:stop] + ("" if rng.random() < 0.8 else "c")
    return (stops,), spelled(text[:length], rng)


def _stretches(rng, longest):
    return [sorted(rng.choice(longest + 1, 2, replace=False).tolist()) for _ in range(5)]


def asked(stops, text, *more):
    return checks.Call(
        "StopFilter", (stops,), {}, (*(("push", (letter,)) for letter in text), *((name, ()) for name in more))
    )


def text_up_to_the_stop(got, stops):
    """Put together, what was released is the text before the stop that ends first."""
    text = TEXTS[tuple(stops)]
    ends = [text.find(stop) + len(stop) for stop in stops if stop in text]
    first = min(ends, default=None)
    shown = text if first is None else text[: first - max(len(stop) for stop in stops if text[:first].endswith(stop))]
    *released, stopped, closed = got
    if bool(stopped) != (first is not None):
        return f"stopped() is {stopped}, but a stop sequence {'is' if ends else 'is not'} in the text"
    whole = "".join(released) + closed
    if whole == shown:
        return None
    at = next((at for at, (one, other) in enumerate(zip(whole, shown, strict=False)) if one != other), None)
    if at is None:
        return f"{len(whole)} letters were released, but {len(shown)} come before the stop sequence"
    return f"letter {at} that was released is {whole[at]!r}, but that of the text is {shown[at]!r}"


TEXTS = {
    ("abcd", "bc"): "xabxabc",
    ("ab", "abc", "babx"): "aacbabx",
    ("abcd", "bcx", "c"): "abc",
    ("aab", "aaab"): "aaaaab",
    ("<|end|>", "<|user|>", "\n\n\n"): "a <|e\n\n <|us<|en<<|user|\n<|end|>" * 2,
    ("aaaaab",): "aaaabaaaaa" * 9,
    ("xyz", "yzw", "zw"): "xyyzxyxyzw",
    (): "anything goes",
    ("abracadabra", "cadabrb", "brac"): "abra cadabr abracadabr",
    **{(f"a{mark}b",): f"a{mark}a{mark}b" for mark in "$#*\0_.|!~%@/^&-\\"},
}
RUN = "a" * 6000
STOPS = [f"<{number}|end of part {number % 7}>" for number in range(700)]
NEARLY = "".join(stop[:-1] + "?" for stop in STOPS)

CHECKS = [
    checks.example(
        "The example in the statement",
        asked(["END", "NOTE"], "AENOTE", "stopped"),
        ["A", "", "", "E", "", "", True],
        same=checks.exactly(),
    ),
    checks.sequence(
        "Stops that nearly come, and one that does",
        "StopFilter",
        writing,
        [
            (3, 1, 1, 2),
            (5, 2, 1, 2),
            (8, 2, 2, 3),
            (12, 2, 3, 4),
            (20, 3, 2, 5),
            (40, 2, 2, 9),
            (60, 3, 3, 12),
            (80, 8, 6, 8),
            (20, 2, 0, 1),
            (150, 3, 3, 25),
            (200, 2, 2, 60),
        ],
        model=Plain,
    ),
    checks.sequence(
        "Stops that are parts of each other",
        "StopFilter",
        overlapping,
        [(5, 3), (8, 4), (12, 5), (20, 7), (40, 9), (60, 14), (80, 25), (100, 40)],
        model=Plain,
    ),
    checks.property(
        "What was released is the text before the first stop",
        "StopFilter",
        [asked(list(stops), text, "stopped", "close") for stops, text in TEXTS.items()],
        holds=text_up_to_the_stop,
    ),
    checks.unchanged(
        "The list of stop sequences is not changed",
        "StopFilter",
        [asked(["ab", "b", "ab"], "aacab", "stopped"), asked(["c", "abc", "a"], "bb", "stopped")],
    ),
    checks.growth(
        "A stop of 6,000 letters, and 700 stops",
        "StopFilter",
        [
            asked([RUN + "b", RUN[:4000] + "c"], "a" * 8000 + "x" + "a" * 6500 + "c" + "a" * 500, "close"),
            asked([*STOPS, *("x" * 20 for _ in range(300))], NEARLY, "stopped"),
        ],
        factor=30,
        same=checks.exactly(),
    ),
    checks.error(
        "An empty stop sequence raises ValueError",
        [checks.call("StopFilter", stops) for stops in ([""], ["a", "", "b"])],
    ),
    checks.oracle(
        "Stop sequences with signs of their own, and letters that few know",
        "StopFilter",
        [
            *(asked([f"a{mark}b", "xy"], f"za{mark}b", "close", "stopped") for mark in " ,|/$#*.\0\n"),
            *(asked([f"a{mark}b", "xy"], "zaab", "close", "stopped") for mark in " ,|/$#*.\0\n"),
            asked(["é"], "zü", "close", "stopped"),
            asked(["Ł"], "zA", "close", "stopped"),
            asked(["ü", "Łx"], "zŁé", "close", "stopped"),
        ],
        same=checks.exactly(),
    ),
]
