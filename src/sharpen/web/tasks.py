"""Tasks on pages: what each kind is called, the word on its button, and where it is done."""

from typing import assert_never

from sharpen.domain.task import Kind, Task
from sharpen.web import view

WORDS = {
    Kind.REVIEW: ("Review", "Review"),
    Kind.PROBLEM: ("Problem", "Start"),
    Kind.LESSON: ("Lesson", "Read"),
    Kind.DRILL: ("Pattern drill", "Drill"),
    Kind.CASE: ("System design", "Sit down"),
    Kind.LAB: ("Lab", "Design"),
    Kind.PROJECT: ("Depth", "Begin"),
    Kind.DIVE: ("Depth", "Begin"),
    Kind.STORY: ("Behavioral", "Begin"),
    Kind.REHEARSAL: ("Behavioral", "Tell"),
    Kind.MOCK: ("Mock loop", "Begin"),
}
"""What each kind of task is called, and the words on its button."""


def address_of(task: Task) -> str:
    """Where a thing to do is done."""
    match task.kind:
        case Kind.REVIEW:
            return "/review"
        case Kind.LESSON:
            return view.topic_page(task.id)
        case Kind.PROBLEM | Kind.CASE | Kind.LAB:
            return f"/{task.kind}s/{task.id}"
        case Kind.DRILL:
            return "/drill"
        case Kind.MOCK:
            return f"/mocks/{task.id}" if task.begun else "/mocks"
        case Kind.DIVE:
            return f"/projects/{task.id}/dives"
        case Kind.PROJECT:
            return "/projects"
        case Kind.STORY:
            return "/stories"
        case Kind.REHEARSAL:
            return f"/stories/{task.id}/rehearse"
        case _:
            assert_never(task.kind)
