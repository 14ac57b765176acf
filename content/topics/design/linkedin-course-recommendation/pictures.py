"""Pictures of the lesson on LinkedIn's course recommendation."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE, GREEN = "#4477aa", "#dd7733", "#55aa77"
LEARNERS, TESTED, COURSES, FIELDS, TASTES = 6_000, 2_000, 400, 12, 8
HISTORIES = (0, 1, 2, 3, 4, 6, 8, 12)
"""How many courses the recommender has seen a learner watch."""


def watched(rng: Any) -> tuple[Any, Any, Any]:
    """Each learner's field by profile, the courses' fields, and what each learner watched, in order.

    A learner likes courses of the field, and others by tastes that no profile tells.
    """
    import numpy as np

    people = LEARNERS + TESTED
    field, of_course = rng.integers(FIELDS, size=people), rng.integers(FIELDS, size=COURSES)
    tastes = rng.standard_normal((people, TASTES)) @ rng.standard_normal((TASTES, COURSES)) / np.sqrt(TASTES)
    liking = 1.8 * (field[:, None] == of_course) + 1.6 * tastes + rng.gumbel(size=(people, COURSES))
    return field, of_course, np.argsort(-liking, axis=1)[:, : HISTORIES[-1] + 1]


def measured() -> dict[str, list[float]]:
    """Recall of the next course among ten recommended, by how many were seen, for each model and their blend."""
    import numpy as np

    rng = np.random.default_rng(0)
    field, _, courses = watched(rng)
    people = np.arange(LEARNERS)
    seen = np.zeros((LEARNERS, COURSES), np.float32)
    seen[people[:, None], courses[:LEARNERS]] = 1
    by_field = np.zeros((FIELDS, COURSES))
    np.add.at(by_field, field[:LEARNERS], seen)
    profile = np.log((by_field + 0.5) / (by_field.sum(axis=1, keepdims=True) + 0.5 * COURSES))
    together = seen.T @ seen
    alone = np.diag(together)
    alike = together / np.sqrt(np.outer(alone, alone) + 1e-9)
    np.fill_diagonal(alike, 0)
    found: dict[str, list[float]] = {"profile": [], "watched together": [], "blend": []}
    tested = rng.permuted(courses[LEARNERS:], axis=1)
    rows = np.arange(TESTED)[:, None]
    for count in HISTORIES:
        history = tested[:, :count]
        by_profile = profile[field[LEARNERS:]]
        by_others = alike[history].sum(axis=1) if count else np.tile(alone / alone.max(), (TESTED, 1))
        scaled = (by_others - by_others.mean(axis=1, keepdims=True)) / by_others.std(axis=1, keepdims=True)
        weight = count / (count + 2)
        for name, scores in (
            ("profile", by_profile.copy()),
            ("watched together", scaled.copy()),
            ("blend", by_profile + 2 * weight * scaled),
        ):
            scores[rows, history] = -np.inf
            best = np.argpartition(-scores, 10, axis=1)[:, :10]
            found[name].append(float((best == tested[:, -1:]).any(axis=1).mean()))
    return found


def two_models(figure: Figure) -> None:
    """Recall by the length of a learner's history, for each model and their blend."""
    figure.set_size_inches(5.4, 2.9)
    axes = figure.subplots()
    marks = zip(measured().items(), (BLUE, ORANGE, GREEN), "o^s", strict=True)
    for (name, values), color, mark in marks:
        axes.plot(HISTORIES, values, f"{mark}-", color=color, markersize=4, linewidth=1.7, label=name)
    axes.set(ylim=(0, 0.26), xticks=HISTORIES)
    axes.yaxis.set_major_formatter(lambda share, _: f"{100 * share:.0f}%")
    axes.set_xlabel("courses that the learner has watched", color=INK)
    axes.set_title("recall of the next course, in 10", color=INK, fontsize=10, loc="left")
    axes.legend(frameon=False, labelcolor=INK, fontsize=9, loc="lower right")
    axes.tick_params(colors=INK, labelsize=8.5, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [two_models]
