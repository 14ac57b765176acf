"""Questions of the behavioral round: one by its id, and those whose answers can show a competency."""

from collections.abc import Container

from sharpen.domain.behavioral import Question
from sharpen.practice.errors import NoSuchCompetency, NoSuchQuestion
from sharpen.practice.work import Work, on_shelf


def named(work: Work, question_id: str) -> Question:
    """The question of this id. Raises NoSuchQuestion, with the ids that come close."""
    return on_shelf(work.library.questions, question_id, NoSuchQuestion)


def chosen(work: Work, among: Container[str], competency: str = "") -> dict[str, list[Question]]:
    """The questions, `among` these ids, by the competency that they ask for, in the order of the files.

    A competency chooses those whose answers can show it; empty means all. Raises NoSuchCompetency.
    """
    shelf = work.library.questions
    if competency:
        on_shelf(shelf.competencies, competency, NoSuchCompetency)
    by_main: dict[str, list[Question]] = {}
    for one in shelf.values():
        if one.id in among and (not competency or competency in one.competencies):
            by_main.setdefault(one.main, []).append(one)
    return by_main
