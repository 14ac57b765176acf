"""`sharpen content …`: what contributors use; each subcommand has a file of its own."""

import typer

from sharpen.cli.authoring import content_check, content_new, content_stats

app = typer.Typer(
    help="For contributors: prove content, count it, begin a new problem.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.command("check")(content_check.check)
app.command("stats")(content_stats.stats)
app.command("new")(content_new.new)
