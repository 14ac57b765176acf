"""The page docs/performance.md, made from build/bench.json."""

from typing import Any

Row = tuple[str, str, str]

HEAD = """# Performance

Written by `make bench` from one run; do not edit. Times are wall-clock milliseconds unless they say CPU.
These machines are shared and noisy: compare with the yardstick of the same run, a new interpreter that
imports NumPy and nothing else.

"""


def page(found: dict[str, Any]) -> str:
    """The whole page for what was measured; a part that was not measured is left out."""
    machine = found["machine"]
    text = (
        HEAD
        + f"Measured {machine['date']} on {machine['cores']} cores, Python {machine['python']}, {machine['system']}.\n"
    )
    for name, part in (
        ("verdicts", _verdicts),
        ("commands", _commands),
        ("pages", _pages),
        ("cards", _cards),
        ("interviews", _interviews),
        ("models", _models),
        ("recall", _recall),
        ("readiness", _readiness),
        ("planning", _planning),
        ("reviews", _reviews),
        ("labs", _labs),
        ("against", _against),
    ):
        if name in found:
            text += "\n" + part(found[name])
    return text


def _table(title: str, head: Row, rows: list[Row]) -> str:
    lines = [f"## {title}", "", f"| {' | '.join(head)} |", "|---|---:|---:|"]
    return "\n".join(lines + [f"| {' | '.join(row)} |" for row in rows]) + "\n"


def _pair(times: dict[str, float]) -> str:
    return f"{times['p50']:.1f} / {times['p95']:.1f}"


def _verdicts(found: dict[str, Any]) -> str:
    rows: list[Row] = []
    for profile, warm in found["warm"].items():
        goal = "15 / 40" if profile == "numpy" else ""
        rows.append(
            (f"Overhead of a verdict, {profile}, warm ({warm['problems']} problems)", _pair(warm["overhead"]), goal)
        )
        rows.append((f"Whole verdict, {profile}, warm", _pair(warm["whole"]), ""))
    rows.append(("First verdict, judge not yet started", _pair(found["first"]), ""))
    rows.append(("Yardstick: `python -c 'import numpy'`, cold", _pair(found["cold_numpy"]), ""))
    for name, rates in found["per_second"].items():
        for workers, rate in rates.items():
            title = f"Verdicts a second, {name}, {workers} worker{'s' if workers != '1' else ''}"
            rows.append((title, f"{rate:.0f}", "100"))
    text = _table("Verdicts", ("Milliseconds", "p50 / p95", "goal"), rows)
    return text + (
        "\nThe overhead is the wall time of a whole verdict less the CPU time of the candidate's own code, over every\n"
        "problem of the profile whose checks do not time the model solution beside it.\n"
    )


def _commands(found: dict[str, Any]) -> str:
    names = {
        "help": ("`sharpen --help`", "200"),
        "list": ("`sharpen list`", ""),
        "check": ("`sharpen check k-means.py`", "700"),
    }
    rows: list[Row] = [(title, _pair(found[name]), goal) for name, (title, goal) in names.items()]
    goals = dict.fromkeys(("show k-means", "lesson k-means", "start k-means"), "250")
    goals |= dict.fromkeys(("list", "history", "hint k-means --again"), "400")
    rows += [(f"CPU of `sharpen {line}`", _pair(cpu), goals.get(line, "")) for line, cpu in found["cpu"].items()]
    server = found["server"]
    rows += [
        ("Yardstick: `python -c 'import numpy'`, cold", _pair(found["cold_numpy"]), ""),
        ("`sharpen serve` until it answers", _pair(server["ready"]), "1000"),
        ("Memory of server and judge, idle, MiB", str(server["idle_mib"]), "250"),
    ]
    return _table("Commands, from a cold shell", ("Milliseconds", "p50 / p95", "goal"), rows)


