"""The shards as rows of cells: what was read before, what is read now in which order, and what is left."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for more than 10 shards, or one of more than 16 records."""
    shards, positions, count = diagrams.given(call, "shards", "positions", "count")
    if not 0 < len(shards) <= 10 or max(map(len, shards)) > 16:
        raise ValueError("too many records to see anything, or none")
    axes = diagrams.sheet(figure)
    wide = diagrams.breadth([time for shard in shards for time in shard])

    def read(answer: Any, y: float) -> float:
        times, after = answer
        if len(after) != len(shards) or not all(0 <= end <= len(one) for end, one in zip(after, shards, strict=True)):
            raise ValueError("no positions in the shards")
        for shard, (records, begin, end) in enumerate(zip(shards, positions, after, strict=True)):
            diagrams.words(axes, -0.2, y + shard * 1.1 + 0.5, f"shard {shard}", size=8, align="right")
            for at, time in enumerate(records):
                tone = "gray" if at < min(begin, end) else "blue" if at < end else "red" if at < begin else "plain"
                diagrams.cell(axes, at * wide, y + shard * 1.1, time, tone=tone, wide=wide)
            if not records:
                diagrams.words(axes, 0.2, y + shard * 1.1 + 0.5, "empty", size=8, tone="faint")
        y += 1.1 * len(shards) + 0.35
        shown = ", ".join(map(str, list(times)[:20])) or "nothing"
        told = f"times: {shown}" + ", …" * (len(times) > 20)
        diagrams.words(axes, 0, y, told, size=9.5, tone="plain" if list(times) == list(expected[0]) else "red")
        return y + 0.3

    y = diagrams.answers(axes, 0, got, expected, read)
    diagrams.words(
        axes, 0, y, f"gray: read before; blue: read now, {count} wanted; red: read before, but not any more", size=9
    )
    diagrams.fit(axes)
