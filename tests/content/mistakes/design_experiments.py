"""Mistakes in A/B tests and on an experimentation platform."""

import math

from tests.content.mistakes import Mistake
from tests.content.ways.design_experiments import tail_of_the_binomial, where_power_is_reached

MISTAKES = (
    Mistake("ab-testing/users-per-arm", "one sample", lambda *plan: where_power_is_reached(*plan) / 2),
    Mistake("ab-testing/users-per-arm", "both arms", lambda *plan: where_power_is_reached(*plan) * 2),
    Mistake(
        "ab-testing/users-per-arm",
        "an absolute lift",
        lambda percent, lift: where_power_is_reached(percent, lift) * (percent / 100) ** 2,
    ),
    Mistake("ab-testing/users-per-arm", "no power", lambda *plan: where_power_is_reached(*plan) * (1.96 / 2.8016) ** 2),
    Mistake(
        "ab-testing/users-per-arm",
        "a one-sided level",
        lambda *plan: where_power_is_reached(*plan) * ((1.6449 + 0.8416) / 2.8016) ** 2,
    ),
    Mistake(
        "ab-testing/ratio-statistic",
        "half of the users expected in each arm",
        lambda control, treated, _: (control - treated) ** 2 / (control + treated),
        lambda *drawn: drawn[2] == 50,
    ),
    Mistake(
        "ab-testing/ratio-statistic",
        "treatment alone",
        lambda control, treated, percent: (
            (treated - (control + treated) * percent / 100) ** 2 / ((control + treated) * percent / 100)
        ),
    ),
    Mistake(
        "ab-testing/users-with-cuped",
        "the correlation not squared",
        lambda thousands, hundredths: thousands * (100 - hundredths) / 100,
    ),
    Mistake(
        "ab-testing/users-with-cuped",
        "the variance explained",
        lambda thousands, hundredths: thousands * (hundredths / 100) ** 2,
    ),
    Mistake(
        "ab-testing/users-with-cuped",
        "the standard deviation",
        lambda thousands, hundredths: thousands * math.sqrt(1 - (hundredths / 100) ** 2),
    ),
    Mistake("ab-testing/error-too-small", "the variance", lambda sessions, r: 1 + (sessions - 1) * r),
    Mistake("ab-testing/error-too-small", "fully correlated", lambda sessions, _: math.sqrt(sessions)),
    Mistake("ab-testing/error-too-small", "a session too many", lambda sessions, r: math.sqrt(1 + sessions * r)),
    Mistake(
        "experimentation-platform/significant-by-chance",
        "more than that many",
        lambda tests, least, level: tail_of_the_binomial(tests, least + 1, level),
    ),
    Mistake(
        "experimentation-platform/significant-by-chance",
        "exactly that many",
        lambda tests, least, level: math.comb(tests, least) * level**least * (1 - level) ** (tests - least),
    ),
    Mistake(
        "experimentation-platform/significant-by-chance",
        "at least one",
        lambda tests, _, level: tail_of_the_binomial(tests, 1, level),
    ),
    Mistake(
        "experimentation-platform/members-at-a-ramp",
        "as many treated as before",
        lambda percent, thousands: thousands * 50 / percent,
    ),
    Mistake(
        "experimentation-platform/members-at-a-ramp",
        "the standard error, not the variance",
        lambda percent, thousands: thousands * 0.5 / math.sqrt(percent * (100 - percent)) * 100,
    ),
    Mistake(
        "experimentation-platform/members-when-triggered",
        "those analyzed, not those enrolled",
        lambda thousands, percent: thousands * (percent / 100) ** 2,
    ),
    Mistake(
        "experimentation-platform/members-when-triggered",
        "more instead of fewer",
        lambda thousands, percent: thousands * 100 / percent,
    ),
    Mistake(
        "experimentation-platform/votes-of-interleaving",
        "ties half for each",
        lambda wins, losses, ties: (wins - losses) / math.sqrt(wins + losses + ties),
    ),
    Mistake(
        "experimentation-platform/votes-of-interleaving",
        "the wins' distance only, doubled error",
        lambda wins, losses, _: (wins - losses) / 2 / math.sqrt(wins + losses),
    ),
)
