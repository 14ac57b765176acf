"""The command line: every command by its name, where it is defined, and its line in `sharpen --help`."""

from typing import Annotated, Any

import typer

from sharpen import __version__
from sharpen.cli.lazy import add_command

COMMANDS = {
    "list": ("solving.list_:list_problems", "List the problems and your progress with each."),
    "show": ("solving.show:show_task", "Show the task of a problem."),
    "start": ("solving.start:start_problem", "Write PROBLEM.py with the task and the starter code."),
    "check": ("solving.check:check_file", "Judge files."),
    "run": ("solving.run:run_cases", "Run your own cases on your code, beside the model solution."),
    "hint": ("solving.hint:show_hint", "Show the next hint of a problem."),
    "solution": ("solving.solution:show_solution", "Show the model solution of a problem, with notes."),
    "history": ("solving.history:show_history", "Show your attempts, newest first."),
    "lesson": ("topics.lesson:show_lesson", "Show the lesson of a topic, or which lessons there are."),
    "review": ("day.review:hold_session", "Review what is due today, card by card."),
    "drill": ("day.drill:drill_patterns", "Name the pattern of a statement, and its cost: ten statements."),
    "plan": ("day.plan:show_plan", "Show or change your plan, and what to expect from it."),
    "stats": (
        "day.stats:show_statistics",
        "Show what you reviewed, how much of it you remembered, and your progress by topic.",
    ),
    "fit": (
        "day.fit:fit_memory",
        "Fit the memory model to your own reviews (1,000 or more), and keep it if it predicts better.",
    ),
    "serve": ("serve:serve_app", "Serve the web app until Ctrl+C."),
    "export": ("exchange.export:export_work", "Write all of your work to a JSON file."),
    "import": ("exchange.import_:import_work", "Merge an exported JSON file into your work."),
    "backup": ("exchange.backup:back_up", "Write a copy of the data file, also while sharpen runs."),
    "restore": (
        "exchange.restore:restore_copy",
        "Replace all of your work by a copy of the data file.",
    ),
    "doctor": ("doctor:examine", "Show versions, paths, the state of your data, and which layers of isolation work."),
}
ANKI = {
    "export": ("exchange.anki_export:export_cards", "Write cards to an .apkg file that Anki imports."),
    "import": (
        "exchange.anki_import:import_cards",
        "Import the cards of an Anki file: all of them, or none if anything is wrong with it.",
    ),
    "decks": (
        "exchange.anki_decks:list_decks",
        "List the decks that came from Anki, with the command that reviews each, or remove one.",
    ),
}
LOG = {
    "list": (
        "log.entries:list_entries",
        "List the problems you solved elsewhere, the mix, and what to do next.",
    ),
    "add": ("log.entries:add_entry", "Add a problem you solved elsewhere by its link."),
    "again": ("log.entries:solve_again", "Say that you solved an entry again today, and how it went."),
    "remove": ("log.entries:remove_entry", "Remove an entry from the log."),
    "import": ("log.sheets:import_sheet", "Import a sheet of problems: a preview first, then all of it at once."),
    "undo": ("log.sheets:undo_import", "Take the last import back whole; what was solved again since stays."),
    "export": ("log.sheets:export_sheet", "Write the log as a CSV file, which `sharpen log import` reads again."),
}
CONTENT = {
    "check": ("authoring.content_check:check_content", "Prove that problems, lessons and cards are what they say."),
    "stats": ("authoring.content_stats:count_content", "Count what every topic of the outline has so far."),
    "new": (
        "authoring.content_new:create_problem",
        "Start a new problem: write its files, with the parts you must fill in marked TODO.",
    ),
}
"""A command's line is the first sentence of its docstring, repeated so that listing commands imports none."""


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
app.add_typer(_typer("Keep the problems you solved elsewhere, and see what is missing.", LOG), name="log")
app.add_typer(_typer("For contributors: prove content, count it, start a new problem.", CONTENT), name="content")


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
