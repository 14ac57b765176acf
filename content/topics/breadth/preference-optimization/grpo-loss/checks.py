import math

import numpy as np

from sharpen import checks


def answers(rng, size):
    """`size` is answers and prompts: labels in any order, rewards in quarters."""
    n, prompts = size
    labels = rng.choice(np.arange(-40, 1_000_000, 7_001), prompts, replace=False)
    return rng.integers(-8, 9, n) / 4, rng.choice(labels, n)


def pass_or_fail(rng, size):
    rewards, groups = answers(rng, size)
    return (rewards > 0).astype(int), groups


def ten_answers(rng, size):
    """Few prompts with many answers, whose rewards are real numbers."""
    n, prompts = size
    return rng.normal(3, 2, n), rng.integers(0, prompts, n) * 1_000_003 - 1_000_000


def tokens(rng, size):
    """`size` is answers and tokens; ratios lie on both sides of the bounds, for either sign of the advantage."""
    n, wide = size
    old = -rng.gamma(1.5, 1.2, (n, wide))
    logps = np.minimum(old + rng.normal(0, 0.4, old.shape), -1e-3)
    return logps, old, (rng.random((n, wide)) < 0.7).astype(int), rng.normal(size=n)


def uneven(rng, size):
    low, high = float(rng.choice([0.05, 0.1, 0.3])), float(rng.choice([0.15, 0.25, 0.6]))
    return *tokens(rng, size), low, high


def sharp(rng, size):
    """A policy far from the one that drew: ratios from e^-15 to e^15."""
    logps, old = rng.uniform(-15, 0, (2, *size))
    return logps, old, *tokens(rng, size)[2:], 0.2, 0.28


def same_policy(rng, size):
    """The first step after drawing: all ratios are 1."""
    logps, _, mask, advantages = tokens(rng, size)
    return logps, logps.copy(), mask, advantages


def evenly_spread(rng, size):
    """Advantages that do not depend on the draw."""
    return *tokens(rng, size)[:3], np.linspace(-1, 1, size[0])


def canceling(rng, size):
    """Rare tokens whose ratios are nearly 1, and advantages that sum to 0: what remains is small."""
    n, wide = size
    old = rng.uniform(-29.5, -28, (n, wide))
    return old + rng.normal(0, 1e-3, old.shape), old, np.ones((n, wide), int), 50.0 * (-1.0) ** np.arange(n)


def whole_advantages(rng, size):
    logps, old, mask, _ = tokens(rng, size)
    return logps, old, mask, rng.integers(-2, 3, size[0])


def hidden(rng, size):
    """Padding and prompts of which nothing is to be read."""
    logps, old, mask, advantages = tokens(rng, size)
    mask[:, 0] = 0
    mask[0, 1] = 1
    logps[mask == 0], old[mask == 0] = -np.inf, np.where(rng.random(int((mask == 0).sum())) < 0.5, -np.inf, 900.0)
    return logps, old, mask.astype(bool), advantages


def by_hand(rewards, groups):
    by_prompt = {}
    for reward, label in zip(rewards, groups, strict=True):
        by_prompt.setdefault(int(label), []).append(float(reward))
    out = []
    for reward, label in zip(rewards, groups, strict=True):
        own = by_prompt[int(label)]
        mean = math.fsum(own) / len(own)
        std = math.sqrt(math.fsum((one - mean) ** 2 for one in own) / len(own))
        out.append((float(reward) - mean) / std if max(own) > min(own) else 0.0)
    return np.array(out)


def token_by_token(logps, old, mask, advantages, low=0.2, high=0.2):
    n, loss, gradient = len(logps), 0.0, np.zeros(np.shape(logps))
    for i in range(n):
        count = int(sum(bool(counts) for counts in mask[i]))
        for t in range(len(logps[i])):
            if not mask[i][t]:
                continue
            ratio, advantage = math.exp(logps[i][t] - old[i][t]), float(advantages[i])
            flat = ratio > 1 + high if advantage > 0 else ratio < 1 - low and advantage < 0
            term = (1 + high if advantage > 0 else 1 - low) * advantage if flat else ratio * advantage
            loss -= term / count / n
            gradient[i, t] = 0.0 if flat else -ratio * advantage / count / n
    return loss, gradient


def loss_alone(*arguments):
    return token_by_token(*arguments)[0]


def mean_zero_and_square_one(got, rewards, groups):
    got = np.asarray(got, float)
    if got.shape != (len(rewards),):
        return f"expected {len(rewards)} numbers, got the shape {got.shape}"
    for label in np.unique(groups):
        own, given = got[groups == label], rewards[groups == label]
        if np.ptp(given) == 0:
            if np.any(own):
                return f"the rewards of group {label} are all equal, and its advantages are not all 0"
        elif abs(own.mean()) > 1e-9 or abs(np.mean(own**2) - 1) > 1e-6:
            return (
                f"in group {label} the advantages have the mean {own.mean():.6g} and the mean square "
                f"{np.mean(own**2):.6g}; right are 0 and 1"
            )
    return None


