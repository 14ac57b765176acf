"""What a run is called: by its number, and by what its design says of itself."""

from datetime import UTC, datetime

import pytest

from sharpen.domain.lab_run import LONGEST_NAME, LabRun


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ('# sharpen lab: coins\n"""Counts heads.\n\nAnd more."""\n', "run 7: Counts heads"),
        ("x = 1\n", "run 7"),
        ("x = (\n", "run 7"),
        ('""""""\n', "run 7"),
        ("\0", "run 7"),
        (f'"""{"much " * 30}"""\n', f"run 7: {('much ' * 30)[: LONGEST_NAME - 1].rstrip()}…"),
    ],
)
def test_a_run_is_called_by_its_number_and_the_first_line_of_its_design(source: str, name: str) -> None:
    run = LabRun("l1", "me", "coins", "v1", 1, False, datetime.now(UTC), source)
    assert run.name(7) == name
