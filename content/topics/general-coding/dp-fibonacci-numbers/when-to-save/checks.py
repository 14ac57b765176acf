from itertools import product

from sharpen import checks


def one_by_one(epochs):
    """Every plan, looked at by the rules."""
    plans = map("".join, product(*("S-" if letter == "?" else letter for letter in epochs)))
    return sum("SS" not in plan and "---" not in plan for plan in plans)


def by_last_save(epochs):
    """Plans by the place of their last save; two places before the first epoch stand for no save at all."""
    count = len(epochs)
    ending = {}
    for place in range(count):
        if epochs[place] != "-":
            free = place <= 2 and "S" not in epochs[:place]
            before = [other for other in (place - 2, place - 3) if other >= 0 and "S" not in epochs[other + 1 : place]]
            ending[place] = int(free) + sum(ending.get(other, 0) for other in before)
    after = [place for place in range(max(0, count - 3), count) if "S" not in epochs[place + 1 :]]
    return sum(ending.get(place, 0) for place in after) + int(count <= 2 and "S" not in epochs)


def some_decided(rng, size):
    count, share = size
    letters = rng.choice(list("S-?"), count, p=[share / 3, 2 * share / 3, 1 - share])
    return ("".join(letters.tolist()),)


def adds_up(ask, epochs):
    """A free epoch is one that saves or one that does not; read backwards the rules are the same."""
    count = ask(epochs)
    at = epochs.find("?")
    if at >= 0:
        save, skip = (ask(epochs[:at] + letter + epochs[at + 1 :]) for letter in "S-")
        if count != save + skip:
            return f"{count} plans, but {save} if epoch {at} saves and {skip} if it does not"
    back = ask(epochs[::-1])
    return None if back == count else f"{count} plans, but {back} for the same string backwards"


CHECKS = [
    checks.example("The example in the statement", checks.call("count_plans", "???"), 4),
    checks.exhaustive(
        "Every string of up to seven epochs", "count_plans", [(t,) for t in checks.texts("S-?", 7)], expected=one_by_one
    ),
    checks.oracle(
        "Random strings",
        "count_plans",
        some_decided,
        [(9, 0.5), (12, 0.2), (30, 0.1), (60, 0.3), (120, 0.02), (200, 0), (200, 0.01)],
        expected=by_last_save,
        same=checks.exactly(),
    ),
    checks.relation(
        "A free epoch saves or does not, and the rules are the same backwards",
        "count_plans",
        some_decided,
        [(5, 0.3), (20, 0.2), (60, 0.05), (150, 0.02), (190, 0)],
        holds=adds_up,
    ),
    checks.growth(
        "200 epochs, most of them free",
        "count_plans",
        [("?" * 200,), ("?" * 60 + "S" + "?" * 80 + "-" + "?" * 58,)],
        factor=100,
        same=checks.exactly(),
    ),
]
