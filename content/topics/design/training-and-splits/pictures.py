"""Pictures of the lesson on training and splits."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE, GREEN = "#4477aa", "#dd7733", "#44997a"
PATIENTS, WORLDS = 200, 8
SCANS = (1, 2, 3, 5, 10)


def world(patients: int, scans: int, rng: Any) -> tuple[Any, Any, Any]:
    """Scans of eight features, their labels and patients. A scan is its patient's constant with some noise."""
    import numpy as np

    sick = rng.random(patients) < 0.5
    constant = rng.normal(size=(patients, 8))
    constant[:, 0] += sick
    rows = np.repeat(constant, scans, axis=0) + 0.4 * rng.normal(size=(patients * scans, 8))
    return rows, np.repeat(sick, scans), np.repeat(np.arange(patients), scans)


def accuracies(scans: int) -> tuple[float, float, float]:
    """Of 5-nearest neighbors: by random folds, by folds of patients, and on new patients; the mean of WORLDS."""
    import numpy as np
    from sklearn.model_selection import GroupKFold, KFold, cross_val_score
    from sklearn.neighbors import KNeighborsClassifier

    model, found = KNeighborsClassifier(5), []
    for seed in range(WORLDS):
        rng = np.random.default_rng(seed)
        rows, sick, patients = world(PATIENTS, scans, rng)
        mixed = cross_val_score(model, rows, sick, cv=KFold(5, shuffle=True, random_state=0)).mean()
        apart = cross_val_score(model, rows, sick, cv=GroupKFold(5), groups=patients).mean()
        new, truth, _ = world(2000, 1, rng)
        found.append((mixed, apart, model.fit(rows, sick).score(new, truth)))
    mixed, apart, live = np.mean(found, axis=0)
    return float(mixed), float(apart), float(live)


def scans_per_patient(figure: Figure) -> None:
    """Accuracy by random folds, by folds of patients and on new patients."""
    figure.set_size_inches(7.2, 2.9)
    axes = figure.subplots()
    curves = zip(*map(accuracies, SCANS), strict=True)
    names = ("random folds", "folds of patients", "new patients")
    for values, color, name, line in zip(curves, (ORANGE, BLUE, GREEN), names, ("o-", "o-", "s--"), strict=True):
        axes.plot(SCANS, values, line, color=color, markersize=4, linewidth=1.7, label=name)
    axes.set_xticks(SCANS, [str(scans) for scans in SCANS])
    axes.set_ylim(0.5, 1)
    axes.set_xlabel("scans of each patient", color=INK)
    axes.set_ylabel("accuracy", color=INK)
    axes.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="lower center", bbox_to_anchor=(0.5, 0.98), ncols=3)
    axes.tick_params(colors=INK, labelsize=8, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [scans_per_patient]
