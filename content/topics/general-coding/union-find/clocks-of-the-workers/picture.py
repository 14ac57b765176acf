"""The workers whose clocks are linked by measurements, by how far each is ahead, and what each call returned."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams, node_diagrams

SHOWS_METHOD = True


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for more than 12 workers, or none."""
    offsets, taken = _groups(call)
    workers = [worker for group in offsets for worker in group]
    if not 0 < len(workers) <= 12:
        raise ValueError("too many workers to see anything, or none")
    axes = diagrams.sheet(figure)
    y = 0.0
    for group in offsets:
        order = sorted(group, key=lambda worker: group[worker])
        names = {worker: f"{worker}: {group[worker] - group[order[0]]:+}" for worker in order}
        places = {worker: (float(at), 0.0) for at, worker in enumerate(order)}
        links = [(other, one, f"{ahead:+}", "blue") for one, other, ahead in taken if one in group]
        y = node_diagrams.network(axes, y, places, names, links) + 0.9
    diagrams.words(
        axes, 0, y, "In a row: clocks whose differences are known, with how far each is ahead of the first.", size=9
    )
    diagrams.words(axes, 0, y + 0.5, "Blue: the measurements that were taken in.", size=9)
    diagrams.steps(axes, y + 1.1, call, got, expected)
    diagrams.fit(axes)


def _groups(call: Call) -> tuple[list[dict[str, int]], list[tuple[str, str, int]]]:
    """The clocks that are known relative to each other, group by group, and the measurements that were taken in."""
    group: dict[str, dict[str, int]] = {}
    taken = []
    for name, args in call.then:
        for worker in [arg for arg in args if isinstance(arg, str)]:
            group.setdefault(worker, {worker: 0})
        if name == "measure" and group[args[0]] is not group[args[1]]:
            one, other, ahead = args
            shift = group[other][other] + ahead - group[one][one]
            group[other] |= {worker: offset + shift for worker, offset in group[one].items()}
            for worker in group[one]:
                group[worker] = group[other]
            taken.append((one, other, ahead))
    return list({id(one): one for one in group.values()}.values()), taken
