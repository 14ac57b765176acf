"""Measure everything, write build/bench.json and docs/performance.md. `python -m tests.bench [NAME …]` runs some.

With `--against CHECKOUT` another checkout of this repository is measured in turn with this one, and nothing else is.
"""

import argparse
import json
import os
import platform
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

# Before anything imports NumPy: model solutions and scikit-learn are compared on one thread each.
os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

ROOT = Path(__file__).parents[2]
RESULT, PAGE = ROOT / "build" / "bench.json", ROOT / "docs" / "performance.md"


def main() -> None:
    """Run the measurements named on the command line (all by default) and write what they found."""
    from tests.bench import (
        against,
        cards,
        commands,
        interviews,
        labs,
        models,
        pages,
        planning,
        readiness,
        recall,
        reviews,
        table,
        verdicts,
    )

    modules = (verdicts, commands, models, pages, cards, interviews, readiness, planning, recall, reviews, labs)
    measures: dict[str, Callable[[], Any]] = {each.__name__.rpartition(".")[2]: each.measure for each in modules}
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *measures], metavar="NAME", help=", ".join(measures))
    parser.add_argument("--against", type=Path, metavar="CHECKOUT", help="another checkout of this repository")
    asked = parser.parse_args()
    wanted = asked.names or list(measures)
    if asked.against:
        measures, wanted = {"against": lambda: against.measure(asked.against.resolve())}, ["against"]
    found = json.loads(RESULT.read_text()) if RESULT.exists() and (asked.names or asked.against) else {}
    for name in wanted:
        started = time.perf_counter()
        print(f"{name} …", flush=True)
        found[name] = measures[name]()
        print(f"{name}: {time.perf_counter() - started:.0f} s", flush=True)
    found["machine"] = {
        "date": date.today().isoformat(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
    }
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(found, indent=1) + "\n")
    PAGE.write_text(table.page(found))
    print(f"Wrote {RESULT.relative_to(ROOT)} and {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
