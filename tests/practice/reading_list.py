"""Two readings, beside the case of casing.py: one of a company, with everything, and a course by its title alone."""

from pathlib import Path

from tests.practice.casing import write_case

READINGS = """\
[[reading]]
id = "acme-ranking"
company = "Acme"
title = "How we rank"
url = "https://acme.example/rank?a=1&b=2"
year = 2020
basis = "part"
topics = ["ranking"]
cases = ["rank-ads"]
sources = ["https://elsewhere.example/on-it"]
take = \"\"\"
Retrieve first. Then rank,
and measure both.
\"\"\"

[[reading]]
id = "a-course"
kind = "course"
title = "A course"
basis = "title"
take = "A course on ranking."
"""


def write_readings(root: Path) -> Path:
    """The folder of the case, with the readings in it."""
    write_case(root)
    (root / "readings.toml").write_text(READINGS)
    return root
