"""Pictures of the lesson on model parallelism."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
STAGES = 4


def spans(batches: int, forward: float) -> list[tuple[int, bool, float, float]]:
    """Stage, whether it is a forward pass, start and duration, where a backward pass takes twice as long."""
    found, free = [], [0.0] * STAGES
    for goes_forward, order in ((True, range(STAGES)), (False, range(STAGES - 1, -1, -1))):
        lasts = forward if goes_forward else 2 * forward
        for _ in range(batches):
            ready = 0.0
            for stage in order:
                start = max(ready, free[stage])
                found.append((stage, goes_forward, start, lasts))
                ready = free[stage] = start + lasts
    return found


def schedule(figure: Figure) -> None:
    """When each of four stages works, with one batch and with eight micro-batches of an eighth of its time."""
    figure.set_size_inches(7.2, 3.6)
    for axes, batches in zip(figure.subplots(2, 1, sharex=True), (1, 8), strict=True):
        drawn = spans(batches, 8 / batches)
        end = max(start + lasts for _, _, start, lasts in drawn)
        for stage, goes_forward, start, lasts in drawn:
            color = BLUE if goes_forward else ORANGE
            axes.barh(stage, lasts - 0.12, left=start + 0.06, height=0.8, color=color)
        idle = 1 - sum(lasts for *_, lasts in drawn) / (STAGES * end)
        name = "one batch" if batches == 1 else f"{batches} micro-batches"
        axes.set_title(f"{name}: {idle:.0%} idle", color=INK, fontsize=10, loc="left")
        axes.set_yticks(range(STAGES), [f"stage {stage + 1}" for stage in range(STAGES)])
        axes.invert_yaxis()
        axes.set_xticks([])
        axes.tick_params(colors=INK, labelsize=8, length=0)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    axes.set_xlabel("time", color=INK)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [schedule]
