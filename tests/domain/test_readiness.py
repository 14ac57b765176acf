"""Readiness: evidence moves what is believed the right way, far enough, and never further than it says."""

from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from sharpen.domain.readiness import PRIOR, Belief, Evidence, beliefs, together
from sharpen.domain.topic import Group, Outline, Topic


def outline() -> Outline:
    groups = []
    for round_, title, names in (("a", "One", "xyz"), ("a", "Two", "uv"), ("b", "Three", "w")):
        groups.append(Group(round_, title, tuple(Topic(name, name, round_, title) for name in names)))
    return Outline({"a": "A", "b": "B"}, tuple(groups))


def evidence(weight: float, share: float) -> Evidence:
    return Evidence(weight, weight * share)


EVIDENCE = st.dictionaries(
    st.sampled_from("xyzuvw"), st.builds(evidence, st.floats(0, 500), st.floats(0, 1)), max_size=6
)


def test_who_tried_nothing_is_not_ready_and_nothing_is_known() -> None:
    found = beliefs(outline(), {})
    assert {round(belief.mean, 9) for belief in found.values()} == {PRIOR}
    many = together((belief, 1.0) for belief in [*found.values()] * 30)
    assert found["x"].deviation > many.deviation > 0.1, "many topics of which nothing is known are not known together"


@given(EVIDENCE)
def test_a_belief_is_a_chance_with_an_interval_around_it(tried: dict[str, Evidence]) -> None:
    found = beliefs(outline(), tried)
    whole = together((belief, 1.0) for belief in found.values())
    for belief in (*found.values(), whole):
        assert 0 <= belief.low <= belief.mean <= belief.high <= 1
    assert (
        min(one.mean for one in found.values()) - 1e-9 <= whole.mean <= max(one.mean for one in found.values()) + 1e-9
    )


@given(EVIDENCE, st.sampled_from("xyzuvw"), st.floats(0.1, 100))
def test_doing_well_raises_a_topic_and_its_kin_and_failing_lowers_them(
    tried: dict[str, Evidence], topic: str, weight: float
) -> None:
    before = beliefs(outline(), tried)
    for share, sign in ((1.0, 1), (0.0, -1)):
        after = beliefs(outline(), {**tried, topic: tried.get(topic, Evidence()) + evidence(weight, share)})
        for name in "xyzuvw":
            assert sign * (after[name].mean - before[name].mean) >= -1e-9
        assert after[topic].tries > before[topic].tries


def test_a_neighbor_says_more_than_a_stranger() -> None:
    found = beliefs(outline(), {"x": evidence(20, 1.0)})
    assert found["x"].mean > found["y"].mean > found["u"].mean > found["w"].mean
    assert isclose(found["w"].mean, PRIOR), "another round says nothing of it"
    assert found["x"].deviation < found["y"].deviation


def test_much_evidence_is_believed() -> None:
    found = beliefs(outline(), {"x": evidence(1000, 0.7)})
    assert abs(found["x"].mean - 0.7) < 0.01
    assert found["x"].high - found["x"].low < 0.05


def test_what_does_not_count_is_left_out() -> None:
    ready, not_ready = Belief(0.9, 50), Belief(0.1, 50)
    assert together([(ready, 1.0), (not_ready, 0.0)]).mean == 0.9
    assert isclose(together([(ready, 3.0), (not_ready, 1.0)]).mean, 0.7)
    assert together([]).mean == PRIOR


def test_one_topic_however_well_known_says_little_of_its_neighbors() -> None:
    known, spread = Evidence(100.0, 100.0), Evidence(25.0, 25.0)
    topics = [Topic(str(number), str(number), "r", "G") for number in range(5)]
    outline = Outline({"r": "R"}, (Group("r", "G", tuple(topics)),))
    of_one = beliefs(outline, {"0": known})
    of_four = beliefs(outline, dict.fromkeys("0123", spread))
    assert of_one["0"].mean > 0.95
    assert of_one["4"].mean < 0.5 < of_four["4"].mean
    assert of_one["4"].deviation > of_four["4"].deviation
