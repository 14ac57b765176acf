"""`sharpen serve`: the web app on this machine."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from sharpen.practice.settings import Settings
from sharpen.web.serve import serve as serve_web


def serve_app(
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="The port.", show_default="8400")] = None,
    host: Annotated[str, typer.Option(help="The address to listen on.", show_default="127.0.0.1")] = "",
    open_browser: Annotated[bool, typer.Option("--open/--no-open", help="Open the browser.")] = False,
) -> None:
    """Serve the web app until Ctrl+C."""
    chosen: dict[str, Any] = {
        name: value for name, value in (("port", port), ("host", host)) if value not in (None, "")
    }
    serve_web(replace(Settings(), **chosen), open_browser=open_browser)
