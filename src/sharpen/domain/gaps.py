"""Gaps: what an interviewer will ask that the file of a project does not answer.

Nothing here understands a text: words and numbers are counted, and each gap says what was counted.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sharpen.domain.ladder import ProjectField

FEWEST_WORDS = 15
NUMBER_WORDS = (
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million "
    "billion dozen half third quarter fifth twice double"
)
LIVE = ("serving", "monitoring", "impact")
"""The fields of what was live: a project that never was may say so in them."""
NEVER_LIVE = re.compile(
    r"\b(never|not|nor|yet to be)\b[^.]{0,40}\b(live|launched?|deployed|served|production|shipped)\b"
    r"|\bdoes not apply\b|\bn/a\b|\boffline only\b|\bno users\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"(19|20)\d\d")


@dataclass(frozen=True)
class Gap:
    """A question that a field does not answer, and what was counted there."""

    field: str
    question: str
    counted: str


Rule = Callable[[str], str]
"""Given the text of a field, what was counted in it if that is too little; empty if it is enough."""


def gaps(fields: Sequence[ProjectField], texts: Mapping[str, str]) -> list[Gap]:
    """What is not answered, by field in their order. A field that is empty, or has few words, has one gap."""
    found = []
    for field in fields:
        text = texts.get(field.id, "")
        few = _few(text)
        if field.id in LIVE and NEVER_LIVE.search(text):
            continue
        if few:
            found.append(Gap(field.id, field.gap, few))
            continue
        for rule, question in RULES.get(field.id, ()):
            if counted := rule(text):
                found.append(Gap(field.id, question, counted))
    return found


def words(text: str) -> list[str]:
    """The words of a text, in lower case; "don't" is one, and its apostrophe a plain one."""
    plain = text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return re.findall(r"[^\W_]+(?:['-][^\W_]+)*", plain)


def numbers(text: str) -> list[str]:
    """The numbers of a text. Years are none, nor is what belongs to a name, as in p99, GPT-4 or NDCG@10."""
    digits = re.findall(r"(?<![\w@])(?<!\w-)(?<!\w\.)\.?\d[\d.,]*", text)
    spelled = re.findall(rf"\b(?:{NUMBER_WORDS.replace(' ', '|')})s?\b", text.lower())
    return [each for each in digits if not YEAR.fullmatch(each.rstrip(".,"))] + spelled


def _few(text: str) -> str:
    count = len(words(text))
    if not count:
        return "Nothing is written here."
    return f"{count} word{'s' if count > 1 else ''} here, fewer than {FEWEST_WORDS}." if count < FEWEST_WORDS else ""


def _number(text: str) -> str:
    return "" if numbers(text) else "No number here."


def _own_part(text: str) -> str:
    said = [word.partition("'")[0] for word in words(text)]
    if any(word in ("i", "my", "mine", "me", "myself") for word in said):
        return ""
    shared = sum(word in ("we", "our", "ours", "us") for word in said)
    times = {1: "once", 2: "twice"}.get(shared, f"{shared} times")
    return f"“we”, “our” or “us” {times}, “I” or “my” not once." if shared else "“I” or “my” not once."


def _some(what: str, stems: str) -> Rule:
    """Any of some words, of which the beginnings are given; the first four are shown, so they are whole words."""
    each = stems.split(", ")
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, each))})", re.IGNORECASE)
    return lambda text: "" if pattern.search(text) else f"No word for {what}, such as {', '.join(each[:4])}."


def _either(*rules: Rule) -> Rule:
    """One of some rules is enough; what the first counted is said."""
    return lambda text: rules[0](text) if all(rule(text) for rule in rules) else ""


def _range(text: str) -> str:
    return "" if re.search(r"\d\s*(?:to|[-\N{EN DASH}\N{PLUS-MINUS SIGN}])\s*[+-]?\.?\d", text) else "No range here."


CHECKED = "wrong, noisy, agree, error, nois, audit, by hand, check, kappa, mislabel, disagree"
CLOSE = (
    "instead, rejected, tried, compared, than, rather, alternative, against, dropped, versus, vs, considered, beat, "
    "tied, chose"
)
MINIMIZED = "loss, entropy, squared, likelihood, hinge, error, objective, minimi, maximi, impurity, pairwise, mse, mae"
SPLIT = (
    "split, held out, validation, fold, held-out, validat, test, hold-out, holdout, cross-val, tuned on, left out, "
    "out-of-time"
)
SURE = (
    "interval, noise, seed, standard error, significan, bootstrap, resampl, confidence, error bar, p-value, p <, p<, "
    "p =, p=, deviation, uncertain"
)
SIMPLER = (
    "baseline, before, old, rule, random, majority, average, mean, median, linear, logistic, popular, heuristic, "
    "simple, existing, production, human, last, naive, first"
)
LOOKED = "read, looked, example, case, sample, such as, for instance, inspect, slice, segment, worst"

RULES: Mapping[str, Sequence[tuple[Rule, str]]] = {
    "part": [(_own_part, "Which of this did you decide, write or measure yourself?")],
    "data": [(_number, "How many rows, users or hours of data were there, and over which time?")],
    "labels": [(_some("a check of the labels", CHECKED), "How often is a label wrong, and how do you know?")],
    "model": [(_some("an alternative", CLOSE), "Which other model came closest, and why was it not chosen?")],
    "loss": [(_some("what was minimized", MINIMIZED), "Which quantity did training make smaller?")],
    "training": [
        (_some("a split", SPLIT), "What was it trained on, tuned on and tested on, and why was it cut there?")
    ],
    "evaluation": [
        (_number, "What was the metric, and what was its value before and after?"),
        (
            _either(_some("how sure you were", SURE), _range),
            "By how much would that number move on another sample, or with another seed?",
        ),
    ],
    "baselines": [
        (_some("something simpler", SIMPLER), "What is the simplest thing that you compared with?"),
        (_number, "How good was the baseline, in the metric that you report?"),
    ],
    "ablations": [(_number, "What did you take away, and by how much did the metric move?")],
    "errors": [
        (_either(_some("a look at single cases", LOOKED), _number), "Describe one case that it got wrong. Why did it?")
    ],
    "serving": [(_number, "How many requests, how fast, on how many machines?")],
    "impact": [(_number, "By how much did it change, in which unit, and against what?")],
}
"""By field, what is counted in it and what is asked where that is too little."""
