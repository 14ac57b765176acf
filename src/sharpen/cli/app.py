"""The command line: every command by its name, where it is defined, and its line in `sharpen --help`."""

from typing import Annotated, Any

import typer

from sharpen import __version__
from sharpen.cli.lazy import add_command

COMMANDS = {
    "list": ("solving.list_:list_problems", "List the problems, and how you stand with each."),
    "show": ("solving.show:show_task", "Show the task of a problem."),
    "start": ("solving.start:start_problem", "Write PROBLEM.py with the task and the starter code."),
    "check": ("solving.check:check_file", "Judge a file."),
    "hint": ("solving.hint:show_hint", "Show the next hint of a problem."),
    "solution": ("solving.solution:show_solution", "Show the model solution of a problem, and the notes on it."),
    "history": ("solving.history:show_history", "Show your attempts, newest first."),
    "lesson": ("topics.lesson:show_lesson", "Show the lesson of a topic: one screen, with where to read on."),
    "review": ("day.review:hold_session", "Review what is due today, card by card."),
    "plan": ("day.plan:show_plan", "Show or change your plan, and what to expect of it."),
    "stats": (
        "day.stats:show_statistics",
        "Show what you reviewed, how much of it you remembered, and how you stand by topic.",
    ),
    "fit": (
        "day.fit:fit_memory",
        "Fit the model of memory to your own reviews (1,000 or more), and keep it if it predicts better.",
    ),
    "serve": ("serve:serve_app", "Serve the web app until Ctrl+C."),
    "export": ("exchange.export:export_work", "Write all of your work to a JSON file."),
    "import": ("exchange.import_:import_work", "Merge an exported JSON file into your work."),
    "doctor": ("doctor:examine", "Show versions, paths and which layers of isolation work."),
}
ANKI = {
    "export": ("exchange.anki_export:export_cards", "Write cards to an .apkg file that Anki imports."),
    "import": (
        "exchange.anki_import:import_cards",
        "Bring in the cards of an Anki file: all of them, or nothing when something is wrong with it.",
    ),
    "decks": (
        "exchange.anki_decks:list_decks",
        "List the decks that came from Anki, with the topic to review each by, or remove one.",
    ),
}
CONTENT = {
    "check": ("authoring.content_check:check_content", "Prove that problems, lessons and cards are what they say."),
    "stats": ("authoring.content_stats:count_content", "Count what exists for every topic of the outline."),
    "new": (
        "authoring.content_new:begin_problem",
        "Begin a new problem: write its files, with what you must fill in marked TODO.",
    ),
}
"""A command's line is the first sentence of its docstring, said here too so that listing imports no command."""


def _typer(help: str, commands: dict[str, tuple[str, str]], **settings: Any) -> typer.Typer:
    # Rich's import would cost more than the rest of `sharpen --help`.
    made = typer.Typer(help=help, no_args_is_help=True, rich_markup_mode=None, **settings)
    for name, (target, summary) in commands.items():
        add_command(made, name, f"sharpen.cli.{target}", summary)
    return made


app = _typer(
    "Practice the machine-learning interview loop; every answer is checked by running it.",
    COMMANDS,
    name="sharpen",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.add_typer(_typer("Exchange cards with Anki.", ANKI), name="anki")
app.add_typer(_typer("For contributors: prove content, count it, begin a new problem.", CONTENT), name="content")


def _version(wanted: bool) -> None:
    if wanted:
        print(f"sharpen {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Practice the machine-learning interview loop; every answer is checked by running it."""
