"""Measure everything, write build/bench.json and docs/performance.md. `python -m tests.bench [NAME …]` runs some."""

import json
import os
import platform
import sys
import time
from datetime import date
from pathlib import Path

# Before anything imports NumPy: model solutions and scikit-learn are compared on one thread each.
os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

ROOT = Path(__file__).parents[2]
RESULT, PAGE = ROOT / "build" / "bench.json", ROOT / "docs" / "performance.md"


def main() -> None:
    """Run the measurements named on the command line (all by default) and write what they found."""
    from tests.bench import commands, models, pages, recall, reviews, table, verdicts

    measures = {"verdicts": verdicts, "commands": commands, "models": models, "pages": pages}
    measures |= {"recall": recall, "reviews": reviews}
    wanted = sys.argv[1:] or list(measures)
    found = json.loads(RESULT.read_text()) if RESULT.exists() and sys.argv[1:] else {}
    for name in wanted:
        started = time.perf_counter()
        print(f"{name} …", flush=True)
        found[name] = measures[name].measure()
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
