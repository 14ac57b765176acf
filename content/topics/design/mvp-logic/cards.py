"""Cards of MVP logic: when a later, better version has caught up, and what a fix can gain at most."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def draw_versions(rng: random.Random) -> tuple[int, int, int, int]:
    """Weeks until the rule and until the model run, and what each saves a day then, in dollars."""
    rule = 100 * rng.randint(3, 12)
    return rng.randint(1, 4), rng.randint(8, 20), rule, rule + 100 * rng.randint(2, 9)


def catching_up(rng: random.Random) -> Numeric:
    early, late, rule, model = draw_versions(rng)
    answer = Fraction(7 * (model * late - rule * early), model - rule)
    head = 7 * (late - early) * rule
    return Numeric(
        f"A rule is ready in {early} week{'s' if early > 1 else ''} and then saves {rule} dollars a day. A model is "
        f"ready in {late} weeks and then saves {model} dollars a day. One team builds only the rule, another only the "
        "model. How many days **from today** until both have saved the same? (To within a day.)",
        float(answer),
        f"When the model starts, on day ${7 * late}$, the rule has saved $7 \\cdot {late - early} \\cdot {rule} = "
        f"{head}$ dollars. The model gains ${model - rule}$ a day on it, so it takes ${show_number(Fraction(head, 1))} "
        f"/ {model - rule} = {head / (model - rule):.1f}$ days more: day ${float(answer):.1f}$.",
        1.0,
        unit="days",
    )


def draw_errors(rng: random.Random) -> tuple[int, int, int, int]:
    """Error rate in percent, errors looked at, errors of one cause among them, percent of these that a fix solves."""
    seen = rng.choice([100, 150, 200, 250])
    return rng.choice([6, 8, 10, 12, 15, 20]), seen, seen * rng.randint(30, 60) // 100, rng.choice([50, 60, 75, 80])


def error_after_a_fix(rng: random.Random) -> Numeric:
    rate, seen, cause, solved = draw_errors(rng)
    gone = Fraction(cause, seen) * Fraction(solved, 100)
    answer = Fraction(rate, 100) * (1 - gone)
    return Numeric(
        f"A model is wrong on {rate} % of the cases. Of {seen} of its errors, drawn at random, {cause} have to do with "
        f"bad photos. A fix would solve {solved} % of those and change nothing else. Which error rate do you expect "
        "then? (Like 3.5% or 0.035, to within 2 % of it.)",
        float(answer),
        f"${cause}/{seen} \\cdot {solved / 100:g} = {float(gone):.4g}$ of the errors go. ${rate}\\% \\cdot "
        f"{float(1 - gone):.4g} = {100 * float(answer):.3f}\\%$.",
        0.02 * float(answer),
    )


CARDS = [catching_up, error_after_a_fix]
