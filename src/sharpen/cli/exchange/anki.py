"""`sharpen anki …`: cards out to Anki and in from there; each subcommand has a file of its own."""

import typer

from sharpen.cli.exchange import anki_decks, anki_export, anki_import

app = typer.Typer(help="Exchange cards with Anki.", no_args_is_help=True, rich_markup_mode=None)
app.command("export")(anki_export.export)
app.command("import")(anki_import.import_)
app.command("decks")(anki_decks.decks)
