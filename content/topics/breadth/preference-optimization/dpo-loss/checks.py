import math

import numpy as np

from sharpen import checks


def pairs(rng, size):
    """`size` is pairs, tokens of the chosen and of the rejected answers."""
    n, wide, other = size
    policy = [-rng.gamma(1.5, 1.2, (n, columns)) for columns in (wide, other)]
    reference = [np.minimum(one + rng.normal(0, 0.7, one.shape), 0) for one in policy]
    masks = [(rng.random((n, columns)) < 0.7).astype(int) for columns in (wide, other)]
    return *policy, *reference, *masks, float(rng.choice([0.05, 0.1, 0.5, 2.0]))


def of_beta_half(rng, size):
    return *pairs(rng, size)[:6], 0.5


def smoothed(rng, size):
    return *pairs(rng, size), float(rng.choice([0.05, 0.2, 0.35]))


def hidden(rng, size):
    """Padding at the end, prompts in front, and nothing sensible in either."""
    made = list(smoothed(rng, size))
    for place in (4, 5):
        made[place][:, -1], made[place][:, 0] = 0, 0
        made[place][0, 1:-1] = 1
        made[place] = made[place].astype(bool)
    for place, fill in enumerate((-np.inf, -np.inf, -np.inf, 40.0)):
        made[place][~made[4 + place % 2]] = fill
    return tuple(made)


def long(rng, size):
    """Rare tokens, in rows long enough that float32 loses the difference."""
    n, wide, other = size
    answers = [rng.integers(-400, -300, (n, columns)) / 4.0 for columns in (wide, other)]
    reference = [one.copy() for one in answers]
    for one in reference:
        one[:, 0] += rng.integers(-8, 9, n) / 8
    return *answers, *reference, np.ones((n, wide), int), np.ones((n, other), int), 0.5


def pair_by_pair(chosen, rejected, ref_chosen, ref_rejected, chosen_mask, rejected_mask, beta, smoothing=0.0):
    n, loss = len(chosen), 0.0
    slopes = np.zeros(np.shape(chosen)), np.zeros(np.shape(rejected))
    for i in range(n):
        won = added(chosen[i], chosen_mask[i]) - added(ref_chosen[i], chosen_mask[i])
        z = beta * (won - (added(rejected[i], rejected_mask[i]) - added(ref_rejected[i], rejected_mask[i])))
        loss += (1 - smoothing) * minus_log_sigmoid(z) + smoothing * minus_log_sigmoid(-z)
        slope = beta * (smoothing * sigmoid(z) - (1 - smoothing) * sigmoid(-z)) / n
        for sign, one, mask in zip((1, -1), slopes, (chosen_mask[i], rejected_mask[i]), strict=True):
            one[i, [bool(counts) for counts in mask]] = sign * slope
    return loss / n, *slopes


def added(logps, mask):
    return math.fsum(float(value) for value, counts in zip(logps, mask, strict=True) if counts)


def minus_log_sigmoid(z):
    return math.log1p(math.exp(-z)) if z > 0 else math.log1p(math.exp(z)) - z


def sigmoid(z):
    return 1 / (1 + math.exp(-z)) if z > -600 else 0.0


def loss_alone(*arguments):
    return pair_by_pair(*arguments)[0]


def like_the_arguments(got, chosen, rejected):
    if len(got) != 3 or np.shape(got[1]) != np.shape(chosen) or np.shape(got[2]) != np.shape(rejected):
        return f"expected a loss and arrays of the shapes {np.shape(chosen)} and {np.shape(rejected)}"
    return None