def _pages(found: dict[str, Any]) -> str:
    rows: list[Row] = [
        (f"`{path}`", _pair(times), "80 (p95)" if path == "/" else "50 (p95)") for path, times in found["ms"].items()
    ]
    rows.append(("Yardstick: `python -c 'import numpy'`, cold", _pair(found["yardstick"]), ""))
    counts = ", ".join(f"{found[name]:,} {name}" for name in ("attempts", "reviews"))
    title = f"Pages, with {counts}, {found['runs']} runs of labs and {found['mocks']} mocks"
    text = _table(title, ("Milliseconds of CPU on the server", "p50 / p95", "goal"), rows)
    names = {
        "first": ("A problem, first visit", "600"),
        "again": ("The same again", "60"),
        "list": ("Then the list of problems", "60"),
        "home": ("Then the home page", "60"),
    }
    sizes: list[Row] = [(names[name][0], f"{size:.0f}", names[name][1]) for name, size in found["kilobytes"].items()]
    return (
        text + "\n" + _table("Bytes that reach the browser", ("Kilobytes", "measured", "goal"), sizes)
        if sizes
        else text
    )


def _cards(found: dict[str, Any]) -> str:
    rows: list[Row] = [(f"`{path}`", _pair(times), "50 (p95)") for path, times in found["ms"].items()]
    title = f"Cards, with {found['brought']:,} from Anki, {found['own']:,} of one's own, {found['reviews']:,} reviews"
    return _table(title, ("Milliseconds on the server", "p50 / p95", "goal"), rows)


def _interviews(found: dict[str, Any]) -> str:
    counts = ("versions", "stories", "tellings", "answers", "recordings")
    rows: list[Row] = [(f"`{path}`", _pair(times), "50 (p95)") for path, times in found["ms"].items()]
    title = f"Depth and stories, with {', '.join(f'{found[each]:,} {each}' for each in counts)}"
    return _table(title, ("Milliseconds on the server", "p50 / p95", "goal"), rows)


def _models(found: dict[str, Any]) -> str:
    lines = ["## Model solutions against scikit-learn", ""]
    lines += ["| CPU milliseconds, one thread | ours | scikit-learn | ratio | goal |", "|---|---:|---:|---:|---:|"]
    for name, row in found.items():
        lines.append(f"| {name} | {row['ours_ms']} | {row['sklearn_ms']} | {row['ratio']} | {row['goal']} |")
    return "\n".join(lines) + "\n"


def _recall(found: dict[str, Any]) -> str:
    sizes = list(next(iter(found.values())))
    lines = ["## Recall on the date of the interview", ""]
    heads = [f"{size} items | over topics" for size in sizes]
    lines += [f"| 30 days of 30 minutes, simulated | {' | '.join(heads)} |"]
    lines += ["|---|" + "---:|" * len(sizes) * 2]
    for name, row in found.items():
        lines.append(f"| {name} | {' | '.join(f'{each:.3f}' for size in sizes for each in row[size])} |")
    note = [
        "The share of all items that simulated learners remember on the date, those never met included; and the mean",
        "of that share over the topics, which have from 6 to 12 items. See `tests/bench/recall.py`.",
    ]
    return "\n".join([*lines, "", *note]) + "\n"


def _readiness(found: dict[str, Any]) -> str:
    lines = ["## Readiness, against questions that simulated learners never saw", ""]
    lines += [
        "| Days after practice | Brier score | goal | who knows the topics | the questions | off the true chance |"
    ]
    lines += ["|---|---:|---:|---:|---:|---:|"]
    for name, row in found.items():
        known = f"{row['chance']:.3f} | {row['item']:.3f}"
        lines.append(f"| {name} | {row['brier']:.3f} | ≤ 0.15 | {known} | {row['off']:.3f} |")
    lines += ["", "| Believed | true chance | topics |", "|---:|---:|---:|"]
    lines += [f"| {believed:.2f} | {true:.2f} | {count} |" for believed, true, count in found["0"]["bins"]]
    note = [
        "The first rows take all topics of a learner, those never tried too; *tried* are those with three questions or",
        "more. Whoever knows the true chance of each topic, or of each question, has the Brier scores beside; *off the",
        "true chance* is the mean squared error against that of the topic, which with the first of them makes up ours.",
        "The second table is of all, on the last day of practice. See `docs/readiness.md`.",
    ]
    return "\n".join([*lines, "", *note]) + "\n"