def other_prompts_do_not_count(ask, rewards, groups):
    """Each prompt alone, and scores on another scale."""
    whole = np.asarray(ask(rewards, groups), float)
    if whole.shape != (len(rewards),):
        return f"expected {len(rewards)} numbers, got the shape {whole.shape}"
    for label in np.unique(groups):
        own = groups == label
        if not np.allclose(ask(rewards[own], groups[own]), whole[own], rtol=1e-6, atol=1e-9):
            return f"the advantages of group {label} are others when it is given alone"
    if not np.allclose(ask(3 * rewards + 50, groups), whole, rtol=1e-6, atol=1e-9):
        return "advantages change where each reward is taken three times and 50 is added"
    return None


def answers_are_averaged(ask, logps, old, mask, advantages, low, high):
    whole = ask(logps, old, mask, advantages, low, high)
    if len(whole) != 2 or np.shape(whole[1]) != logps.shape:
        return f"expected a loss and an array of the shape {logps.shape}"
    rows = [slice(i, i + 1) for i in range(len(logps))]
    alone = [ask(logps[at], old[at], mask[at], advantages[at], low, high) for at in rows]
    mean = float(np.mean([one[0] for one in alone]))
    if not math.isclose(float(whole[0]), mean, rel_tol=1e-6, abs_tol=1e-9):
        return f"the loss of all is {float(whole[0]):.9g}, the mean of the answers' own losses {mean:.9g}"
    gradients = np.concatenate([np.asarray(one[1], float) for one in alone]) / len(alone)
    if not np.allclose(whole[1], gradients, rtol=1e-6, atol=1e-9):
        return f"the gradient of {len(alone)} answers is not that of each alone, divided by {len(alone)}"
    return None


def flat_where_it_should_be(got, logps, old, mask, advantages, low, high):
    gradient = np.asarray(got[1], float)
    if gradient.shape != logps.shape:
        return f"the gradient has the shape {gradient.shape}, logps have {logps.shape}"
    ratio, A = np.exp(logps - old), np.asarray(advantages)[:, None] + 0 * logps
    flat = (mask == 0) | ((A > 0) & (ratio > 1 + high)) | ((A < 0) & (ratio < 1 - low))
    for i, t in zip(*np.nonzero((gradient == 0) != flat), strict=True):
        there = f"token {t} of answer {i} (mask {mask[i, t]}, ratio {ratio[i, t]:.4g}, advantage {A[i, t]:.4g})"
        return f"{there} has the gradient {gradient[i, t]:.6g}; it should {'' if flat[i, t] else 'not '}be 0"
    return None


EXAMPLE = (
    np.log([[0.6, 0.4], [0.6, 0.5]]),
    np.log([[0.4, 0.5], [0.4, 0.5]]),
    np.array([[1, 1], [1, 0]]),
    np.array([1.0, -1.0]),
)
SIZES = [(1, 1), (1, 3), (2, 4), (4, 5), (6, 3)]
EQUAL = [0.1, 0.7, -1.1, 3.3, 999.9]
OLD = np.array([[-1.0, -2.0, -0.5]])
THREE = np.array([[1, 1, 1]])