def one_slope_a_pair(got, chosen, rejected, ref_chosen, ref_rejected, chosen_mask, rejected_mask, beta, *_):
    why = like_the_arguments(got, chosen, rejected)
    if why:
        return why
    for i, (up, down) in enumerate(zip(np.asarray(got[1], float), np.asarray(got[2], float), strict=True)):
        if np.any(up[chosen_mask[i] == 0]) or np.any(down[rejected_mask[i] == 0]):
            return f"pair {i} has a gradient other than 0 where its mask is 0"
        slopes = np.concatenate([up[chosen_mask[i] == 1], -down[rejected_mask[i] == 1]])
        if slopes.size and np.ptp(slopes) > 1e-9:
            return (
                f"in pair {i}, d_chosen at tokens that count and minus d_rejected there go from "
                f"{slopes.min():.9g} to {slopes.max():.9g}; all should be one number"
            )
        if slopes.size and not -beta / len(chosen) - 1e-9 <= slopes[0] <= 1e-9:
            return f"d_chosen of pair {i} is {slopes[0]:.6g}; without smoothing it is from -beta / n to 0"
    return None


def only_gains_count(ask, chosen, rejected, ref_chosen, ref_rejected, chosen_mask, rejected_mask, beta, smoothing):
    """Whatever is added to a token by both models changes nothing."""
    plain = ask(chosen, rejected, ref_chosen, ref_rejected, chosen_mask, rejected_mask, beta, smoothing)
    down = np.linspace(-3, -0.25, chosen.shape[1])
    lower = chosen + down, rejected - 2.0, ref_chosen + down, ref_rejected - 2.0
    moved = ask(*lower, chosen_mask, rejected_mask, beta, smoothing)
    for name, one, other in zip(("the loss", "d_chosen", "d_rejected"), plain, moved, strict=True):
        if np.shape(one) != np.shape(other) or not np.allclose(one, other, rtol=1e-6, atol=1e-9):
            return f"{name} changes where the policy and the reference both make the same tokens less likely"
    return None


def pairs_are_averaged(ask, *arguments):
    """Each pair alone, and all of them together."""
    *tables, beta, smoothing = arguments
    whole = ask(*arguments)
    why = like_the_arguments(whole, *tables[:2])
    if why:
        return why
    alone = [ask(*(table[i : i + 1] for table in tables), beta, smoothing) for i in range(len(tables[0]))]
    mean = float(np.mean([one[0] for one in alone]))
    if not math.isclose(float(whole[0]), mean, rel_tol=1e-6, abs_tol=1e-9):
        return f"the loss is {float(whole[0]):.9g}, and the mean of its pairs' losses is {mean:.9g}"
    for name, place in (("d_chosen", 1), ("d_rejected", 2)):
        rows = np.concatenate([np.asarray(one[place], float) for one in alone]) / len(alone)
        if not np.allclose(whole[place], rows, rtol=1e-6, atol=1e-9):
            return f"{name} of {len(alone)} pairs is not that of each pair alone, divided by {len(alone)}"
    return None


def of_gains(chosen_gains, rejected_gains, beta, *smoothing):
    """Pairs of one token each, by how much likelier the policy makes it."""
    columns = [np.array([[float(gain)] for gain in gains]) for gains in (chosen_gains, rejected_gains)]
    policy, reference = ([np.minimum(sign * one, 0) for one in columns] for sign in (1, -1))
    one = np.ones((len(chosen_gains), 1), int)
    return *policy, *reference, one, one, beta, *smoothing


def largest(sign, *smoothing):
    """Five hundred tokens that one model finds certain and the other next to impossible."""
    likely, rare, ones = np.zeros((1, 500)), np.full((1, 500), -100.0), np.ones((1, 500), int)
    tables = (likely, rare, rare, likely) if sign > 0 else (rare, likely, likely, rare)
    return *tables, ones, ones, 10.0, *smoothing


