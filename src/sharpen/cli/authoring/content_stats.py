"""`sharpen content stats`: what every topic of the outline has so far."""

from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.console import console, print_json
from sharpen.cli.terminal.library import library
from sharpen.cli.terminal.pager import paged
from sharpen.cli.terminal.table import table


def count_content(as_json: AsJson = False) -> None:
    """Count what every topic of the outline has so far."""
    found = library()
    document = found.stats()
    if as_json:
        print_json(document)
        return
    rows = table("topic", ">lesson", ">cards", ">problems", ">drills", ">cases")
    there = {topic: counts for topic, counts in document["topics"].items() if any(counts.values())}
    for topic, counts in there.items():
        numbers = [str(counts[heading] or "-") for heading in ("cards", "problems", "drills", "cases")]
        rows.add_row(topic, "yes" if counts["lesson"] else "-", *numbers)
    totals = [
        f"{sum(counts[what] for counts in document['topics'].values())} {what}"
        for what in ("problems", "drills", "cases")
    ]
    out = console()
    with paged():
        out.print(rows)
        out.print(f"\n{len(there)} of {len(document['topics'])} topics have something; {', '.join(totals)}.")
