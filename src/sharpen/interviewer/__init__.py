"""The interviewer that a candidate may plug in: an endpoint that speaks like OpenAI's, asked with its `openai` package.

It is an extra, `sharpen[llm]`, and nothing here needs it: what imports it is imported when a question is sent.
"""

import sys
from importlib.util import find_spec


def how_to_install() -> str:
    """The command that gets the package; empty when it is here."""
    return "" if find_spec("openai") else f"{sys.executable} -m pip install 'sharpen[llm]'"
