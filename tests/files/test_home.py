from pathlib import Path

import pytest

from sharpen.files.home import home
from sharpen.practice.settings import Settings


@pytest.mark.parametrize("named", ["", "/somewhere/else", "~/mine", "here"])
def test_the_folder_found_early_is_the_one_of_the_settings(monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    monkeypatch.setenv("SHARPEN_HOME", named)
    assert home() == Settings().home
    assert home().is_absolute()
    assert isinstance(home(), Path)
