"""The content alone, for commands that touch no data and for shell completion."""

import os

from sharpen.content.library import Library


def library() -> Library:
    """The content: what comes with sharpen, and the folders that SHARPEN_CONTENT adds."""
    if not os.environ.get("SHARPEN_CONTENT"):
        return Library.open()
    # Reading the settings takes a quarter of a second, which most learners need not wait for.
    from sharpen.practice.settings import Settings

    return Library.open(Settings().content_there())


def complete_slug(incomplete: str) -> list[tuple[str, str]]:
    """Shell completion: the problems whose name begins like this, with their titles."""
    problems = library().problems.values()
    return [(problem.slug, problem.title) for problem in problems if problem.slug.startswith(incomplete)]


def complete_lab(incomplete: str) -> list[tuple[str, str]]:
    """Shell completion: the labs whose name begins like this, with their titles."""
    return [(slug, lab.title) for slug, lab in library().labs.items() if slug.startswith(incomplete)]


def complete_round(incomplete: str) -> list[tuple[str, str]]:
    """Shell completion: the rounds whose id begins like this, with their titles."""
    return [(id_, title) for id_, title in library().outline.rounds.items() if id_.startswith(incomplete)]


def complete_topic(incomplete: str) -> list[tuple[str, str]]:
    """Shell completion: the topics whose id begins like this, with their titles."""
    return [(topic.id, topic.title) for topic in library().outline if topic.id.startswith(incomplete)]


def complete_case(incomplete: str) -> list[tuple[str, str]]:
    """Shell completion: the cases whose name begins like this, with their titles."""
    return [(case.slug, case.title) for case in library().cases.values() if case.slug.startswith(incomplete)]


def complete_reading(incomplete: str) -> list[tuple[str, str]]:
    """Shell completion: the readings whose id begins like this, with their titles."""
    return [(one.id, one.title) for one in library().readings.values() if one.id.startswith(incomplete)]


def complete_question(incomplete: str) -> list[tuple[str, str]]:
    """Shell completion: the behavioral questions whose id begins like this, with what they ask."""
    return [(one.id, one.question) for one in library().questions.values() if one.id.startswith(incomplete)]


def complete_competency(incomplete: str) -> list[tuple[str, str]]:
    """Shell completion: the competencies whose id begins like this, with their titles."""
    competencies = library().questions.competencies.values()
    return [(one.id, one.title) for one in competencies if one.id.startswith(incomplete)]


def complete_company(incomplete: str) -> list[str]:
    """Shell completion: the headings of readings that begin like this."""
    shelves = dict.fromkeys(one.shelf for one in library().readings.values())
    return [shelf for shelf in shelves if shelf.casefold().startswith(incomplete.casefold())]
