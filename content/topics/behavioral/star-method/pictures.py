"""The picture of the lesson on STAR: one story told twice, its words counted."""

from matplotlib.figure import Figure

INK = "#777777"
PACE = 145
"""Words a minute."""
COLORS = {"situation": "#aa7733", "task": "#888888", "action": "#4477aa", "result": "#338855"}
CROWDED = {
    "situation": """We were a travel company with about four hundred people, and search was one of three teams that
        worked on the site. It had been written years before by people who had left, and there were rules in it that
        nobody understood any more. There had been a reorganization in the spring, so that we reported to a new
        director, who came from payments and wanted to see progress soon. Our ranker was a boosted tree with 142
        features, and there was a second system for suggestions, which another team owned and which will not matter
        here. Conversion had been flat for three quarters. Everybody had an opinion on why. Some thought that it was
        prices, some that it was photos, and product had a long list of ideas, most of them about the layout of the
        page.""",
    "task": """I was asked to look into the ranker and to see what we could do about it together.""",
    "action": """So we looked at the data, and we found that there was a problem with queries that have dates in them.
        We talked about it with the other teams and then we fixed it in the pipeline, and we tested it, and it went
        live after some discussion with the people who own the parser.""",
    "result": """It went well, and people were happy with it.""",
}
TOLD = {
    "situation": """I worked on search at a travel company. Bookings per search had been flat for three quarters, and
        the next idea on the list was a neural ranker, half a year of work for three people.""",
    "task": """I had two weeks to say whether a better ranker would help at all.""",
    "action": """I did not begin with a model. I read 200 searches with the worst loss and sorted them by hand. A
        third had a date typed as text, which we dropped before ranking, so guests saw places that were taken. To see
        what that was worth I ranked last month's logs as if dates had been understood: a tenth of the lost bookings
        had been in reach, more than any model had promised. The parser belonged to another team, and dates were not
        in their plan. I wrote the rule for the four commonest forms with tests, and asked them for a review instead
        of a project. Their lead feared that it would misread house numbers. She was right: it did so in one of fifty
        searches in my sample. I made the rule ask for a month's name or a second number, and that left three in a
        thousand. We ran it for two weeks on half of the users.""",
    "result": """Bookings rose by 0.8%, with an interval from 0.3 to 1.3. The neural ranker was put off; when it came
        a year later it brought 0.5. The team kept the rule and owns it. I should have asked them in the first week:
        the house numbers cost me three days. Since then I read the worst errors before I tune anything.""",
}


def told_twice(figure: Figure) -> None:
    """The seconds of each part of both tellings, from the words in it."""
    figure.set_size_inches(7.2, 2.2)
    axes = figure.subplots()
    for row, parts in enumerate((TOLD, CROWDED)):
        start = 0.0
        for part, text in parts.items():
            seconds = 60 * len(text.split()) / PACE
            axes.barh(row, seconds, left=start, color=COLORS[part], height=0.55, label=part if row == 0 else None)
            start += seconds
    axes.set_yticks([0, 1], ["told\nto be scored", "told as it\ncomes to mind"], color=INK, fontsize=9)
    axes.set_xlim(0, 125)
    axes.set_xticks(range(0, 121, 30))
    axes.set_xlabel("seconds", color=INK)
    axes.legend(
        frameon=False, labelcolor=INK, fontsize=8.5, ncols=4, loc="lower left", bbox_to_anchor=(0, 1), borderpad=0
    )
    axes.tick_params(colors=INK, labelsize=8.5, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6, axis="x")
    axes.set_axisbelow(True)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [told_twice]
