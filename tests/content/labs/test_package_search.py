"""The lab package-search: its metric, its world, what it refuses, and that it proves itself in the short form."""

import re
from pathlib import Path
from typing import Any

import bm25s
import numpy as np
import pytest
from scipy.sparse import csr_array, eye_array
from scipy.sparse.linalg import spsolve

from sharpen.checks import trusted
from sharpen.labs.columns import Columns
from sharpen.labs.run import open_world
from sharpen.labs.world import BadActions

FOLDER = Path(__file__).parents[3] / "content/cases/package-search"


@pytest.fixture(scope="module")
def world() -> Any:
    """A world that has lived through its history."""
    made = open_world(FOLDER, 3)
    made.past()
    return made


@pytest.fixture
def asked(world: Any) -> Columns:
    requests: Columns = world.requests(30, 300, world.random(9))
    return requests


def test_the_log_holds_what_production_knows_and_no_more(world: Any) -> None:
    log = world.log(27)
    assert set(log) == {"day", "user", "role", "query", "request", "shown", "click", "stay", "propensity"}
    assert (log["shown"][:, 1:] >= 0).sum()
    assert ((log["shown"] >= -1) & (log["shown"] < world.published(27))).all()
    assert not (log["stay"] > log["click"]).any()
    assert (log["click"][log["shown"] < 0] == 0).all()


def test_what_a_request_means_is_sealed_and_opened(world: Any) -> None:
    rng = np.random.default_rng(0)
    target, kind = rng.integers(0, 8_000, 5_000), rng.integers(0, 3, 5_000)
    sealed = world._sealed(target, kind, rng.integers(0, 1 << 32, 5_000))
    again = world._opened(sealed)
    assert np.array_equal(again[0], target)
    assert np.array_equal(again[1], kind)
    assert abs(np.corrcoef(sealed & 0xFFFF, target)[0, 1]) < 0.05


def test_the_metric_is_the_reciprocal_rank_of_the_first_click(world: Any) -> None:
    log = {name: values[-2_000:] for name, values in world.log(27).items()}
    rng = np.random.default_rng(1)
    actions = np.argsort(rng.random((2_000, 60)), axis=1)[:, :10]
    mixed = np.where(rng.random((2_000, 1)) < 0.6, log["shown"][:, ::-1], actions)
    mixed[:50] = -1
    evidence = world.offline(log, mixed)
    expected = []
    for answer, shown, click in zip(mixed.tolist(), log["shown"].tolist(), log["click"].tolist(), strict=True):
        wanted = {document for document, clicked in zip(shown, click, strict=True) if clicked}
        ranks = [rank for rank, document in enumerate(answer, 1) if document in wanted]
        expected.append(1 / ranks[0] if ranks else 0.0)
    assert np.allclose(evidence.numerator, expected)
    assert np.array_equal(evidence.denominator, log["click"].any(axis=1))
    assert evidence.numerator[:50].sum() == 0


def test_propensities_are_how_often_a_document_is_put_there(world: Any) -> None:
    requests = world.requests(27, 100, world.random(8))
    drawn = [world.production(requests, np.random.default_rng(seed)) for seed in range(400)]
    said = world._propensity(requests, drawn[0])
    met = np.mean([each == drawn[0] for each in drawn], axis=0)
    there = drawn[0] >= 0
    error = np.sqrt(said * (1 - said) / len(drawn)) + 1e-9
    assert there.any()
    assert (np.abs(met - said)[there] < 6 * error[there] + 1e-6).all()
    assert (said[~there] == 0).all()
    world.ranked.pop(27)
    world.production(world.requests(27, world.per_day, world.random(1, 27)), world.random(2, 27))


def test_expected_rewards_are_the_means_of_what_happens(world: Any, asked: Columns) -> None:
    actions = world.best(asked)
    rng = np.random.default_rng(4)
    n = len(actions)
    total = np.mean([world.respond(asked, actions, rng.random((n, world.draws)))["reward"].mean() for _ in range(400)])
    assert abs(total - world.truth(asked, actions).mean()) < 0.01


def test_nothing_beats_the_oracle(world: Any, asked: Columns) -> None:
    best = world.truth(asked, world.checked(asked, world.best(asked)))
    rng = np.random.default_rng(5)
    shuffled = np.take_along_axis(world.best(asked), rng.permuted(np.tile(np.arange(10), (len(best), 1)), axis=1), 1)
    by_words = world._by_words(asked["query"], world.published(30))[:, :10]
    for other in (shuffled, by_words):
        assert (world.truth(asked, other) <= best + 1e-12).all()


