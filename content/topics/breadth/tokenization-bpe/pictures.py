"""Pictures of the lesson on tokenization."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
TEXT = """the keeper of the lighthouse kept a log of every ship that passed the point in the morning he wrote the name
of the ship the hour and the wind in the evening he read what he had written and lit the lamp when the fog
came he rang the bell and the ships that could not see the light could hear the bell some nights no ship
passed and he wrote that too for a keeper who writes only of ships has nothing to say of the sea the sea was
the same each night and each night he wrote of it in other words the wind had turned the swell was long the
birds were late the lamp was low years later the logs were found and those who read them learned little of
ships and much of the weather and of the keeper himself"""
OTHER = """the baker rose before the sun and lit the oven in the dark he weighed the flour and the salt and wrote the
weights on the wall when the bread was late he knew the reason from the wall for a baker who writes what he
has done can find what he did wrong the children who passed the shop on the way to school could smell the
bread and knew the hour"""


def join(symbols: list[str], pair: tuple[str, str]) -> list[str]:
    """The symbols with each place of the pair merged."""
    joined: list[str] = []
    for symbol in symbols:
        if joined and (joined[-1], symbol) == pair:
            joined[-1] += symbol
        else:
            joined.append(symbol)
    return joined


def lengths(merges: int) -> tuple[list[float], list[float]]:
    """Tokens a word after each merge, on the text that they are learned on and on another."""
    from collections import Counter
    from itertools import pairwise

    counts, others = Counter(TEXT.split()), Counter(OTHER.split())
    cut = {word: list(word) for word in counts | others}
    found: tuple[list[float], list[float]] = ([], [])
    for _ in range(merges + 1):
        for one, words in zip(found, (counts, others), strict=True):
            one.append(sum(len(cut[word]) * count for word, count in words.items()) / words.total())
        pairs: Counter[tuple[str, str]] = Counter()
        for word, count in counts.items():
            for pair in pairwise(cut[word]):
                pairs[pair] += count
        best = min(pairs, key=lambda pair: (-pairs[pair], pair))
        cut = {word: join(symbols, best) for word, symbols in cut.items()}
    return found


def tokens_per_word(figure: Figure) -> None:
    """How tokens a word fall with merges, on the text of training and on another."""
    figure.set_size_inches(7.2, 3.0)
    axes = figure.subplots()
    own, other = lengths(140)
    axes.plot(own, color=BLUE, label="the text it is trained on")
    axes.plot(other, color=ORANGE, label="another text")
    axes.set_xlabel("merges", color=INK)
    axes.set_ylabel("tokens a word", color=INK)
    axes.set_ylim(0, None)
    axes.tick_params(colors=INK)
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(INK)
    axes.legend(frameon=False, labelcolor=INK)
    axes.patch.set_visible(False)
    figure.patch.set_alpha(0)
    figure.tight_layout()


PICTURES = [tokens_per_word]
