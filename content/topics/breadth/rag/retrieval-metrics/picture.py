"""The documents of each query in their order with their grades, what is cut off, and the three means."""

from sharpen import checks
from sharpen.checks import diagrams

SHOWS_METHOD = True
MOST_QUERIES, MOST_DOCUMENTS = 5, 8
NAMES = ("recall", "mrr", "ndcg")

SHOW = checks.call(
    "retrieval_metrics",
    {
        "refund": ["faq#3", "faq#1", "terms#0", "faq#7", "blog#2"],
        "login": ["help#0", "help#4", "faq#2"],
        "price": ["blog#1", "shop#5", "blog#0", "faq#9"],
    },
    {"refund": {"terms": 2, "blog": 1}, "login": {"help": 3, "faq": 1}, "price": {"shop": 1, "list": 3}},
    2,
)


def documents_of(chunks):
    return list(dict.fromkeys(chunk.rpartition("#")[0] for chunk in chunks))


def draw(figure, call, expected, got):
    """A row of cells for each query; relevant ones are green, those beyond k faint."""
    runs, grades, k = diagrams.given(call, "runs", "grades", "k")
    rows = {query: documents_of(runs.get(query, [])) for query in grades}
    if not rows or len(rows) > MOST_QUERIES or max(map(len, rows.values())) > MOST_DOCUMENTS:
        raise ValueError("too many queries or documents to be seen, or none")
    axes = diagrams.sheet(figure)
    shown = {query: [f"{name}: {grades[query].get(name, 0)}" for name in names] for query, names in rows.items()}
    wide = diagrams.breadth([text for texts in shown.values() for text in texts])
    left = diagrams.breadth(list(rows))
    for y, (query, names) in enumerate(rows.items()):
        diagrams.words(axes, 0, 1.4 * y + 0.5, diagrams.text_of(query))
        for at, (name, text) in enumerate(zip(names, shown[query], strict=True)):
            tone = "faint" if at >= k else "green" if grades[query].get(name, 0) else "plain"
            diagrams.cell(axes, left + at * wide, 1.4 * y, text, tone=tone, wide=wide)
    y = 1.4 * len(rows) + 0.1
    diagrams.words(axes, 0, y, f"document: grade. Green is relevant, faint beyond the first {k}.", size=8)

    def means(answer, y):
        texts = [f"{name} {float(answer[name]):.4g}" for name in NAMES]
        across = diagrams.breadth(texts)
        for at, text in enumerate(texts):
            diagrams.cell(axes, at * across, y, text, wide=across)
        return y + 1.4

    diagrams.answers(axes, y + 0.8, got, expected, means)
    diagrams.fit(axes)
