"""Two competencies and three questions, beside the case of casing.py."""

from pathlib import Path

from tests.practice.casing import write_case

COMPETENCIES = """\
[[competency]]
id = "ownership"
title = "Ownership"
meaning = "Sees it through."

[[competency]]
id = "users"
title = "Focus on users"
meaning = "Knows whom it is for."

[[competency]]
id = "ambiguity"
title = "Ambiguity"
meaning = "Finds the question."
"""
QUESTION = """\
[[question]]
id = "{id}"
question = "Tell me about {id}."
competencies = {competencies}
seeks = "Whether it is so."
good = ["One.", "Two.", "Three."]
bad = ["Four.", "Five."]
follow_ups = ["Why {id}?", "What else of {id}?"]

"""


def write_questions(root: Path) -> Path:
    """The folder of the case, with competencies and questions in it."""
    write_case(root)
    folder = root / "behavioral" / "questions"
    folder.mkdir(parents=True)
    (folder.parent / "competencies.toml").write_text(COMPETENCIES)
    asked = {"deadlines": '["ownership"]', "complaints": '["users", "ownership"]', "fog": '["ambiguity", "users"]'}
    texts = (QUESTION.format(id=id_, competencies=competencies) for id_, competencies in asked.items())
    (folder / "all.toml").write_text("".join(texts))
    return root
