"""Pictures of the lesson on partitioning graphs."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE, GREEN = "#4477aa", "#dd7733", "#229988"
PEOPLE, PARTS, SLACK, PASSES = 3_000, 16, 1.05, 6


def friends() -> list[Any]:
    """The friends of each person: two thirds of the ties lie within groups of five to eighty people."""
    import numpy as np

    rng = np.random.default_rng(0)
    group = np.repeat(np.arange(PEOPLE), np.minimum(5 + rng.exponential(20, PEOPLE), 80).astype(int))[:PEOPLE]
    start = np.searchsorted(group, group)
    size = np.bincount(group)[group]
    weight = rng.lognormal(0, 0.6, PEOPLE)
    ends = rng.choice(PEOPLE, 24_000, p=weight / weight.sum())
    near = start[ends] + rng.integers(0, size[ends])
    far = rng.choice(PEOPLE, len(ends), p=weight / weight.sum())
    other = np.where(rng.random(len(ends)) < 2 / 3, near, far)
    ties = np.unique(np.sort(np.stack([ends, other])[:, ends != other], axis=0), axis=1)
    number = rng.permutation(PEOPLE)[ties]
    lists: list[list[int]] = [[] for _ in range(PEOPLE)]
    for one, two in number.T.tolist():
        lists[one].append(two)
        lists[two].append(one)
    return [np.array(each, dtype=int) for each in lists]


def streamed(lists: list[Any], parts: int, passes: int) -> list[Any]:
    """The parts after each pass: a person goes where most friends are, discounted by how full it is there."""
    import numpy as np

    place, size = np.full(PEOPLE, -1), np.zeros(parts)
    limit = SLACK * PEOPLE / parts
    order, history = np.random.default_rng(1).permutation(PEOPLE).tolist(), []
    for _ in range(passes):
        for person in order:
            if place[person] >= 0:
                size[place[person]] -= 1
            known = place[lists[person]]
            score = np.bincount(known[known >= 0], minlength=parts) * (1 - size / limit)
            score[size + 1 > limit] = -1
            best = np.flatnonzero(score == score.max())
            place[person] = best[np.argmin(size[best])]
            size[place[person]] += 1
        history.append(place.copy())
    return history


def cut(lists: list[Any], place: Any) -> float:
    """The share of ties between parts."""
    import numpy as np

    people = np.repeat(np.arange(PEOPLE), [len(each) for each in lists])
    return float((place[people] != place[np.concatenate(lists)]).mean())


def touched(lists: list[Any], place: Any) -> Any:
    """In how many parts the friends of each person lie who has any."""
    import numpy as np

    return np.array([len(np.unique(place[each])) for each in lists if len(each)])


def measured() -> tuple[list[float], Any, Any]:
    """The cut when hashed and after each pass, and the parts touched when hashed and after the last."""
    import numpy as np

    lists = friends()
    hashed = np.random.default_rng(2).integers(0, PARTS, PEOPLE)
    history = streamed(lists, PARTS, PASSES)
    return [cut(lists, each) for each in (hashed, *history)], touched(lists, hashed), touched(lists, history[-1])


def passes_and_parts(figure: Figure) -> None:
    """Ties cut by pass, and in how many parts the friends of a person lie."""
    import numpy as np

    cuts, before, after = measured()
    figure.set_size_inches(5.4, 2.9)
    left, right = figure.subplots(1, 2)
    left.axhline(cuts[0], color=ORANGE, linewidth=1.6)
    left.text(PASSES, cuts[0] - 0.035, "hashed", color=ORANGE, fontsize=9, ha="right", va="top")
    left.plot(range(1, PASSES + 1), cuts[1:], "o-", color=BLUE, markersize=4, linewidth=1.6)
    left.text(PASSES, cuts[-1] + 0.035, "streamed", color=BLUE, fontsize=9, ha="right")
    left.set(ylim=(0, 1.02), xticks=range(1, PASSES + 1))
    left.yaxis.set_major_formatter("{x:.0%}")
    left.set_xlabel("passes over the people", color=INK, fontsize=9)
    for counts, color, shift in ((before, ORANGE, -0.2), (after, BLUE, 0.2)):
        share = np.bincount(counts, minlength=PARTS + 1)[1:] / len(counts)
        right.bar(np.arange(1, PARTS + 1) + shift, share, width=0.4, color=color)
    right.set(xticks=(1, 4, 8, 12, 16), yticks=(0, 0.05, 0.1, 0.15))
    right.yaxis.set_major_formatter("{x:.0%}")
    right.set_xlabel("parts with friends of a person", color=INK, fontsize=9)
    for axes, title in ((left, "ties that are cut"), (right, "people")):
        axes.set_title(title, color=INK, fontsize=10, loc="left")
        axes.tick_params(colors=INK, labelsize=8.5, length=0)
        axes.grid(color=INK, alpha=0.15, linewidth=0.6, axis="y")
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [passes_and_parts]
