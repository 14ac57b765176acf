"""Scripts in the HTML of a deck: a field with one is refused, a template loses its own.

This is no safety boundary, for sharpen renders no HTML; but an honest deck has no scripts in its fields.
"""

import re

from sharpen.anki.html_tokens import tokens

RUNS = ("script", "iframe", "frame", "frameset", "object", "embed", "applet")
ADDRESSES = ("href", "src", "action", "formaction", "xlink:href", "data", "poster", "background", "srcset")
SCHEMES = ("javascript:", "vbscript:", "data:text/html", "data:application/xhtml")
EVENT = re.compile(r"on[a-z]{3,}")
SUSPICIOUS = re.compile(
    rf"<\s*+/?(?:{'|'.join(RUNS)})|\bon[a-z]{{3,40}}\s*+=|s\s*+c\s*+r\s*+i\s*+p\s*+t\s*+:|d\s*+a\s*+t\s*+a\s*+:\s*+[ta]"
    r"|&\#|&(?:tab|newline|colon)|[\0-\x08\x0b-\x1f]",
    re.IGNORECASE,
)
"""A field without any of these holds no script; most need no closer look."""
DROPPED = re.compile(
    r"<!--(?:[^-]++|-(?!->))*+(?:-->|\Z)"
    r"|<(script|style)\b[^>]*+(?:>|\Z)(?:[^<]++|<(?!/\1))*+(?:</\1[^>]*+(?:>|\Z)|\Z)",
    re.IGNORECASE,
)


def script_in(html: str) -> str:
    """What in a field would run, in words such as `a <script> element`; empty when nothing does."""
    if not SUSPICIOUS.search(html):
        return ""
    # A browser skips null characters in a tag, so they cannot hide one here.
    for token in tokens(html.replace("\0", "")):
        if token.kind == "open":
            if token.text in RUNS:
                return f"a <{token.text}> element"
            for name, value in token.attributes.items():
                if value and EVENT.fullmatch(name):
                    return f"an attribute {name[:40]}="
                if name in ADDRESSES and re.sub(r"[\0-\x20]", "", value[:500]).lower().startswith(SCHEMES):
                    return f"an address that runs, in {name}="
    return ""


def without_scripts(html: str) -> str:
    """HTML of a template without its scripts, styles and comments."""
    return DROPPED.sub("", html)
