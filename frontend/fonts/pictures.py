"""Make inter.ttf: the letters that pictures need of the font of the pages, in its regular weight.

pip install fonttools brotli
python pictures.py path/to/inter-latin-wght-normal.woff2
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

RANGES = [(0x20, 0x7E), (0xA0, 0xFF), (0x2013, 0x2014), (0x2018, 0x2019), (0x201C, 0x201D), (0x2022, 0x2022)]
RANGES += [(0x2026, 0x2026), (0x2212, 0x2212)]


def main(source: str) -> None:
    font = instancer.instantiateVariableFont(TTFont(source), {"wght": 400})
    options = subset.Options(layout_features=["kern"], hinting=False, notdef_outline=True)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    subsetter.subset(font)
    font.flavor = None
    pictures = Path(__file__).parents[2] / "src" / "sharpen" / "checks" / "fonts"
    font.save(str(pictures / "inter.ttf"))


if __name__ == "__main__":
    main(sys.argv[1])
