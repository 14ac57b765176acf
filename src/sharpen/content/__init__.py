"""Content: the plain files of content/, read, validated and offered as problems, lessons and outline."""

from sharpen.content.errors import ContentError
from sharpen.content.library import Library

__all__ = ["ContentError", "Library"]
