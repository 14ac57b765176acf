"""Content: the plain files of content/, read, validated and offered as problems, lessons and outline."""

from sharpen.content.errors import ContentError
from sharpen.content.library import Library
from sharpen.content.readings import Reading

__all__ = ["ContentError", "Library", "Reading"]
