"""Questions about calls, packed for a child, and kept with the call: a prepared one is asked of every submission."""

from sharpen.checks.calls import Call
from sharpen.checks.check import Ask, Case, Check
from sharpen.sandbox.codec import Parts, pack_question


def calling(call: Call) -> Parts:
    """What does the call return?"""
    return _kept(call, "call")


def repeating(call: Call, times: int) -> Parts:
    """What does it return, so many times over, each with what comes next from its source of randomness?"""
    return _kept(call, "repeat", times)


def after(call: Call) -> Parts:
    """What does it return, and what are its positional arguments then?"""
    return _kept(call, "after")


def each(call: Call) -> Parts:
    """What does its entry return for each list of arguments, up to the first that fails?"""
    return _kept(call, "each")


def steps(call: Call) -> Parts:
    """What did each of its methods return or raise?"""
    return _kept(call, "steps")


def foreseen(check: Check, case: Case) -> list[Parts]:
    """What a check will ask about a case."""
    calls = [case.call] if case.asks is None else case.asks
    match check.ask:
        case Ask.ANSWERS:
            return [repeating(call, check.times) for call in calls]
        case Ask.AFTER:
            return [after(call) for call in calls]
        case Ask.EACH:
            return [each(call) for call in calls]
        case Ask.STEPS:
            return [steps(call) for call in calls]
        case _:
            return [calling(call) for call in calls]


def _kept(call: Call, how: str, *more: int) -> Parts:
    kept: dict[tuple[str | int, ...], Parts] = vars(call).setdefault("packed", {})
    key: tuple[str | int, ...] = (how, *more)
    if key not in kept:
        kept[key] = pack_question([how, call.fields(), *more])
    return kept[key]
