"""Pictures look like the pages, whoever looks at them: the font comes along, and nothing lies behind the ink."""

from matplotlib.figure import Figure

from sharpen.checks.style import COLORS, INK
from sharpen.checks.svg import svg


def line(figure: Figure) -> None:
    axes = figure.subplots()
    axes.plot([1, 3, 2], label="a line")
    axes.set_title("Three points")
    axes.legend()


def test_a_picture_has_the_font_the_ink_and_the_colors_of_the_pages() -> None:
    drawn = svg(line)
    assert "@font-face{font-family:Inter;src:url(data:font/ttf;base64," in drawn
    assert "font-family: 'Inter', 'DejaVu Sans'" in drawn
    assert ">Three points</text>" in drawn
    assert INK in drawn
    assert COLORS[0] in drawn
    assert "#000000" not in drawn


def test_nothing_lies_behind_it_and_it_is_the_same_every_time() -> None:
    assert svg(line) == svg(line)
    assert "#ffffff" not in svg(line)
