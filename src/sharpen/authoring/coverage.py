"""Coverage: whether every topic of a group has what the outline says the group has in full."""

from collections.abc import Iterator

from sharpen.authoring.card_proof import FEWEST_CARDS
from sharpen.authoring.finding import Finding
from sharpen.content.library import Library, bundled

DO = "Write what is missing, or take the word out of the group's `complete`."


def uncovered(library: Library) -> Iterator[Finding]:
    """What topics lack of what `complete` in the outline promises for their group.

    A case is not for every topic: those lack it that want one.
    """
    stats = library.stats()["topics"]
    for group in library.outline.groups:
        for topic in group.topics:
            for what in group.complete:
                wanted = what != "case" or "case" in topic.wants
                lack = _lack(stats[topic.id], what) if wanted else ""
                if lack:
                    gap = f"{topic.title} has {lack}, but its group claims to be complete."
                    yield Finding(bundled() / "outline.toml", 0, gap, DO)


def _lack(of: dict[str, int], what: str) -> str:
    if what == "lesson":
        return "" if of["lesson"] else "no lesson"
    if what == "cards":
        return "" if of["cards"] >= FEWEST_CARDS else f"{of['cards']} cards of at least {FEWEST_CARDS}"
    if what == "drill":
        return "" if of["drills"] == of["problems"] else f"{of['drills']} drills for {of['problems']} problems"
    if what == "case":
        return "" if of["cases"] else "no case"
    return "" if of["problems"] else "no problem"
