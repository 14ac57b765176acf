"""Pictures of the lesson on object tracking."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
COLORS = {"last place, nearest first": "#dd7733", "predicted place, best in sum": "#4477aa"}
MEMORIES = (0, 1, 2, 4, 8, 16, 32)
OBJECTS, FRAMES, SCENES, SIDE = 14, 160, 2, 100.0
MISSED, FALSE, NOISE, REACH = 0.12, 1, 0.7, 5.0
"""Share of places that are missed beside occlusions, false detections a frame, their noise, and how far one looks."""


def scene(seed: int) -> list[tuple[Any, Any]]:
    """Of each frame the detected places and whose they are, -1 for nobody's.

    Objects cross a square at almost constant speed. One that is within 3 of another, further back, is hidden by it.
    """
    import numpy as np

    rng = np.random.default_rng(seed)
    places = rng.uniform(0, SIDE, (OBJECTS, 2))
    angles = rng.uniform(0, 2 * np.pi, OBJECTS)
    speeds = rng.uniform(0.8, 2.0, (OBJECTS, 1)) * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    frames = []
    for _ in range(FRAMES):
        speeds += rng.normal(0, 0.05, speeds.shape)
        places = places + speeds
        turned = (places < 0) | (places > SIDE)
        speeds[turned] *= -1
        places = np.clip(places, 0, SIDE)
        apart = np.linalg.norm(places[:, None] - places, axis=2)
        hidden = (np.tril(apart < 3, -1)).any(axis=1)
        seen = np.flatnonzero(~hidden & (rng.random(OBJECTS) > MISSED))
        false = rng.uniform(0, SIDE, (rng.poisson(FALSE), 2))
        found = np.concatenate([places[seen] + rng.normal(0, NOISE, (len(seen), 2)), false])
        frames.append((found, np.concatenate([seen, np.full(len(false), -1)])))
    return frames


def _pairs(distances: Any, best_in_sum: bool) -> list[tuple[int, int]]:
    """Tracks and detections that belong together, none further apart than one looks."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    if best_in_sum:
        rows, columns = linear_sum_assignment(np.minimum(distances, 2 * REACH))
        return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if distances[i, j] < REACH]
    pairs, left = [], distances.copy()
    while left.size and left.min() < REACH:
        i, j = divmod(int(left.argmin()), left.shape[1])
        pairs.append((i, j))
        left[i], left[:, j] = np.inf, np.inf
    return pairs


def tracked(frames: list[tuple[Any, Any]], memory: int, predicts: bool) -> tuple[float, int]:
    """IDF1, and how often an object's track changes."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    places, speeds, ages, names = np.zeros((0, 2)), np.zeros((0, 2)), np.zeros(0, int), np.zeros(0, int)
    together, last, changes, born = np.zeros((OBJECTS, 6000)), np.full(OBJECTS, -1), 0, 0
    given = 0
    for found, owners in frames:
        ahead = places + speeds if predicts else places
        distances = np.linalg.norm(ahead[:, None] - found, axis=2)
        pairs = _pairs(distances, predicts)
        rows, columns = [i for i, _ in pairs], [j for _, j in pairs]
        places, ages = ahead.copy(), ages + 1
        ages[rows] = 0
        error = found[columns] - ahead[rows]
        places[rows] += (0.6 if predicts else 1.0) * error
        speeds[rows] += 0.25 * error
        fresh = np.setdiff1d(np.arange(len(found)), columns)
        numbers = np.zeros(len(found), int)
        numbers[columns], numbers[fresh] = names[rows], born + np.arange(len(fresh))
        kept = ages <= memory
        places = np.concatenate([places[kept], found[fresh]])
        speeds = np.concatenate([speeds[kept], np.zeros((len(fresh), 2))])
        ages = np.concatenate([ages[kept], np.zeros(len(fresh), int)])
        names = np.concatenate([names[kept], numbers[fresh]])
        born, given = born + len(fresh), given + len(found)
        real = owners >= 0
        who, number = owners[real], numbers[real]
        changes += int(((last[who] >= 0) & (last[who] != number)).sum())
        last[who] = number
        np.add.at(together, (who, number), 1)
    matched = together[linear_sum_assignment(-together[:, :born])].sum()
    return float(2 * matched / (OBJECTS * len(frames) + given)), changes


def by_memory() -> dict[str, Any]:
    """Of both trackers, for each memory, the mean IDF1 and the number of changes in a scene."""
    import numpy as np

    scenes = [scene(seed) for seed in range(SCENES)]
    return {
        name: np.mean([[tracked(one, memory, predicts) for memory in MEMORIES] for one in scenes], axis=0)
        for name, predicts in zip(COLORS, (False, True), strict=True)
    }


def memory_of_a_tracker(figure: Figure) -> None:
    """IDF1 and changes of identity, by how long a lost track is kept."""
    figure.set_size_inches(5.4, 2.9)
    panels = figure.subplots(1, 2)
    for (name, values), mark in zip(by_memory().items(), "so", strict=True):
        for axes, row in zip(panels, values.T, strict=True):
            axes.plot(MEMORIES, row, marker=mark, color=COLORS[name], markersize=4.5, linewidth=1.7, label=name)
    for axes, title in zip(panels, ("IDF1", "changes of identity"), strict=True):
        axes.set_xscale("symlog", base=2, linthresh=1)
        axes.set(xticks=MEMORIES, ylim=(0, None))
        axes.xaxis.set_major_formatter(lambda frames, _: f"{frames:g}")
        axes.set_title(title, color=INK, fontsize=10, loc="left")
        axes.set_xlabel("frames that a lost track is kept", color=INK, fontsize=9)
        axes.tick_params(colors=INK, labelsize=8.5, length=0)
        axes.minorticks_off()
        axes.grid(color=INK, alpha=0.15, linewidth=0.6)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    handles, labels = panels[0].get_legend_handles_labels()
    figure.legend(handles, labels, frameon=False, labelcolor=INK, fontsize=8.5, loc="upper center", ncols=2)
    figure.patch.set_visible(False)
    figure.tight_layout(rect=(0, 0, 1, 0.92))


PICTURES = [memory_of_a_tracker]
