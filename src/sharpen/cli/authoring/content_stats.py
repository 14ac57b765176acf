"""`sharpen content stats`: what every topic of the outline has so far."""

from rich.table import Table

from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.console import console, print_json
from sharpen.cli.terminal.library import library


def count_content(as_json: AsJson = False) -> None:
    """Count what every topic of the outline has so far."""
    found = library()
    document = found.stats()
    if as_json:
        print_json(document)
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("topic")
    for heading in ("lesson", "cards", "problems"):
        table.add_column(heading, justify="right")
    there = {topic: counts for topic, counts in document["topics"].items() if any(counts.values())}
    for topic, counts in there.items():
        numbers = [str(counts[heading] or "-") for heading in ("cards", "problems")]
        table.add_row(topic, "yes" if counts["lesson"] else "-", *numbers)
    out = console()
    out.print(table)
    problems = sum(counts["problems"] for counts in document["topics"].values())
    out.print(f"\n{len(there)} of {len(document['topics'])} topics have something; {problems} problems.")
