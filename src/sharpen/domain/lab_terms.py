"""The terms of a lab in words: what a design has, and how it is measured, as page and terminal say it."""

from collections.abc import Iterator

from sharpen.domain.lab import Lab

METHODS = {
    "fit(log, day)": "learns from all that was logged by the end of a day",
    "act(requests)": "answers many requests, or one; its CPU time is the latency, and so is a wait, such as a sleep",
    "estimate(log, day)": "if you like: your own estimate of the metric offline",
    "catalog(items)": "if you like: is told before each fit what there is to choose from, where a lab has that",
    "monitor(window)": "if you like: alarms about the last seven days of log, as a list of texts",
    "should_retrain(alarms, day)": "if you like: whether to train again at the end of a day",
    "batch()": "if you like: how many requests are answered together under load",
}
"""What a class `Design` has."""
MAY = (
    "What it prints is in the report, the first of it by stage; what it has learned before of the same log is put "
    "back, and prints nothing."
)


def measured(lab: Lab) -> Iterator[tuple[str, str]]:
    """How a design is measured: each stage or limit, and what is so."""
    size, budget = lab.size, lab.budget
    yield "offline", f"{lab.metric}, {lab.better} is better, on the last {size.holdout} days of the log."
    yield (
        "load",
        f"99 of 100 requests within {lab.goal.p99:g} ms at {lab.goal.rate:g} a second. Latency is the CPU work of act, "
        "as if nothing else ran, and what it waits; the line is simulated. What comes too late is answered by the "
        "baseline.",
    )
    yield (
        "ab",
        f"{size.ab} days against the baseline{_ramp(lab)}; a lift of {100 * lab.effect:g} % is worth finding. "
        f"A reward is {lab.reward}.",
    )
    training = f"; training again costs {lab.retraining:g} in rewards" if lab.retraining else ""
    yield "month", f"{size.month} days alone{training}."
    for each in lab.guardrails:
        yield "guardrail", f"{each.title} must not get {each.worse} by more than {100 * each.tolerance:g} %."
    yield (
        "score",
        "0 is the baseline, 100 somebody who knows the truth; training again is paid for in it, and is not in regret.",
    )
    yield (
        "limits",
        f"CPU seconds: offline {budget.offline:g}, load {budget.load:g}, ab {budget.ab:g}, month {budget.month:g}; "
        f"memory {budget.memory:,} MiB.",
    )
    yield "short form", "half the days, half the requests of each, and half the cost of training."


def _ramp(lab: Lab) -> str:
    """How an experiment begins, where that is small."""
    if not lab.ramp:
        return ""
    shares = ", ".join(f"{100 * share:g} %" for share in lab.ramp)
    return f", the first {len(lab.ramp)} of them a ramp ({shares} treated) that is left out of the lift"
