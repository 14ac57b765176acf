"""What cannot be sent to the judge, in the learner's terms."""

from sharpen.domain.errors import SharpenError


class CannotGather(SharpenError, ValueError):
    """Something that the answer uses cannot be sent to the judge; the message says what to do."""
