"""How much an Anki file may hold. An honest collection of 50,000 notes with a picture on each stays far below."""

MiB = 1024**2

MEMBERS = 500_000
"""Files in the archive. Each picture and sound is one; what is unpacked is the collection, and images on cards."""
DIRECTORY = 32 * MiB
"""The archive's table of contents, in bytes, which is read as a whole, whatever number of files it says it has."""
COLLECTION = 1024 * MiB
"""The collection unpacked. 50,000 notes with a history of years take some 200 MiB."""
RATIO, RATIO_FROM = 200, 64 * MiB
"""How many times its packed size the collection may have, looked at from some size on. Cards pack to a fifth, to a
fiftieth when all are alike; a bomb to a thousandth or less."""
META = 64 * 1024
"""The archive's `meta`: a number, in two bytes."""
WINDOW = 128 * MiB
"""The memory that unpacking zstd may ask for: what its own command line allows."""

IMAGE, IMAGES_TOGETHER, IMAGES = 5 * MiB, 200 * MiB, 20_000
"""Bytes of one image and of all of them, and how many: a screen is some 300 KiB. More are left out and counted."""
SIDE_PIXELS, PIXELS = 16_000, 40_000_000
"""The longest side of an image, and its area: an image packs as well as a bomb, and browsers unpack it."""
MEDIA = 32 * MiB
"""The archive's list of media, in bytes."""

VALUE = 32 * MiB
"""The longest single value in the database: the note types of an old collection are one JSON text."""
OBJECTS = 500
"""Tables and indices in the database; Anki has about twenty, and add-ons bring a few."""
NOTES, CARDS = 300_000, 500_000
"""The largest shared decks have some 40,000 notes, and people with years of cards 100,000."""
NOTE_TYPES, TEMPLATES, FIELDS = 5_000, 500, 1_000
"""Kinds of note, templates of one, fields of one. A hundred fields are already strange."""
DECKS = 50_000
TEMPLATE = 200_000
"""Characters of a template once its scripts and styles are gone."""
FIELD = 1_000_000
"""Characters of one field: a short book. A picture pasted into the text as data is below it too."""
SIDE, READ = 2_000_000, 20_000_000
"""Characters of HTML on one side of a card: a template may repeat fields, but not without end; and characters of fields
that are looked at on the way, which filters may leave out again."""
SHOWN, TOGETHER = 50_000, 200_000_000
"""Characters of one side of a card as it is kept, some 25 pages, and of all of them together: 50,000 notes with 2,000
characters on each side."""
PIECES = 1_000_000
"""Fields, conditions and what stands between them in all templates together. A large template has a hundred."""
ELEMENTS = 10_000
"""Elements on one side of a card: a table of 1,000 rows by 9."""
DEPTH = 100
"""Elements within one another. People get to ten, pasted web pages to thirty."""
DATA = 10_000
"""Characters of a card's own data, a small JSON text."""

SECONDS, SECONDS_A_CARD, MOST_SECONDS = 60.0, 0.02, 900.0
"""How long reading may take: so long, and so much more for each card, twenty times what an honest one takes, but never
longer than the last."""

EARLIEST, LATEST = 1980, 2300
"""Years that a review or a due date may be in. Anki is of 2006; its longest interval is a hundred years."""
INTERVAL = 200_000
"""Days between two reviews; Anki stops at 36,500 by default."""
COUNT = 1_000_000
"""Reviews or lapses of one card: fifty a day for fifty years."""
EASE = 100_000
"""The largest SM-2 ease, in thousandths. 1,300 to 5,000 are usual."""
STABILITY, MOST_STABILITY = 200_000.0, 36_500.0
"""Days of stability that are believed, and what they count as at most: there FSRS stops."""