def test_a_document_that_is_not_published_yet_is_neither_known_nor_wanted(world: Any) -> None:
    for day in (0, 20, 50):
        there = world.published(day)
        catalog = world.catalog(day)
        assert len(catalog["document"]) == there
        assert (catalog["born"] <= day).all()
        assert catalog["depends"].max() < there
        requests = world.requests(day, 500, world.random(7, day))
        assert world._opened(requests["request"])[0].max() < there
        assert world.best(requests).max() < there


def test_what_means_nothing_is_refused_with_the_first_bad_row(world: Any, asked: Columns) -> None:
    n, there = len(asked["query"]), world.published(30)
    good = np.tile(np.arange(10), (n, 1))
    for row, at, value, word in ((3, 2, there, "numbered"), (4, 0, -2, "numbered"), (5, 1, 0, "once")):
        bad = good.copy()
        bad[row, at] = value
        with pytest.raises(BadActions, match=word) as caught:
            world.checked(asked, bad)
        assert caught.value.row == row
    for wrong in (good[:, :9], good[1:], good.astype(float), np.full((n, 10), "a"), None):
        with pytest.raises(BadActions, match="whole numbers of shape"):
            world.checked(asked, wrong)
    assert (world.checked(asked, np.full((n, 10), -1)) == -1).all()


def test_requests_do_not_depend_on_what_was_answered_and_forks_are_alike(world: Any) -> None:
    other = world.fork()
    first = world.requests(33, 200, world.random(9))
    other.served.append({"day": np.array([28])})
    assert all(np.array_equal(first[name], value) for name, value in other.requests(33, 200, other.random(9)).items())
    assert world.served == []


def test_production_agrees_with_bm25s(world: Any) -> None:
    catalog = world.catalog(10_000)
    count = len(catalog["name"])
    texts = [
        " ".join(parts).lower().split() for parts in zip(*(catalog[n] for n in ("name", "short", "long")), strict=True)
    ]
    library = bm25s.BM25(method="lucene", k1=1.2, b=0.75)
    library.index(texts, show_progress=False)
    requests = world.requests(58, 60, world.random(10))
    design = trusted.run(FOLDER / "baseline.py")["Design"]()
    design.catalog(catalog)
    answers, production = design.act(requests), world._by_words(requests["query"], count)
    compared = 0
    for query, answer, ranked in zip(requests["query"].tolist(), answers, production, strict=True):
        words = [word for word in dict.fromkeys(query.lower().split()) if word in library.vocab_dict]
        if not words:
            assert (answer == -1).all()
            assert (ranked == -1).all()
            continue
        scores = library.get_scores(words)
        best = np.sort(scores)[::-1][:10]
        for found in (answer, ranked[:10]):
            assert np.allclose(scores[found[found >= 0]], best[best > 0], rtol=1e-4), query
        compared += 1
    assert compared > 30


def test_pagerank_solves_its_equation(world: Any) -> None:
    catalog = world.catalog(10_000)
    source, at = np.nonzero(catalog["depends"] >= 0)
    out = np.bincount(source, minlength=8_000)
    links = csr_array((1 / out[source], (catalog["depends"][source, at], source)), shape=(8_000, 8_000))
    expected = spsolve((eye_array(8_000) - 0.85 * links).tocsc(), np.ones(8_000))
    assert np.allclose(catalog["pagerank"], expected / expected.sum(), rtol=1e-3)


def test_designs_answer_queries_of_nothing_and_days_without_requests(world: Any) -> None:
    requests = world.requests(29, 40, world.random(9))
    odd = {name: values[:4] for name, values in requests.items()}
    odd["query"] = np.array(["", "   ", "\N{SNOWMAN} zzzzqqqq", "a" * 64])
    for file in ("baseline.py", "reference.py", *(f"traps/{path.name}" for path in sorted(FOLDER.glob("traps/*.py")))):
        design = trusted.run(FOLDER / file)["Design"]()
        log = {name: values[-8_000:] for name, values in world.log(27).items()}
        design.catalog(world.catalog(27))
        design.fit(log, 27)
        assert world.checked(odd, design.act(odd)).shape == (4, 10), file
        none = {name: values[:0] for name, values in requests.items()}
        assert np.asarray(design.act(none)).shape == (0, 10), file


def test_mistyped_queries_differ_by_a_letter(world: Any) -> None:
    mistyped = world.requests.__func__.__globals__["_mistyped"]
    texts = np.array(["editor", "vim", "", "network manager"] * 50)
    wrong = mistyped(texts, np.random.default_rng(0))
    assert (wrong[1::4] == "vim").all()
    assert (wrong[2::4] == "").all()
    for before, after in zip(texts.tolist(), wrong.tolist(), strict=True):
        assert abs(len(before) - len(after)) <= 1
        assert re.fullmatch("[a-z ]*", after)
        assert after[:1] == before[:1]
    assert (wrong[::4] != "editor").mean() > 0.7
