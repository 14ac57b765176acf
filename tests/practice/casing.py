"""A content folder with one small case, for tests: two steps, four facts, five points."""

from pathlib import Path

OUTLINE = """
[rounds]
design = "ML system design"
[[group]]
round = "design"
title = "Ads"
topics = [{ id = "clicks", title = "Clicks", wants = ["case"] }, { id = "ranking" }]
"""
STEPS = """
[[step]]
id = "problem"
title = "Problem"
share = 0.6
prompts = ["What is predicted?", "How often?"]

[[step]]
id = "serving"
title = "Serving"
share = 0.4
prompts = ["How fast?"]
"""
CASE = """
title = "Rank ads"
summary = "Order ads by what they earn."
topic = "clicks"
also = ["ranking"]
minutes = 30
since = "0.2"

[[fact]]
id = "traffic"
question = "How many requests arrive in a day?"
answer = "One million."
words = ["qps", "load"]
strong = true

[[fact]]
id = "latency"
question = "How fast must the answer be?"
answer = "Within 100 ms."
words = ["slo", "p99", "milliseconds"]
strong = true

[[fact]]
id = "price"
question = "What does an advertiser pay for a click?"
answer = "His bid."
words = ["auction"]

[[fact]]
id = "privacy"
question = "Which personal data may be used?"
answer = "None."

[[follow_up]]
question = "And with ten times the load?"
mid = "More machines."
senior = "Fewer candidates."
staff = "A budget for each team."
"""
BRIEF = "Design the ranking of ads in a feed.\n"
RUBRIC = """
[[point]]
id = "task"
step = "problem"
text = "The task is one prediction."
one = "Clicks are predicted."
two = "The probability of a click for each candidate."

[[point]]
id = "load"
step = "problem"
text = "The rate is computed."
one = "With a slip."
two = "A million over a day."
cell = { name = "qps", unit = "1/s", between = [11, 12] }

[[point]]
id = "budget"
step = "serving"
text = "The budgets sum to at most 100 ms."
one = "There are stages."
two = "They sum."
cell = { name = "latency", unit = "ms", at_most = 100 }

[[point]]
id = "fallback"
step = "serving"
text = "What is shown when it is late."
one = "There is one."
two = "It is named."

[[point]]
id = "rollout"
step = "serving"
text = "A new model goes out in steps."
one = "A canary."
two = "And a way back."
"""
ANSWER = """\
## Problem

I asked for the **load**.

```cells
qps = 1e6 requests / day -> 1/s
```

## Serving

In stages.

![Stages](stages.svg)

```cells
network = 20 ms
latency = network + 30 ms
```
"""
PICTURES = """\
def stages(figure):
    figure.subplots().plot([1, 2])

PICTURES = [stages]
"""
LESSON = "# Clicks\n\nA click is rare.\n"
FILES = {
    "outline.toml": OUTLINE,
    "topics/design/clicks/lesson.md": LESSON,
    "cases/steps.toml": STEPS,
    "cases/rank-ads/case.toml": CASE,
    "cases/rank-ads/brief.md": BRIEF,
    "cases/rank-ads/rubric.toml": RUBRIC,
    "cases/rank-ads/answer.md": ANSWER,
    "cases/rank-ads/pictures.py": PICTURES,
}


def write_case(root: Path) -> Path:
    """The folder, written with everything in it."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root
