import numpy as np

from sharpen import checks

near = checks.close(1e-6, 1e-6)


def layer(rng, size):
    """`size` is tokens, experts, choices, and the widths of tokens, hidden values and outputs."""
    n, experts, k, d, h, out = size
    choices = np.argsort(rng.random((n, experts)), axis=1)[:, :k]
    return (
        rng.normal(size=(n, d)),
        rng.normal(size=(experts, d, h)),
        rng.normal(size=(experts, h, out)),
        choices,
        rng.dirichlet(np.ones(k), n) * rng.uniform(0.5, 1, (n, 1)),
    )


def some_dropped(rng, size):
    """Every third choice is dropped, or so, all of a token's among them; their gates are not always 0."""
    X, W1, W2, choices, gates = layer(rng, size)
    choices = np.where(rng.random(choices.shape) < 0.35, -1, choices)
    choices[0] = -1
    return X, W1, W2, choices, gates


def crowded(rng, size):
    """The first expert is chosen by all, the last one by nobody."""
    X, W1, W2, choices, gates = layer(rng, size)
    others = 1 + np.argsort(rng.random((len(X), size[1] - 2)), axis=1)[:, : size[2] - 1]
    choices = rng.permuted(np.column_stack([np.zeros(len(X), int), others]), axis=1)
    return X, W1, W2, choices, gates


def whole(rng, size):
    X, W1, W2, choices, gates = layer(rng, size)
    X, W1, W2 = (np.rint(3 * one) for one in (X, W1, W2))
    X[0, 0], X[-1, -1] = -100, 100
    return X.astype(int), W1, W2, choices, np.rint(4 * gates) / 4


def with_upstream(made):
    """The same inputs, with the gradient of the outputs."""

    def inputs(rng, size):
        args = made(rng, size)
        G = rng.normal(size=(size[0], size[5]))
        G[-1, 0] = 0 if size[0] > 1 else 1
        return (*args, np.rint(30 * G).astype(int) if args[0].dtype.kind == "i" else G)

    return inputs


def choice_by_choice(X, W1, W2, choices, gates):
    out = np.zeros((len(X), W2.shape[2]))
    for token, (chosen, weights) in enumerate(zip(choices, gates, strict=True)):
        for expert, weight in zip(chosen, weights, strict=True):
            if expert != -1:
                out[token] += weight * (np.maximum(0, X[token] @ W1[expert]) @ W2[expert])
    return out


def gradients_by_choice(X, W1, W2, choices, gates, G):
    dX, dW1, dW2, dgates = (np.zeros(one.shape) for one in (X, W1, W2, gates))
    for token, rank in np.argwhere(choices != -1):
        expert, gate = choices[token, rank], gates[token, rank]
        before = X[token] @ W1[expert]
        hidden = np.maximum(0, before)
        dgates[token, rank] = hidden @ W2[expert] @ G[token]
        dW2[expert] += gate * np.outer(hidden, G[token])
        back = gate * (W2[expert] @ G[token]) * (before > 0)
        dW1[expert] += np.outer(X[token], back)
        dX[token] += W1[expert] @ back
    return dX, dW1, dW2, dgates


def loss(X, W1, W2, choices, gates, G):
    return float(np.sum(G * choice_by_choice(X, W1, W2, choices, gates)))


def ranks_may_change_places(ask, X, W1, W2, choices, gates):
    """The order of a token's choices does not matter, as long as gates go with them."""
    turned = ask(X, W1, W2, choices[:, ::-1].copy(), gates[:, ::-1].copy())
    if not np.allclose(ask(X, W1, W2, choices, gates), turned, rtol=1e-6, atol=1e-6):
        return "with the choices and gates of each token in reverse order the outputs are others"
    return None


def tokens_are_alone(ask, X, W1, W2, choices, gates):
    whole = np.asarray(ask(X, W1, W2, choices, gates), float)
    for token in range(len(X)):
        one = slice(token, token + 1)
        alone = np.asarray(ask(X[one], W1, W2, choices[one], gates[one]), float)
        if alone.shape != (1, W2.shape[2]) or not np.allclose(whole[one], alone, rtol=1e-6, atol=1e-6):
            return f"token {token} has another output when it is alone in the batch"
    return None


def tokens_add_up(ask, X, W1, W2, choices, gates, G):
    whole, parts = ask(X, W1, W2, choices, gates, G), []
    for token in range(len(X)):
        one = slice(token, token + 1)
        parts.append(ask(X[one], W1, W2, choices[one], gates[one], G[one]))
    for name, place in (("dW1", 1), ("dW2", 2)):
        if not np.allclose(whole[place], sum(np.asarray(part[place]) for part in parts), rtol=1e-6, atol=1e-6):
            return f"{name} of a batch is not the sum over its tokens"
    for name, place in (("dX", 0), ("dgates", 3)):
        if not np.allclose(whole[place], np.concatenate([part[place] for part in parts]), rtol=1e-6, atol=1e-6):
            return f"{name} of a token depends on the others in its batch"
    return None


