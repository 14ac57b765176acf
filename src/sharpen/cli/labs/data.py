"""`sharpen lab data`: public data that the learner has, for the worlds of labs."""

from pathlib import Path
from typing import Annotated, Any

import typer

from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.console import print_json
from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.library import complete_lab
from sharpen.cli.terminal.workspace import workspace
from sharpen.practice.design import lab_data, labs
from sharpen.practice.design.lab_data import Offered
from sharpen.practice.errors import NoPublicData
from sharpen.practice.workspace import Workspace


def use_data(
    lab: Annotated[str, typer.Argument(metavar="LAB", show_default="every lab", autocompletion=complete_lab)] = "",
    path: Annotated[
        Path | None, typer.Argument(metavar="PATH", help="The data: a .zip, or the folder that it unpacks to.")
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Go back to the world that comes with the lab.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show which labs can use public data that you have, prepare it, or go back. Nothing is downloaded."""
    if remove and (not lab or path):
        raise CommandError("`--remove` takes the name of a lab, and no path: `sharpen lab data LAB --remove`.")
    with workspace() as ws:
        if path:
            found = [lab_data.prepare(ws, lab, path)]
        else:
            if remove:
                lab_data.remove(ws, lab)
            found = [_of(ws, lab)] if lab else lab_data.offered(ws)
    if as_json:
        print_json({"labs": [_plain(each) for each in found]})
        return
    print("\n\n".join(map(_said, found)) or "No lab can use public data.")


def _of(ws: Workspace, lab: str) -> Offered:
    found = lab_data.of_lab(ws, lab)
    if found is None:
        raise NoPublicData(f"The lab {labs.named(ws, lab).slug} can use no public data.")
    return found


def _said(each: Offered) -> str:
    """What a lab can use and what is there, in lines."""
    slug, data = each.lab.slug, each.data
    lines = [f"{slug}: {data.title}, {data.address}", f"  {data.license}"]
    if data.digest:
        lines.append(f"  There: {each.there or 'prepared'}. The world of the lab is made of it.")
        lines.append(f"  To go back to the world that comes with the lab: sharpen lab data {slug} --remove")
        return "\n".join(lines)
    if each.outdated:
        lines.append("  What was prepared is of another version of sharpen, and is not used. Prepare it again.")
    lines.append("  Not there: the world of the lab is the one that comes with it.")
    lines.append(f"  To use it, get {data.wants}, then: sharpen lab data {slug} PATH")
    return "\n".join(lines)


def _plain(each: Offered) -> dict[str, Any]:
    data = each.data
    return {
        "lab": each.lab.slug,
        "version": each.lab.version,
        "title": data.title,
        "address": data.address,
        "license": data.license,
        "digest": data.digest or None,
        "there": each.there or None,
    }
