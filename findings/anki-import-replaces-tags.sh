#!/bin/sh
# anki 26.9.3: importing a newer version of a package, with scheduling, leaves a note's schedule and deck as they are in
# the collection but replaces its tags by those of the file. A tag that somebody gave the note there, "leech" and
# "marked" included, is gone when the file has none. A generator of decks cannot prevent this from within the file.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check anki==26.9.3 genanki==0.13.1
cd "$dir"
"$dir/venv/bin/python" - <<'PYTHON'
import time

import genanki
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

KIND = genanki.Model(
    1607392319,
    "Pair",
    fields=[{"name": "Front"}, {"name": "Back"}],
    templates=[{"name": "Card", "qfmt": "{{Front}}", "afmt": "{{Back}}"}],
)


def package(name, answer):
    deck = genanki.Deck(2059400110, "Trees")
    deck.add_note(genanki.Note(KIND, ["Gini?", answer], guid="gini"))
    genanki.Package(deck).write_to_file(name)
    return name


def take(collection, name):
    options = ImportAnkiPackageOptions(with_scheduling=True, merge_notetypes=True)
    log = collection.import_anki_package(ImportAnkiPackageRequest(package_path=name, options=options)).log
    return len(log.new), len(log.updated)


collection = Collection("collection.anki2")
assert take(collection, package("first.apkg", "1 - sum of squares")) == (1, 0)
(identity,) = collection.find_notes("")
note = collection.get_note(identity)
note.tags = ["leech", "marked", "mine"]
collection.update_note(note)
time.sleep(1.1)  # Anki counts changes in seconds
assert take(collection, package("second.apkg", "1 minus the sum of squares")) == (0, 1)
after = collection.get_note(identity)
print("answer:", after["Back"], "| tags before:", note.tags, "| tags after:", after.tags)
assert after["Back"] == "1 minus the sum of squares"
assert after.tags == []
PYTHON
