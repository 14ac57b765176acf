"""Pictures of the lesson on experimentation platforms."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
TESTS, USERS, SESSIONS, CORRELATION = 2_000, 100, 10, 0.2


def aa_tests(figure: Figure) -> None:
    """p-values of A/A tests, randomized by user, analyzed by user and by session."""
    import numpy as np
    from scipy.special import stdtr

    figure.set_size_inches(7.2, 2.8)
    rng = np.random.default_rng(3)
    shape = (TESTS, 2, USERS, SESSIONS)
    sessions = rng.standard_normal(shape, dtype=np.float32) * np.sqrt(1 - CORRELATION)
    sessions += rng.standard_normal((*shape[:3], 1), dtype=np.float32) * np.sqrt(CORRELATION)
    by_user, by_session = sessions.mean(axis=3), sessions.reshape(TESTS, 2, USERS * SESSIONS)
    both = figure.subplots(1, 2, sharey=True)
    for axes, rows, color, name in zip(both, (by_user, by_session), (BLUE, ORANGE), ("user", "session"), strict=True):
        error = np.sqrt(rows.var(axis=2, ddof=1).sum(axis=1) / rows.shape[2])
        t = (rows[:, 0].mean(axis=1) - rows[:, 1].mean(axis=1)) / error
        p = 2 * stdtr(2 * rows.shape[2] - 2, -np.abs(t))
        axes.hist(p, bins=20, range=(0, 1), color=color)
        axes.set_title(f"by {name}: {(p < 0.05).mean():.0%} below 0.05", color=INK, fontsize=10, loc="left")
        axes.set_xlabel("p-value", color=INK)
        axes.tick_params(colors=INK, labelsize=8, length=0)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    both[0].set_ylabel("A/A tests", color=INK)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [aa_tests]
