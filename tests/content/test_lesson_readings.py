"""Lessons and their readings."""

from sharpen.content.lesson_readings import LessonReading, split

LESSON = """\
# k-means

It is `## not a heading`.

```
## Readings
```

## When it fails

Often.

## Readings

- [Least squares quantization in PCM](https://doi.org/10.1109/TIT.1982.1056489) Stuart Lloyd, 1982
- [k-means++ [the
  advantages]](https://example.org/a_(b)), David Arthur and
  Sergei Vassilvitskii, 2007
- Not a link.
"""


def test_readings_are_taken_off_the_lesson() -> None:
    text, readings = split(LESSON)
    assert text == LESSON[: LESSON.index("\n## Readings\n\n-")].rstrip() + "\n"
    assert readings == [
        LessonReading(
            "Least squares quantization in PCM",
            "https://doi.org/10.1109/TIT.1982.1056489",
            "Stuart Lloyd, 1982",
        ),
        LessonReading(
            "k-means++ [the advantages]",
            "https://example.org/a_(b)",
            "David Arthur and Sergei Vassilvitskii, 2007",
        ),
    ]


def test_a_lesson_without_lesson_readings_is_whole() -> None:
    assert split("# Title\n\nText.\n") == ("# Title\n\nText.\n", [])
