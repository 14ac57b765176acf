"""Labs prove what they say: one of them each day in its short form, all of them when slow tests are asked for."""

from datetime import date

import pytest

from sharpen.authoring.lab_proof import prove
from sharpen.content.labs import find_labs
from sharpen.content.library import bundled

LABS = find_labs([bundled()])
TODAY = list(LABS)[date.today().toordinal() % len(LABS)]


def test_there_are_five() -> None:
    assert len(LABS) == 5


@pytest.mark.parametrize("slug", [pytest.param(slug, marks=() if slug == TODAY else pytest.mark.slow) for slug in LABS])
def test_a_lab_proves_itself_in_its_short_form(slug: str) -> None:
    assert list(prove(LABS[slug], LABS.folder(slug), [1], short=True)) == []
