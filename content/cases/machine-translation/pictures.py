"""The architecture of translating a marketplace."""

from matplotlib.figure import Figure

from sharpen.checks.system_diagrams import BLUE, ORANGE, beside, system

BOXES = {
    "message": (0, 4, "Message", "146 a s at peak", BLUE),
    "page": (1, 4, "Page", "on first view", BLUE),
    "kept": (2, 4, "Kept pages", "4 languages each", BLUE),
    "language": (0, 3, "Language", "text and setting", BLUE),
    "memory": (1, 3, "Memory, terms", "5,000 and 6,000", BLUE),
    "small": (2, 3, "Small model", "171 tokens, 343 ms", BLUE),
    "reader": (0, 2, "Reader", "within 600 ms", BLUE),
    "check": (1, 2, "Check", "flags 10 %, 30 ms", BLUE),
    "large": (2, 2, "Large model", "flagged texts", BLUE),
    "disputes": (0, 1, "Disputes", "0.8 % of orders", ORANGE),
    "reviewers": (1, 1, "Reviewers", "2,000 a week", ORANGE),
    "shadow": (2, 1, "Shadow", "then by direction", ORANGE),
    "data": (0, 0, "Data", "without own output", ORANGE),
    "teacher": (1, 0, "Teacher", "large model, tuned", ORANGE),
    "student": (2, 0, "Student", "each month", ORANGE),
}
ARROWS = (
    *(("message", "language"), ("page", "language"), ("language", "memory"), ("memory", "small"), ("small", "check")),
    *(("check", "reader"), ("check", "large"), ("page", "kept"), ("kept", "page"), ("reader", "disputes")),
    *(("check", "reviewers"), ("disputes", "reviewers"), ("reviewers", "data"), ("data", "teacher")),
    *(("teacher", "student"), ("student", "shadow")),
)


def architecture(figure: Figure) -> None:
    """Above, what is to be translated and its path, with times; below, how judged translations make the next model."""
    system(figure, BOXES, ARROWS, lanes=[beside(2, 1, 3)])


PICTURES = [architecture]