EXAMPLE = (
    np.array([[-1.0, -2.0, -9.0]]),
    np.array([[-1.0, -2.0]]),
    np.array([[-1.0, -3.0, -7.0]]),
    np.array([[-1.0, -1.0]]),
    np.array([[1, 1, 0]]),
    np.array([[1, 1]]),
    0.5,
)
SLOPE = 0.5 / (1 + math.e)
SIZES = [(1, 1, 1), (1, 3, 2), (2, 2, 4), (3, 5, 4), (5, 4, 7)]
NOTHING = np.zeros((2, 3), int)
EMPTY = (*pairs(np.random.default_rng(4), (2, 3, 3))[:4], NOTHING)

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("dpo_loss", *EXAMPLE),
        (math.log1p(math.exp(-1)), np.array([[-SLOPE, -SLOPE, 0.0]]), np.array([[SLOPE, SLOPE]])),
    ),
    checks.oracle("Random pairs, one by one", "dpo_loss", pairs, [*SIZES, (64, 9, 12)], expected=pair_by_pair),
    checks.oracle("Labels that may be wrong", "dpo_loss", smoothed, [*SIZES, (20, 9, 5)], expected=pair_by_pair),
    checks.gradient(
        "d_chosen is that of central differences",
        "dpo_loss",
        smoothed,
        SIZES,
        loss=loss_alone,
        wrt=0,
        pick=lambda got: got[1],
    ),
    checks.gradient(
        "d_rejected is that of central differences",
        "dpo_loss",
        smoothed,
        SIZES,
        loss=loss_alone,
        wrt=1,
        pick=lambda got: got[2],
    ),
    checks.property(
        "Every token that counts has the slope of its pair",
        "dpo_loss",
        pairs,
        [(1, 3, 2), (3, 5, 4), (8, 6, 9)],
        holds=one_slope_a_pair,
    ),
    checks.relation(
        "The mean over the pairs",
        "dpo_loss",
        smoothed,
        [(2, 2, 3), (5, 4, 3)],
        holds=pairs_are_averaged,
    ),
    checks.relation(
        "Only the gain over the reference counts",
        "dpo_loss",
        smoothed,
        [(1, 3, 2), (3, 4, 6)],
        holds=only_gains_count,
    ),
    checks.stability(
        "Anything may stand where the mask is 0",
        "dpo_loss",
        hidden,
        [(1, 3, 4), (2, 5, 3), (4, 6, 7)],
        expected=pair_by_pair,
    ),
    checks.stability(
        "Margins of many thousands, of either sign",
        "dpo_loss",
        [
            of_gains([20, -20, 0, 50], [-20, 20, 0, -50], 1.0, 0.0),
            of_gains([90, -90, 80, -80], [-90, 90, -90, 90], 10.0),
            of_gains([90, -90, 80, -80], [-90, 90, -90, 90], 10.0, 0.25),
            *(largest(sign, *smoothing) for sign in (1, -1) for smoothing in ((), (0.5,))),
        ],
        expected=pair_by_pair,
    ),
    checks.stability(
        "Long answers that differ in one token",
        "dpo_loss",
        long,
        [(2, 500, 400), (1, 300, 500)],
        expected=pair_by_pair,
    ),
    checks.stability(
        "Answers of which no token counts, and a policy that is the reference",
        "dpo_loss",
        [
            (*EMPTY, NOTHING, 0.5),
            (*EMPTY, np.array([[0, 1, 1], [1, 0, 0]]), 0.5, 0.1),
            (*EXAMPLE[:2], *EXAMPLE[:2], *EXAMPLE[4:]),
            (*EXAMPLE[:2], *EXAMPLE[:2], *EXAMPLE[4:6], 0.001, 0.5),
        ],
        expected=pair_by_pair,
    ),
    checks.stateless("Calls before do not matter", "dpo_loss", of_beta_half, [(1, 2, 3), (40, 40, 50)]),
    checks.unchanged(
        "No argument is changed",
        "dpo_loss",
        [
            EXAMPLE,
            *(smoothed(np.random.default_rng(9), size) for size in ((1, 1, 1), (3, 1, 4), (4, 5, 1))),
            hidden(np.random.default_rng(9), (2, 4, 3)),
        ],
    ),
]