def gates_are_linear(got, X, W1, W2, choices, gates, G):
    """The outputs are linear in the gates, so the loss is the gates times their gradients."""
    if len(got) != 4 or [np.shape(one) for one in got] != [one.shape for one in (X, W1, W2, gates)]:
        return f"expected four arrays of the shapes {X.shape}, {W1.shape}, {W2.shape} and {gates.shape}"
    there, here = float(np.sum(gates * np.asarray(got[3], float))), loss(X, W1, W2, choices, gates, G)
    if not np.isclose(there, here, rtol=1e-6, atol=1e-6):
        return (
            f"gates times dgates sum to {there:.9g}; outputs are linear in gates, so G times outputs agrees: {here:.9g}"
        )
    dropped = np.asarray(got[3], float)[choices == -1]
    return "the gate of a dropped choice has a gradient that is not 0" if dropped.any() else None


def ends(_rng, size):
    """The largest entries there are, in whole numbers, so that no sum is rounded."""
    n, experts, k, d, h, out = size
    X = 100 * (-1.0) ** np.add.outer(np.arange(n), np.arange(d))
    W1 = 10 * (-1.0) ** np.add.outer(np.add.outer(np.arange(experts), np.arange(d)), np.arange(h) // 2)
    W2 = 10 * (-1.0) ** np.add.outer(np.add.outer(np.arange(experts), np.arange(h) // 2), np.arange(out) // 3)
    choices = np.add.outer(np.arange(n), np.arange(k)) % experts
    return X, W1, W2, choices, np.ones((n, k)), 100.0 - 200 * (np.add.outer(np.arange(n), np.arange(out)) % 2)


SIZES = [(1, 1, 1, 1, 1, 1), (2, 2, 1, 1, 2, 1), (3, 2, 2, 2, 3, 2), (5, 4, 2, 3, 2, 4), (9, 5, 3, 4, 6, 2)]
SMALL = [(1, 1, 1, 2, 2, 1), (3, 2, 2, 2, 3, 2), (4, 4, 2, 3, 2, 2)]
X0, GATES = np.array([[1.0], [2.0]]), np.array([[0.75, 0.25], [0.5, 0.0]])
U0, V0, CHOICES = np.array([[[2.0]], [[1.0]]]), np.array([[[3.0]], [[-1.0]]]), np.array([[0, 1], [1, -1]])
MANY = layer(np.random.default_rng(5), (2_000, 64, 1, 64, 128, 64))
FLAT = (
    np.array([[0.0], [1.0]]),
    np.array([[[0.0, 2.0]]]),
    np.array([[[1.0], [3.0]]]),
    np.array([[0], [0]]),
    np.ones((2, 1)),
)

CHECKS = [
    checks.example(
        "The outputs of the example",
        checks.call("experts_forward", X0, U0, V0, CHOICES, GATES),
        np.array([[4.25], [-1.0]]),
    ),
    checks.example(
        "The gradients of the example",
        checks.call("experts_backward", X0, U0, V0, CHOICES, GATES, np.ones((2, 1))),
        (
            np.array([[4.25], [-0.5]]),
            np.array([[[2.25]], [[-1.25]]]),
            np.array([[[1.5]], [[1.25]]]),
            np.array([[6.0, -1.0], [-2.0, 0.0]]),
        ),
    ),
    checks.oracle(
        "Outputs, choice by choice",
        "experts_forward",
        layer,
        [*SIZES, (40, 16, 8, 6, 5, 7), (2, 3, 2, 128, 4, 5), (2, 3, 2, 4, 5, 128)],
        expected=choice_by_choice,
        same=near,
    ),
    checks.oracle(
        "Outputs where choices were dropped",
        "experts_forward",
        some_dropped,
        [(1, 2, 1, 2, 2, 2), (3, 2, 2, 2, 3, 2), (6, 4, 3, 3, 2, 4), (30, 8, 4, 4, 4, 3)],
        expected=choice_by_choice,
        same=near,
    ),
    checks.oracle(
        "An expert that all chose, and one that nobody did",
        "experts_forward",
        crowded,
        [(2, 3, 2, 2, 2, 2), (7, 5, 3, 3, 4, 2), (1_500, 4, 2, 2, 3, 2)],
        expected=choice_by_choice,
        same=near,
        drawn=checks.reference,
    ),
    checks.oracle(
        "Whole numbers among the tokens",
        "experts_forward",
        whole,
        [(2, 2, 1, 2, 3, 2), (5, 3, 2, 3, 2, 4)],
        expected=choice_by_choice,
        same=near,
    ),
    *(
        checks.gradient(
            f"d{name} is that of central differences",
            "experts_backward",
            with_upstream(layer),
            SMALL,
            loss=loss,
            wrt=place,
            pick=lambda got, at=at: got[at],
        )
        for at, (name, place) in enumerate([("X", 0), ("W1", 1), ("W2", 2), ("gates", 4)])
    ),
    checks.oracle(
        "Gradients, choice by choice",
        "experts_backward",
        with_upstream(layer),
        [*SIZES, (40, 16, 8, 6, 5, 7)],
        expected=gradients_by_choice,
        same=near,
    ),
    checks.oracle(
        "Gradients where choices were dropped",
        "experts_backward",
        with_upstream(some_dropped),
        [(1, 2, 1, 2, 2, 2), (3, 2, 2, 2, 3, 2), (6, 4, 3, 3, 2, 4)],
        expected=gradients_by_choice,
        same=near,
    ),
    checks.oracle(
        "Gradients of a crowded expert",
        "experts_backward",
        with_upstream(crowded),
        [(2, 3, 2, 2, 2, 2), (7, 5, 3, 3, 4, 2), (1_500, 4, 2, 2, 3, 2)],
        expected=gradients_by_choice,
        same=near,
        drawn=checks.reference,
    ),
    checks.oracle(
        "Gradients of whole numbers",
        "experts_backward",
        with_upstream(whole),
        [(2, 2, 1, 2, 3, 2), (5, 3, 2, 3, 2, 4)],
        expected=gradients_by_choice,
        same=near,
    ),
    checks.stability(
        "Hidden values of exactly zero pass nothing back",
        "experts_backward",
        [(*FLAT, np.array([[1.0], [1.0]]))],
        expected=gradients_by_choice,
        same=near,
    ),
    checks.stability(
        "The largest outputs",
        "experts_forward",
        lambda rng, size: ends(rng, size)[:5],
        [(2, 2, 1, 2, 2, 2), (3, 4, 2, 3, 4, 5), (3, 64, 8, 128, 128, 2)],
        expected=choice_by_choice,
        same=near,
    ),
    checks.stability(
        "The largest gradients",
        "experts_backward",
        ends,
        [(2, 2, 1, 2, 2, 2), (3, 4, 2, 3, 4, 5), (3, 2, 2, 2, 128, 128)],
        expected=gradients_by_choice,
        same=near,
    ),
    checks.relation(
        "The order of a token's choices does not matter",
        "experts_forward",
        layer,
        [(1, 2, 2, 2, 2, 1), (4, 4, 3, 3, 2, 2), (6, 5, 2, 2, 4, 3)],
        holds=ranks_may_change_places,
    ),
    checks.relation(
        "A token's output does not depend on its batch",
        "experts_forward",
        some_dropped,
        [(2, 2, 1, 2, 2, 1), (5, 4, 3, 3, 2, 2)],
        holds=tokens_are_alone,
    ),
    checks.relation(
        "Gradients of a batch are sums over its tokens",
        "experts_backward",
        with_upstream(some_dropped),
        [(2, 2, 1, 2, 2, 1), (5, 4, 3, 3, 2, 2), (9, 3, 2, 2, 3, 2)],
        holds=tokens_add_up,
    ),
    checks.property(
        "The loss is linear in the gates",
        "experts_backward",
        with_upstream(some_dropped),
        [(2, 2, 1, 2, 2, 1), (4, 3, 2, 2, 3, 2), (12, 6, 4, 3, 5, 2)],
        holds=gates_are_linear,
    ),
    checks.stateless(
        "Calls before do not matter", "experts_forward", layer, [(3, 3, 2, 2, 2, 2), (60, 40, 30, 40, 1, 30)]
    ),
    checks.stateless(
        "Gradients before do not matter",
        "experts_backward",
        with_upstream(layer),
        [(3, 3, 2, 2, 2, 2), (60, 40, 30, 40, 1, 30)],
        same=near,
    ),
    checks.unchanged(
        "No argument is changed",
        "experts_forward",
        [
            (X0, U0, V0, CHOICES, GATES),
            *(
                checks.call(entry, *args)
                for size in SIZES
                for entry, args in (
                    ("experts_forward", some_dropped(np.random.default_rng(1), size)),
                    ("experts_backward", with_upstream(some_dropped)(np.random.default_rng(2), size)),
                )
            ),
        ],
    ),
    checks.memory(
        "No expert's weights are copied for each token",
        checks.call("experts_forward", *MANY),
        limit=30,
        same=near,
    ),
    checks.growth(
        "Experts work on their own tokens alone",
        "experts_forward",
        layer,
        [(2_000, 64, 1, 128, 128, 128)],
        factor=8,
        same=near,
    ),
]