def _planning(found: dict[str, Any]) -> str:
    lines = ["## Readiness on the date, by who chooses what to do", ""]
    for scene, row in found["scenes"].items():
        lines += [f"| {scene} | points on the date | the calendar is ahead by | goal |", "|---|---:|---:|---:|"]
        for name, (mean, half) in row["after"].items():
            ahead, off = row["behind"][name]
            goal = "≥ 5" if name in ("equal shares", "the guide's order", "weakest first") else ""
            rest = f"{ahead:.1f} ± {off:.1f} | {goal}" if name != "the calendar" else "|"
            lines.append(f"| {name} | {mean:.1f} ± {half:.1f} | {rest} |")
        lines += [f"| before | {row['before'][0]:.1f} ± {row['before'][1]:.1f} | | |", ""]
    days, once, anew = (found["speed"][name] for name in ("days", "at once", "each day"))
    lines += [
        "The true chance of simulated learners to answer an unseen question, over the loop of a senior ML engineer, in",
        "percent: means over five seeds with their intervals of 95 %; differences are of the same learners. The last",
        "policy shows how much there is to gain at all: who knows the truth sees the ability of each learner in each",
        "topic, and how fast they learn and forget. See `tests/bench/planning.py`.",
        "",
        f"Planning {days} days with ten years of attempts takes {once:.0f} ms of CPU (goal 300). Each of those days",
        f"from scratch, from what is known then, takes {anew:.0f} ms together: {anew / once:.0f} times that (goal 10).",
    ]
    return "\n".join(lines) + "\n"


def _against(found: dict[str, Any]) -> str:
    lines = [f"## Against commit {found['commit']}", ""]
    lines += ["| Ours / theirs, measured in turn | ratio | least to greatest | ours | theirs | goal |"]
    lines += ["|---|---:|---:|---:|---:|---:|"]
    for name, row in found["rows"].items():
        spread = f"{row['least']:.2f} to {row['greatest']:.2f}"
        figures = f"{row['ours']:.3g} | {row['theirs']:.3g}"
        lines.append(f"| {name} | {row['ratio']:.2f} | {spread} | {figures} | {row['goal']} |")
    note = (
        "Medians of ratios, each of two measurements made one after the other (`make bench AGAINST=CHECKOUT`);\n"
        "times in milliseconds, the command's in seconds, memory in MiB. The overhead leaves out the CPU time of\n"
        f"the code itself, by our account for both. Measured {found['date']}."
    )
    return "\n".join([*lines, "", note]) + "\n"


def _reviews(found: dict[str, Any]) -> str:
    names = {"session": "building the session of the day", "rating": "rating a card", "statistics": "statistics"}
    names["forecast"] = "forecast to a date three weeks ahead"
    title = f"Review, with {found['reviews']:,} reviews of {found['items']:,} items"
    rows = [(label, f"{found[name]['p50']:.1f}", f"{found[name]['p95']:.1f}") for name, label in names.items()]
    return _table(title, ("what", "median, ms", "95th percentile, ms"), rows)


def _labs(found: dict[str, Any]) -> str:
    lines = ["## Labs, the reference of each in its full form", ""]
    head = ("CPU seconds of the design", "offline", "load", "ab", "month", "of all, the world's", "the baseline's")
    lines += [f"| {' | '.join(head)} | MiB | wall s |", "|---|" + "---:|" * 8]
    for slug, lab in found["labs"].items():
        spent = " | ".join(f"{cpu:.1f} of {lab['budget'][stage]:g}" for stage, cpu in lab["cpu"].items())
        shares = f"{lab['world_share']:.1%} | {lab['baseline_share']:.1%}"
        lines.append(f"| {slug} | {spent} | {shares} | {lab['memory_mib']} | {lab['first_s']:.0f} |")
    lines += [
        "",
        "| The same design again | unchanged, wall s | only `act` changed, wall | CPU |",
        "|---|---:|---:|---:|",
    ]
    for slug, lab in found["labs"].items():
        lines.append(f"| {slug} | {lab['again_s']:.2f} | {lab['act_changed']:.0%} | {lab['learning_kept']:.0%} |")
    day = found["day"]
    note = [
        f"A day of {day['requests']:,} requests of ads takes {day['world_ms']} ms of CPU. The loop over requests in",
        f"`tests/bench/labs.py`, which comes to the same clicks, takes {day['loop_ms']} ms: {day['ratio']} times that",
        "(goal 20).",
        "Goals: at most a fifth for the world, which here is all but design and baseline; 2048 MiB; 0.5 s unchanged.",
    ]
    return "\n".join([*lines, "", *note]) + "\n"
