"""Serving the web app on this machine."""

import contextlib
import errno
import gc
import socket
import sys
import webbrowser
from ipaddress import ip_address

from sharpen.domain.errors import SharpenError
from sharpen.domain.problem import Profile
from sharpen.practice import Settings, Workspace, open_workspace, recordings
from sharpen.practice.design import lab_runs
from sharpen.practice.solving.recurrence import adopt_solved
from sharpen.sandbox.isolation import weakness

WARM = (Profile.NUMPY, Profile.STDLIB)
"""What the first submission finds ready: most problems need one of these."""


class CannotListen(SharpenError):
    """The app cannot be where it should; the message says why and what to do."""


def serve(settings: Settings, *, open_browser: bool = False) -> None:
    """Serve until Ctrl+C at the host and port of the settings, and open the browser when asked.

    Raises CannotListen, assets.NotBuilt, and what opening the workspace raises.
    """
    listening = listen(settings.host, settings.port)
    workspace = open_workspace(settings, WARM, prepare=True)
    try:
        with workspace.writing() as work:
            adopt_solved(work)  # a page only looks
            recordings.forget_old(work)
        _run(workspace, listening, open_browser=open_browser)
    finally:
        lab_runs.leave()  # else a run that a page follows would keep this process until its end
        workspace.close()
        listening.close()


def listen(host: str, port: int) -> socket.socket:
    """A socket bound to an address. Raises CannotListen."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol must be named: asyncio sends without delay (TCP_NODELAY) only where it is, and a page in two
    # parts would otherwise wait 40 ms for the browser to acknowledge the first.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform != "win32":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        if error.errno != errno.EADDRINUSE:
            raise CannotListen(
                f"sharpen cannot be at {address(host, port)} ({error.strerror or error}). "
                "Choose a port from 1024 up and an address of this machine, such as 127.0.0.1."
            ) from None
        raise CannotListen(
            f"Port {port} is in use. If sharpen is already running, it is at {address(host, port)}. "
            f"Otherwise choose another port: make run PORT={port + 1}, or sharpen serve --port {port + 1}."
        ) from None
    return listening


def address(host: str, port: int) -> str:
    """The address to type into a browser."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _run(workspace: Workspace, listening: socket.socket, *, open_browser: bool) -> None:
    import uvicorn

    from sharpen.web.app import create_app
    from sharpen.web.security import LOOPBACK

    host, port = listening.getsockname()[:2]
    where = address(host, port)
    if not ip_address(host).is_loopback:
        print(
            f"Whoever can reach {where} can read your work and run code on this machine as you: there is no password. "
            "Do this only in a network that you trust; without --host nobody else is let in.",
            file=sys.stderr,
            flush=True,
        )

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            print(f"sharpen is at {where} (Ctrl+C stops it)", flush=True)
            if weakness():
                print(weakness(), file=sys.stderr, flush=True)
            if open_browser:
                webbrowser.open(where)

    app = create_app(workspace, LOOPBACK | {host})
    gc.freeze()  # what is here now stays: searching all of it for garbage would cost a page up to a tenth of a second
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, lifespan="off", timeout_graceful_shutdown=3, server_header=False
    )
    with contextlib.suppress(KeyboardInterrupt):  # the way to stop it, not a failure
        Server(config).run(sockets=[listening])
