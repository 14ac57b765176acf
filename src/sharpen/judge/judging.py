"""Judging a submission: every check in turn, one result each."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, closing
from dataclasses import dataclass, field, replace

from sharpen.checks.calls import Call
from sharpen.checks.check import Ask, Case, Check, Failed, Finding
from sharpen.checks.gridding import gridded
from sharpen.checks.measures import largest
from sharpen.checks.showing import show, show_call
from sharpen.domain.evidence import Growth, Timing
from sharpen.domain.problem import Limits
from sharpen.domain.verdict import CheckResult, Kind, Verdict
from sharpen.judge.answer_names import named
from sharpen.judge.candidate import Candidate, Solitary
from sharpen.judge.check_lanes import Lane, divided
from sharpen.judge.drawn import Drawn
from sharpen.judge.legible import legible_result
from sharpen.judge.prepared import Prepared
from sharpen.judge.reading import Reading
from sharpen.sandbox.failures import over_cpu_time
from sharpen.sandbox.lasting_state import can_keep
from sharpen.sandbox.nursery import Nursery
from sharpen.sandbox.submission import Submission, alone
from sharpen.sandbox.waiting import Watch

LOADS = "The code loads"
SINGLE = (Ask.ANSWER, Ask.AFTER)
"""The ways of asking in which a call does not depend on those before it."""
MEASURED_BY = 1
"""The seed of what is drawn when the model solution is measured: an attempt is asked as much of its own."""
LEAST = 1e-3
"""CPU ms that a check takes at least, as kept."""
TOGETHER = "; the limit is for all checks together"
REMEMBERS = (
    ". It is right when called alone: something is kept between calls, such as a default argument, a global or an "
    "attribute of a class"
)


def judge_submission(
    prepared: Prepared, nursery: Nursery, source: str, entry: list[str], limits: Limits, seed: int | None = None
) -> Iterator[CheckResult]:
    """Judge a submission check by check; after a fatal failure the rest is not run.

    With a seed, checks ask about cases that are drawn by it, after those that are always asked.
    Raises Interrupted when the judging was disturbed, BrokenChecks when the problem is at fault.
    """
    drawn = Drawn(prepared, seed)
    total, watch, under = len(prepared.checks), Watch(), Under(drawn, nursery, source, limits)
    shares = divided(prepared.checks)
    with ExitStack() as open_:

        def lane(numbers: list[int], names: list[str], measured: bool) -> Lane:
            def start(spent: float) -> Submission:
                return Submission(nursery, source, limits, watch, names, measured=measured, spent=spent)

            new = open_.enter_context(closing(Lane(drawn, numbers, start)))
            new.ask_ahead(None if measured else 1)  # the first result does not wait for what is drawn
            return new

        lanes = [lane(shares[0], entry, measured=False)]
        lanes[0].ask_while_loading()
        unusable = _unusable(lanes[0].submission, under.reading)
        if unusable:
            yield replace(unusable, of=total)
            return
        for number in range(total):
            if len(lanes) < len(shares) and (number or 0 not in shares[0]):  # the first result comes before all else
                nursery.reserve(len(shares) - 1)
                lanes += [lane(numbers, [], measured=True) for numbers in shares[1:]]
            result, fatal = _check(number, _of(number, lanes), under)
            if result.passed and _spent(lanes) > limits.cpu:  # in several children, each of them within the limit
                over = over_cpu_time(limits)
                result, fatal = replace(result, verdict=over.verdict, why=over.why + TOGETHER), True
            yield result
            if fatal:
                return


def measure(prepared: Prepared, nursery: Nursery, entry: list[str], limits: Limits) -> None:
    """Judge the model solution and keep what each check took of it, unless that is known here."""
    if prepared.measured:
        return
    results = list(judge_submission(prepared, nursery, prepared.model, entry, limits, MEASURED_BY))  # remembers growth
    if all(result.passed for result in results):
        prepared.keep_costs({result.name: max(result.cpu_ms, LEAST) for result in results})


def _of(number: int, lanes: list[Lane]) -> Lane:
    return next(lane for lane in lanes if number in lane.numbers)


def _spent(lanes: list[Lane]) -> float:
    """CPU seconds used so far: all of the first lane's, and those of the answers taken of the others'."""
    first, *others = lanes
    return first.used + sum(lane.spent for lane in others)


def _unusable(submission: Submission, reading: Reading) -> CheckResult | None:
    """Why the code cannot be asked anything: it does not load, or does not define what it must."""
    try:
        with reading.bounded():
            missing = submission.missing()
    except Failed as failure:
        return legible_result(_failed(LOADS, Kind.LOAD, failure))
    if not missing:
        return None
    why = f"the code does not define {_listed(missing)}"
    return CheckResult(LOADS, Kind.LOAD, Verdict.RUNTIME_ERROR, why=why)


@dataclass
class Under:
    """A submission under judgement."""

    drawn: Drawn
    nursery: Nursery
    source: str
    limits: Limits
    reading: Reading = field(default_factory=Reading)
    remembers: bool = True
    """Whether it may answer wrongly only because of calls before; not after a wrong answer that is no better alone."""

    def fresh(self) -> AbstractContextManager[Submission]:
        """Another child with the code."""
        return alone(self.nursery, self.source, self.limits)

    def model(self) -> AbstractContextManager[Submission]:
        """A child with the model solution."""
        return alone(self.nursery, self.drawn.prepared.model, replace(self.limits, cpu=60.0, wall=120.0))


def _check(number: int, lane: Lane, under: Under) -> tuple[CheckResult, bool]:
    """The result of one check, and whether the submission is beyond asking more."""
    drawn, reading = under.drawn, under.reading
    check, cases, of = drawn.checks[number], drawn.cases(number), len(drawn.checks)
    case = cases[0] if cases else None
    candidate = Candidate(lane, drawn.prepared, under.fresh, under.model)
    stopped: Call | None = None
    try:
        with reading.bounded():
            candidate.asked = lane.turn(number)
            for case in cases:
                candidate.printed = ""
                finding = check.examine(candidate, case)
                if finding:
                    result = _found(check, case, finding, candidate, of)
                    break
            else:
                result = CheckResult(check.name, check.kind, Verdict.ACCEPTED, cpu_ms=candidate.used * 1e3, of=of)
        fatal = False
    except Failed as failure:
        result = replace(_failed(check.name, check.kind, failure), cpu_ms=candidate.used * 1e3, of=of)
        if case:
            call = failure.call or case.call
            why = failure.why + TOGETHER * (failure.verdict is Verdict.TIME_LIMIT and number > 0)
            result = replace(
                result, why=why, input=show_call(call), expected=_expected(check, case), printed=candidate.printed
            )
        fatal = failure.fatal
        if failure.verdict is Verdict.TIME_LIMIT and check.ask is Ask.TIMED and case:
            stopped = case.call
    if under.source == drawn.prepared.model:
        for call, seconds in candidate.timings:
            drawn.prepared.remember(call, seconds)
    result = replace(result, model_ms=drawn.prepared.cost(check.name), growth=_growth(candidate, stopped, under.limits))
    first = number == lane.numbers[0] and case is cases[0]  # nothing was called before
    if case and not (first or fatal or result.passed) and check.ask in SINGLE and under.remembers:
        under.remembers = can_keep(under.source) and _right_alone(check, case, candidate, reading)
        result = replace(result, why=f"{result.why}{REMEMBERS}") if under.remembers else result
    return legible_result(result), fatal


def _right_alone(check: Check, case: Case, candidate: Candidate, reading: Reading) -> bool:
    """Whether a case that failed is answered rightly by children that were asked nothing before."""
    try:
        with reading.bounded():
            return check.examine(Solitary(candidate), case) is None
    except Failed:
        return False


def _found(check: Check, case: Case, finding: Finding, candidate: Candidate, of: int) -> CheckResult:
    call = finding.call or case.call
    names = candidate.answer_names(call) if check.same and not call.then else []
    where = named(finding.where, names)
    grids = gridded(finding.parts, several=len(names) > 1) if finding.parts else None
    return CheckResult(
        check.name,
        check.kind,
        finding.verdict,
        cpu_ms=candidate.used * 1e3,
        why=finding.why.replace(f"at {finding.where}: ", f"at {where}: ", 1) if finding.where else finding.why,
        input=finding.input or show_call(call),
        expected=finding.expected,
        got=finding.got,
        where=where if finding.where else "",
        grids=replace(grids, place=named(grids.place, names)) if grids else None,
        shares=tuple(finding.shares),
        printed=candidate.printed,
        line=finding.raised.line if finding.raised else 0,
        traceback=finding.raised.traceback if finding.raised else "",
        of=of,
    )


def _growth(candidate: Candidate, stopped: Call | None, limits: Limits) -> Growth | None:
    """How the time of the candidate grew with the sizes at which it was measured, up to one at which it was stopped."""
    best: dict[int, Timing] = {}
    of = ""
    for call, seconds in candidate.timings:
        of, size = largest(candidate, call)
        if size and (size not in best or seconds * 1e3 < best[size].ms):
            best[size] = Timing(size, seconds * 1e3, candidate.model_best(call) * 1e3)
    if stopped:
        of, size = largest(candidate, stopped)
        best[size] = Timing(size, limits.cpu * 1e3, candidate.model_best(stopped) * 1e3, stopped=True)
    return Growth(of, tuple(best[size] for size in sorted(best))) if best else None


def _failed(name: str, kind: Kind, failure: Failed) -> CheckResult:
    return CheckResult(name, kind, failure.verdict, why=failure.why, line=failure.line, traceback=failure.traceback)


def _expected(check: Check, case: Case) -> str:
    """What a right answer is, where none came, as the comparison puts it: what it goes by need not be an answer."""
    if case.expected is None or (check.same is None and case.asks is not None):
        return ""
    try:
        difference = check.same(case.expected, None) if check.same else None
    except Exception:  # it reads the answer first
        return ""
    return difference.expected if difference else show(case.expected)


def _listed(names: list[str]) -> str:
    quoted = [f"`{name}`" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
