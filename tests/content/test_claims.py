"""Claims of lessons and notes that were once wrong, computed."""

import runpy
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from sharpen.content.library import bundled

TOPICS = bundled() / "topics"


def read(path: str) -> str:
    return " ".join((TOPICS / path).read_text("utf-8").split())


def pictures(topic: str) -> dict[str, Any]:
    return runpy.run_path(str(TOPICS / topic / "pictures.py"))


def test_a_uniform_victim_includes_the_first_items_alike_whatever_their_weights() -> None:
    weights, size = np.array([1.0, 9.0, *[2.0] * 20, *[3.0] * 20]), 2
    so_far = np.cumsum(weights)
    held = np.zeros(len(weights))
    for place, weight in enumerate(weights):
        enters = 1.0 if place < size else size * weight / so_far[place]
        if place >= size:
            held[:place] *= 1 - enters / size
        held[place] = enters
    assert held[:size] == pytest.approx(so_far[size - 1] / so_far[-1])
    assert held[size:] == pytest.approx(size * weights[size:] / so_far[-1])
    notes = read("ml-coding/reservoir-sampling/weighted-reservoir-sampling/notes.md")
    assert r"\prod_{i > k} (1 - w_i/W_i) = W_k/W_n" in notes


def test_the_lasso_shrinks_the_sum_and_not_each_weight() -> None:
    from sklearn.datasets import load_diabetes
    from sklearn.linear_model import lasso_path

    features, target = load_diabetes(return_X_y=True)
    features = (features - features.mean(axis=0)) / features.std(axis=0)
    _, weights, _ = lasso_path(features, (target - target.mean()) / target.std(), alphas=np.logspace(0, -4, 60))
    sizes = abs(weights)
    assert (np.diff(sizes.sum(axis=0)) >= -1e-9).all()
    assert (np.diff(sizes, axis=1) < -1e-3).any(axis=1).sum() >= 1
    assert "it shrinks that sum" in read("breadth/l1-lasso/lesson.md")


def test_a_free_bias_leaves_the_hinge_objective_without_a_single_minimizer() -> None:
    def objective(w: float, b: float) -> float:
        return w * w + (max(0.0, 1 - (w + b)) + max(0.0, 1 - (w - b))) / 2

    least = min(objective(w, b) for w in np.linspace(-1, 2, 61) for b in np.linspace(-2, 2, 81))
    assert [objective(0.5, b) for b in (-0.5, 0, 0.3, 0.5)] == pytest.approx([0.75] * 4)
    assert least == pytest.approx(0.75)


def test_newtons_hessian_is_positive_definite_with_one_class_and_yet_there_is_no_minimum() -> None:
    rows = np.column_stack([np.random.default_rng(0).normal(size=(8, 2)), np.ones(8)])
    hessian = rows.T @ rows / 4 + np.diag([1.0, 1.0, 0.0])
    assert np.linalg.eigvalsh(hessian).min() > 0
    losses = [float(np.logaddexp(0, -b)) for b in (0, 5, 10, 20, 40)]
    assert losses == sorted(losses, reverse=True)
    assert losses[-1] < 1e-16


def test_half_of_the_rows_of_unscaled_attention_are_nearly_one_hot() -> None:
    queries, keys = np.random.default_rng(3).normal(size=(2, 10, 64))
    scores = queries @ keys.T
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    largest = (weights / weights.sum(axis=1, keepdims=True)).max(axis=1)
    assert (largest > 0.9).sum() == 5
    assert "half of the rows put more than 0.9" in read("breadth/self-attention/lesson.md")


def test_words_that_never_meet_are_alike_after_truncation() -> None:
    counts = np.array([[1, 0, 0, 0], [0, 1, 0, 0], [1, 1, 0, 0], [0, 0, 1, 1], [0, 0, 1, 0]], float)
    left, singular, right = np.linalg.svd(counts, full_matrices=False)
    assert singular == pytest.approx([1.732, 1.618, 1, 0.618], abs=5e-4)
    assert counts[0] @ counts[1] == 0
    cut = (left[:, :2] * singular[:2]) @ right[:2]
    assert cut[0, 1] == pytest.approx(0.5)
    query = left[0, :2] / singular[:2]
    cosines = [
        query @ right[:2, d] / np.linalg.norm(query) / np.linalg.norm(right[:2, d]) for d in range(counts.shape[1])
    ]
    assert cosines == pytest.approx([1, 1, 0, 0], abs=1e-12)


def test_a_shifted_prediction_has_correlation_one_and_the_r_squared_that_its_lesson_says() -> None:
    from sklearn.metrics import r2_score

    y: NDArray[np.float64] = np.random.default_rng(0).normal(50, 7, 200)
    shifted = y + 3 * y.std()
    assert np.corrcoef(y, shifted)[0, 1] == pytest.approx(1)
    assert r2_score(y, shifted) == pytest.approx(-8)


def test_the_picture_of_label_noise_shows_what_its_table_says() -> None:
    from matplotlib.figure import Figure

    figure = Figure()
    pictures("breadth/bagging-vs-boosting")["noise"](figure)
    full, large_leaves, boosting = (np.asarray(line.get_ydata(), float) for line in figure.axes[0].lines[:3])
    assert round(full[-1], 2) == 0.14
    assert round(large_leaves[-1], 2) == 0.06
    assert (round(boosting.min(), 2), round(boosting[-1], 2)) == (0.08, 0.19)
    lesson = read("breadth/bagging-vs-boosting/lesson.md")
    assert "falls to 0.08 (dot), then fits the flipped labels, to 0.19" in lesson
    assert "level off at 0.14" in lesson


