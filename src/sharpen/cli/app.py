"""The command line, put together from one file a command."""

from typing import Annotated

import typer

from sharpen.cli import doctor, serve
from sharpen.cli.authoring import content
from sharpen.cli.day import fit, plan, review, stats
from sharpen.cli.exchange import anki, export, import_
from sharpen.cli.solving import check, hint, history, list_, show, solution, start
from sharpen.cli.topics import lesson

app = typer.Typer(
    name="sharpen",
    help="Practice the machine-learning interview loop; every answer is checked by running it.",
    no_args_is_help=True,
    rich_markup_mode=None,  # its import would cost more than the rest of `sharpen --help`
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

app.command("list")(list_.list_problems)
app.command("show")(show.show)
app.command("start")(start.start)
app.command("check")(check.check)
app.command("hint")(hint.hint)
app.command("solution")(solution.solution)
app.command("history")(history.history)
app.command("lesson")(lesson.lesson)
app.command("review")(review.review)
app.command("plan")(plan.plan)
app.command("stats")(stats.stats)
app.command("fit")(fit.fit)
app.command("serve")(serve.serve)
app.command("export")(export.export)
app.command("import")(import_.import_)
app.command("doctor")(doctor.doctor)
app.add_typer(anki.app, name="anki")
app.add_typer(content.app, name="content")


def _version(wanted: bool) -> None:
    if wanted:
        from sharpen import __version__

        print(f"sharpen {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Practice the machine-learning interview loop; every answer is checked by running it."""
