"""The architecture of dictating notes."""

from matplotlib.figure import Figure

from sharpen.checks.system_diagrams import BLUE, DOWN, HEIGHT, ORANGE, beside, corner, middle, system

BOXES = {
    "speech": (0, 4, "Speech", "3,300 at once", BLUE),
    "signals": (1, 4, "Signals", "80 bands, each 10 ms", BLUE),
    "recognizer": (2, 4, "Recognizer", "on the phone, 79 MB", BLUE),
    "lists": (0, 3, "Lists", "the visit, 9,000 drugs", ORANGE),
    "words": (1, 3, "Words", "shown after 560 ms", BLUE),
    "decoding": (2, 3, "Decoding", "4-gram and bonus", BLUE),
    "stop": (0, 2, "Text at Stop", "1 in 8 has only this", BLUE),
    "second": (1, 2, "Second pass", "20 GPUs, 1.3 s", BLUE),
    "ask": (2, 2, "Questions", "doubtful doses", BLUE),
    "review": (0, 1, "Review", "6,000 notes a week", ORANGE),
    "donated": (1, 1, "Donations", "200 hours a day", ORANGE),
    "signed": (2, 1, "Signed note", "audio is deleted", BLUE),
    "tests": (0, 0, "Tests", "21 slices and drugs", ORANGE),
    "transcripts": (1, 0, "Transcripts", "1,250 hours a year", ORANGE),
    "training": (2, 0, "Training", "of phone and server", ORANGE),
}
ARROWS = (
    *(("speech", "signals"), ("signals", "recognizer"), ("recognizer", "decoding"), ("decoding", "words")),
    *(("words", "stop"), ("stop", "second"), ("second", "ask"), ("ask", "signed")),
    *(("signed", "donated"), ("donated", "transcripts")),
    *(("transcripts", "training"), ("transcripts", "tests"), ("review", "tests")),
)


def architecture(figure: Figure) -> None:
    """Above, words while one speaks; then the text that is signed; below, what the next model learns from."""
    left, right, gap = middle(0, 0)[0], corner(1, 0)[0] + 0.69, (DOWN + HEIGHT) / 2
    over, under = (
        [(x, row * DOWN + y) for x, y in ((left, HEIGHT), (left, gap), (right, gap), (right, HEIGHT))] for row in (3, 1)
    )
    system(figure, BOXES, ARROWS, lanes=[over, under[::-1], beside(2, 0, 4)])


PICTURES = [architecture]
