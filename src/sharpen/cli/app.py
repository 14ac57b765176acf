"""The command line: every command by its name, where it is defined, and its line in `sharpen --help`."""

from typing import Annotated, Any

import typer

from sharpen import __version__
from sharpen.cli.lazy import add_command

COMMANDS = {
    "today": ("day.today:show_today", "Show what to do today, with minutes and reasons."),
    "next": ("day.today:begin_next", "Begin the first thing on today's list."),
    "list": ("solving.list_:list_problems", "List the problems and your progress with each."),
    "show": ("solving.show:show_task", "Show the task of a problem."),
    "start": ("solving.start:start_problem", "Write PROBLEM.py with the task and the starter code."),
    "check": ("solving.check:check_file", "Judge files."),
    "run": ("solving.run:run_cases", "Run your own cases on your code, beside the model solution."),
    "hint": ("solving.hint:show_hint", "Show the next hint of a problem."),
    "solution": ("solving.solution:show_solution", "Show the model solution of a problem, with notes."),
    "star": ("solving.star:star_problem", "Star a problem, to find it again, or take the star back."),
    "history": ("solving.history:show_history", "Show your attempts, newest first."),
    "lesson": ("topics.lesson:show_lesson", "Show the lesson of a topic, or which lessons there are."),
    "calendar": ("day.calendar:show_calendar", "Show what each day until the interview holds, and why."),
    "review": ("day.review:hold_session", "Review what is due today, card by card."),
    "drill": ("drill:drill", "Name the pattern of a statement, and its cost: ten statements."),
    "rehearse": (
        "stories.rehearse:rehearse_story",
        "Tell a story out loud: two minutes, how it went, and when it comes back.",
    ),
    "plan": ("day.plan:show_plan", "Show or change your plan, and what to expect from it."),
    "begin": ("day.begin:begin", "Say what you prepare for: four questions, each of which you may leave out."),
    "placement": (
        "day.placement:hold_placement",
        "Answer twenty questions that find out what you know: harder after a right answer, easier after a wrong one.",
    ),
    "progress": (
        "day.progress:show_progress",
        "Show how ready you are for questions you have not seen, by round, and your weakest topics.",
    ),
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
CASE = {
    "list": ("design.sitting:list_cases", "List the cases, and how far you came with each."),
    "start": (
        "design.sitting:start_case",
        "Sit down at a case: its brief, and files for your notes and numbers, in a folder.",
    ),
    "ask": ("design.sitting:ask_question", "Ask the interviewer; what you learn is kept, and added to brief.md."),
    "note": (
        "design.sitting:read_notes",
        "Read notes.md and cells.txt into the sitting, and bring into them what was typed in the browser.",
    ),
    "show": (
        "design.sitting:show_sitting",
        "Show where you stand: the time, the pace, what you asked, and your numbers with their results.",
    ),
    "finish": (
        "design.finish:finish_case",
        "Call time: what your numbers decide, your own ticks, the score of each step, and the worked answer.",
    ),
    "delete": ("design.delete:delete_sitting", "Delete a sitting at a case, or bring it back."),
}
LAB = {
    "list": ("labs.look:list_labs", "List the labs, with your best score in each and your last run."),
    "show": ("labs.show:show_lab", "Say what a lab's world is like, and how a design is measured in it."),
    "start": ("labs.start:start_lab", "Write LAB.py with the baseline, and LAB-predictions.txt."),
    "run": ("labs.run:run_design", "Run a design in its lab."),
    "runs": ("labs.look:list_runs", "List your runs of a lab, or of all."),
    "report": ("labs.look:show_report", "Print the report of the last run."),
    "compare": ("labs.look:compare_runs", "Put two runs of a lab side by side: the last two, unless others are named."),
    "data": (
        "labs.data:use_data",
        "Show which labs can use public data that you have, prepare it, or go back.",
    ),
}
READING = {
    "list": ("topics.reading:list_readings", "List the readings, and which of them you marked read."),
    "show": ("topics.reading:show_reading", "Show what to take from a reading, where it is, and your note."),
    "mark": ("topics.reading:mark_reading", "Mark a reading read, or take that back."),
    "note": ("topics.reading:note_reading", "Add words to your note on a reading, or print it."),
}
QUESTION = {
    "list": ("stories.questions:list_questions", "List the questions of the behavioral round by what they ask for."),
    "show": (
        "stories.questions:show_question",
        "Show what a question really asks, signs of a good and of a bad answer, and what is asked next.",
    ),
}
RECORDING = {
    "list": ("recordings:list_recordings", "List what you recorded in the browser, the latest first."),
    "save": ("recordings:save_recording", "Write a recording to a file that any player plays."),
    "delete": ("recordings:delete_recording", "Delete a recording for good."),
}
PROJECT = {
    "list": ("depth.project:list_projects", "List your projects, and how full the file of each is."),
    "new": ("depth.project:new_project", "Begin the file of a project."),
    "show": (
        "depth.project:show_project",
        "Show the file of a project, the questions that it leaves open, and the methods that it names.",
    ),
    "export": ("depth.project:export_project", "Write the file of a project as Markdown."),
    "import": ("depth.project:import_project", "Read the file of a project; what was there becomes a version."),
    "method": (
        "depth.project:decide_method",
        "Say that a method was used in a project, so that a deep dive asks about it.",
    ),
    "versions": (
        "depth.project:show_versions",
        "List the earlier versions of a project, or show one, or bring it back.",
    ),
    "delete": ("depth.project:delete_project", "Delete a project; it can be brought back."),
}
INTERVIEWER = {
    "show": (
        "interviewer.plug:show_interviewer",
        "Show where the interviewer is, what was spent today, and what is sent without asking.",
    ),
    "set": (
        "interviewer.plug:set_interviewer",
        "Plug an interviewer in: set its address, its model, its key and the tokens it may take a day.",
    ),
    "test": (
        "interviewer.plug:try_interviewer",
        "Ask the interviewer whether it is ready; what that sends is shown first, and holds nothing of yours.",
    ),
}
STORY = {
    "list": ("stories.bank:list_stories", "List your stories, with what each shows and when it was last told."),
    "new": ("stories.bank:new_story", "Begin a story; at a terminal your editor opens it."),
    "show": ("stories.bank:show_story", "Show a story, what can be counted of it, and when it was told."),
    "edit": ("stories.bank:edit_story", "Edit a story in your editor ($VISUAL or $EDITOR), as Markdown."),
    "matrix": ("stories.bank:show_matrix", "Show which story shows what, and the holes."),
    "match": (
        "stories.bank:match_question",
        "Say which story to tell for a question, or list the questions with the best story for each.",
    ),
    "import": (
        "stories.bank:import_stories",
        "Take over stories from Markdown; what a story says instead is put aside, not lost.",
    ),
    "export": (
        "stories.bank:export_stories",
        "Write all stories as Markdown, which `sharpen story import` reads again.",
    ),
    "delete": ("stories.bank:delete_story", "Delete a story; --undo brings it back."),
}
CARD = {
    "new": ("day.card:new_card", "Make a card of your own of a question and its answer."),
    "list": ("day.card:list_cards", "List the cards of your own."),
    "edit": (
        "day.card:edit_card",
        "Change the question or the answer of a card of your own; what you know of it stays.",
    ),
    "delete": ("day.card:delete_card", "Delete a card of your own; --undo brings it back."),
}
MOCK = {
    "list": ("mocks.mock:list_mocks", "List your mock loops, with the signal of each and of its rounds."),
    "show": ("mocks.mock:show_mock", "Print the debrief of a mock loop."),
}
CONTENT = {
    "check": (
        "authoring.content_check:check_content",
        "Prove that all content, or that in PATH, is sound.",
    ),
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
app.add_typer(_typer("Make cards of your own, which come up in review with the rest.", CARD), name="card")
app.add_typer(_typer("Keep the problems you solved elsewhere, and see what is missing.", LOG), name="log")
app.add_typer(_typer("Sit at a case of system design, in plain files.", CASE), name="case")
app.add_typer(_typer("Run designs in simulated worlds, and see whether your predictions hold.", LAB), name="lab")
app.add_typer(_typer("Read how companies do it, and keep what you take from each.", READING), name="reading")
app.add_typer(_typer("See what the behavioral round asks, and what is listened for.", QUESTION), name="question")
app.add_typer(_typer("Keep what you recorded in the browser as files, or delete it.", RECORDING), name="recording")
app.add_typer(
    _typer("Write down the projects you will be asked about, and see what is left open.", PROJECT), name="project"
)
app.add_typer(_typer("Plug in a language model of your own as an interviewer.", INTERVIEWER), name="interviewer")
app.add_typer(_typer("Write the stories of your own work, and see what they show.", STORY), name="story")
app.add_typer(_typer("Look back at mock loops, which are sat in the browser.", MOCK), name="mock")
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