def test_the_arrow_of_weights_is_perpendicular_to_the_lines_of_equal_probability() -> None:
    from matplotlib.figure import Figure
    from matplotlib.text import Annotation

    figure = Figure()
    pictures("ml-coding/logistic-regression")["planes_of_probability"](figure)
    plane = figure.axes[0]
    (arrow,) = (text for text in plane.texts if isinstance(text, Annotation) and text.arrow_patch)
    line = next(path for path in plane.collections[0].get_paths() if len(path.vertices) > 1)
    along = np.asarray(line.vertices)[-1] - np.asarray(line.vertices)[0]
    assert np.subtract(arrow.xy, arrow.xyann) @ along == pytest.approx(0, abs=0.05)


def test_fewer_features_per_split_do_to_a_forest_what_its_table_says() -> None:
    measured = pictures("breadth/random-forest")["measured"]
    found = {drawn: measured(drawn) for drawn in (2, 8, 12)}
    lesson = read("breadth/random-forest/lesson.md")
    for drawn, name in ((12, "12 (bagging)"), (2, "2")):
        rho, variance = found[drawn]["correlation"], found[drawn]["variance"]
        floor, rest = rho * variance, (1 - rho) * variance / 40
        assert f"| {name} | {variance:.2f} | {rho:.3f} | {floor:.3f} | {rest:.3f} | {floor + rest:.3f} |" in lesson
    assert found[2]["tree"] > found[8]["tree"]
    assert found[2]["forest"] == pytest.approx(0.8 * found[12]["forest"], rel=0.05)


def test_the_logistic_round_of_gradient_boosting_comes_out_as_its_lesson_says() -> None:
    from scipy.special import expit
    from sklearn.ensemble import GradientBoostingClassifier
    from sklearn.metrics import log_loss

    x, y = np.array([[1.0], [2], [3], [4]]), np.array([0, 1, 1, 1])
    model = GradientBoostingClassifier(n_estimators=1, max_depth=1, learning_rate=0.1).fit(x, y)
    scores = model.decision_function(x)
    assert scores == pytest.approx([0.699, 1.232, 1.232, 1.232], abs=5e-4)
    assert expit(scores[:2]) == pytest.approx([0.668, 0.774], abs=5e-4)
    assert log_loss(y, [0.75] * 4) == pytest.approx(0.562, abs=5e-4)
    assert log_loss(y, expit(scores)) == pytest.approx(0.468, abs=5e-4)
    lesson = read("breadth/gradient-boosting/lesson.md")
    assert "the log odds become $0.699$ and $1.232$, the probabilities $0.668$ and $0.774$" in lesson
    assert "falls from $0.562$ to $0.468$" in lesson


def test_the_standard_error_of_a_slope_is_as_its_lesson_says() -> None:
    from scipy.stats import linregress

    found = linregress([1, 2, 3], [1, 3, 2])
    assert (found.slope, found.stderr) == pytest.approx((0.5, 0.75**0.5))
    assert "the slope is $0.5$, give or take $0.87$" in read("ml-coding/linear-regression/lesson.md")


def test_anscombes_four_sets_share_a_line_and_two_hang_on_a_single_point() -> None:
    sets = pictures("breadth/r-squared")["ANSCOMBE"]
    for x, y in sets:
        assert np.polyfit(x, y, 1) == pytest.approx([0.5, 3.0], abs=5e-3)
        assert np.corrcoef(x, y)[0, 1] ** 2 == pytest.approx(0.67, abs=5e-3)
    (x, y), (at, _) = sets[2], sets[3]
    others = np.array(y) < 12
    assert np.corrcoef(np.array(x)[others], np.array(y)[others])[0, 1] > 0.9999
    assert len({place for place in at if place != 19}) == 1


def test_the_unrolled_network_shows_the_lessons_numbers() -> None:
    from matplotlib.figure import Figure

    figure = Figure()
    pictures("breadth/rnn-and-bptt")["unrolled"](figure)
    shown = [text.get_text() for text in figure.axes[0].texts]
    assert [text.partition("\n")[2] for text in shown if text.startswith("$h_")] == ["0", "2", "1", "4.5"]
    assert [text.partition(" = ")[2] for text in shown if "delta" in text] == ["0.25", "0.5", "1"]


def test_words_of_one_subject_point_the_same_way_in_the_picture_of_lsa() -> None:
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

    figure = Figure()
    pictures("breadth/latent-semantic-analysis")["plane"](figure)
    widths = [bar.get_width() for bar in figure.axes[0].patches if isinstance(bar, Rectangle)]
    counted, on_two_axes = widths[:4], widths[4:]
    assert counted[0] == 0
    assert on_two_axes[0] > 0.95
    assert abs(on_two_axes[3]) < 0.1


@pytest.mark.parametrize(("data", "least", "most"), [("breast_cancer", 0.08, 0.17), ("wine", 0.4, 0.6)])
def test_gini_and_entropy_often_ask_another_first_question(data: str, least: float, most: float) -> None:
    from sklearn import datasets
    from sklearn.tree import DecisionTreeClassifier

    features, labels = getattr(datasets, f"load_{data}")(return_X_y=True)
    rng, differ = np.random.default_rng(0), 0
    for _ in range(200):
        rows = rng.choice(len(features), 100)
        asked = set()
        for impurity in ("gini", "entropy"):
            tree = DecisionTreeClassifier(max_depth=1, criterion=impurity, random_state=0)
            grown = tree.fit(features[rows], labels[rows]).tree_
            asked.add((int(grown.feature[0]), round(float(grown.threshold[0]), 9)))
        differ += len(asked) > 1
    assert least < differ / 200 < most
