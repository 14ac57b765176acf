"""`sharpen serve`: the web app on this machine."""

from typing import Annotated

import typer

from sharpen.practice.settings import read_settings
from sharpen.web.serve import serve as serve_web


def serve_app(
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="The port.", show_default="8400")] = None,
    host: Annotated[str, typer.Option(help="The address to listen on.", show_default="127.0.0.1")] = "",
    open_browser: Annotated[bool, typer.Option("--open/--no-open", help="Open the browser.")] = False,
) -> None:
    """Serve the web app until Ctrl+C."""
    chosen = {name: value for name, value in (("port", port), ("host", host)) if value not in (None, "")}
    serve_web(read_settings(**chosen), open_browser=open_browser)