CHECKS = [
    checks.example(
        "The advantages of the example",
        checks.call("group_advantages", [1.0, 5.0, 0.0, 5.0, 5.0], [7, 3, 7, 3, 3]),
        np.array([1.0, 0.0, -1.0, 0.0, 0.0]),
    ),
    checks.example(
        "The loss of the example",
        checks.call("grpo_loss", *EXAMPLE),
        (0.25, np.array([[0.0, -0.2], [0.75, 0.0]])),
    ),
    checks.oracle(
        "Advantages, prompt by prompt",
        "group_advantages",
        answers,
        [(1, 1), (2, 1), (3, 1), (4, 2), (9, 3), (60, 8), (2000, 90)],
        expected=by_hand,
    ),
    checks.oracle(
        "Rewards that are real numbers",
        "group_advantages",
        ten_answers,
        [(2, 1), (8, 2), (40, 3)],
        expected=by_hand,
    ),
    checks.oracle("Rewards of 0 and 1", "group_advantages", pass_or_fail, [(3, 2), (12, 3), (64, 8)], expected=by_hand),
    checks.property(
        "In each group the mean is 0 and the mean square 1",
        "group_advantages",
        answers,
        [(2, 1), (8, 3), (40, 5)],
        holds=mean_zero_and_square_one,
    ),
    checks.relation(
        "Other prompts and the scale of rewards do not matter",
        "group_advantages",
        answers,
        [(3, 2), (10, 3)],
        holds=other_prompts_do_not_count,
    ),
    checks.stability(
        "Equal rewards, which no float adds up exactly",
        "group_advantages",
        [
            ([0.1] * 3, [4, 4, 4]),
            ([0.7], [-1_000_000_000]),
            *(([one] * m + [one, one + 0.25], [1_000_000_000] * m + [-5] * 2) for m in (3, 6, 10) for one in EQUAL),
        ],
        expected=by_hand,
    ),
    checks.stability(
        "Labels that differ in their highest or lowest bit alone",
        "group_advantages",
        [
            (np.array([1, 0, 3, 5]), np.array([low, low, high, high]))
            for low, high in ((7, 7 + 2**8), (7, 7 + 2**16), (-(2**24), 0), (999_999_999, 1_000_000_000))
        ],
        expected=by_hand,
    ),
    checks.stability(
        "Large rewards that hardly differ, and one that stands out",
        "group_advantages",
        [
            ([1000.0, 1000.0, 999.999], [1, 1, 1]),
            (np.array([1000.0, -1000.0, 999.0, 999.001]), np.array([2, 2, 0, 0])),
            ([0.0] * 200 + [1000.0], [5] * 201),
        ],
        expected=by_hand,
    ),
    checks.oracle("Losses, token by token", "grpo_loss", tokens, [*SIZES, (64, 9), (3, 500)], expected=token_by_token),
    checks.oracle("Bounds that differ", "grpo_loss", uneven, [*SIZES, (20, 9)], expected=token_by_token),
    checks.oracle(
        "Whole advantages, some of them 0",
        "grpo_loss",
        whole_advantages,
        [(1, 3), (5, 4), (9, 6)],
        expected=token_by_token,
    ),
    checks.gradient(
        "The gradient is that of central differences",
        "grpo_loss",
        uneven,
        SIZES,
        loss=loss_alone,
        wrt=0,
        pick=lambda got: got[1],
    ),
    checks.gradient(
        "The first step: all ratios are 1",
        "grpo_loss",
        same_policy,
        [(1, 2), (4, 3)],
        loss=loss_alone,
        wrt=0,
        pick=lambda got: got[1],
    ),
    checks.property(
        "Flat beyond the bound that the advantage points to, and nowhere else",
        "grpo_loss",
        uneven,
        [(2, 4), (4, 5), (8, 12)],
        holds=flat_where_it_should_be,
    ),
    checks.relation(
        "The mean over the answers",
        "grpo_loss",
        uneven,
        [(2, 3), (5, 4)],
        holds=answers_are_averaged,
    ),
    checks.stability(
        "Anything may stand where the mask is 0",
        "grpo_loss",
        hidden,
        [(1, 3), (2, 5), (5, 7)],
        expected=token_by_token,
    ),
    checks.stability(
        "A policy that has moved far", "grpo_loss", sharp, [(2, 3), (4, 9), (30, 40)], expected=token_by_token
    ),
    checks.stability("Advantages that cancel", "grpo_loss", canceling, [(2, 3), (10, 8)], expected=token_by_token),
    checks.stability(
        "The ends of the ranges, and answers of which no token counts",
        "grpo_loss",
        [
            (np.zeros((2, 1)), np.full((2, 1), -30.0), np.ones((2, 1), int), np.array([50.0, -50.0]), 0.01, 0.01),
            (np.full((2, 1), -30.0), np.zeros((2, 1)), np.ones((2, 1), int), np.array([50.0, -50.0]), 0.9, 2.0),
            (OLD - 2, OLD, THREE, np.array([-1.0]), 0.9, 0.2),
            (np.vstack([OLD, OLD]), np.vstack([OLD - 0.1] * 2), np.array([[0, 0, 0], [1, 0, 1]]), np.array([2.0, 1.0])),
            (OLD, OLD - 0.1, 0 * THREE, np.array([2.0])),
            (OLD - 3, OLD, THREE, np.array([0.0])),
        ],
        expected=token_by_token,
    ),
    checks.stateless("Losses before do not matter", "grpo_loss", evenly_spread, [(2, 2), (40, 40)]),
    checks.stateless("Advantages before do not matter", "group_advantages", ten_answers, [(6, 2), (1200, 9)]),
    checks.unchanged(
        "No argument is changed",
        "grpo_loss",
        [
            EXAMPLE,
            *(uneven(np.random.default_rng(9), size) for size in ((1, 1), (3, 1), (4, 5))),
            hidden(np.random.default_rng(9), (2, 4)),
            checks.call("group_advantages", np.array([1.0, 2.0, 4.0]), np.array([5, 5, 5])),
            checks.call("group_advantages", [1.0, 2.0, 4.0], [5, 2, 5]),
            checks.call("group_advantages", np.array([2.0]), np.array([5])),
        ],
    ),
]
