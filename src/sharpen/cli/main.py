"""`sharpen`: where the command line begins and ends."""

import gc
import os
import sys

RARELY = 100_000
"""New objects after which garbage is looked for. Imports make many and throw none away, so that looking as often as
Python does by itself costs a short command a tenth of its time; the server, which stays, looks as usual."""


def main() -> None:
    """Run the command line. Status 0: done or accepted; 1: not accepted; 2: anything else."""
    from sharpen.cli.terminal.streams import prepare

    if not prepare() and sys.argv[1:2] != ["serve"]:
        print("Standard output is closed, so there is nowhere to print. Nothing was done.", file=sys.stderr)
        sys.exit(2)
    if sys.argv[1:2] != ["serve"]:
        gc.set_threshold(RARELY)
    if sys.argv[1:2] in (["check"], ["run"]) and not {"-h", "--help"} & set(sys.argv):
        # Before `run` imports the rest, which takes about as long as the judge needs to be ready.
        from sharpen.cli.terminal.warm_judge import start_judge

        start_judge()
    sys.exit(run())


def run(arguments: list[str] | None = None) -> int:
    """Carry out one command line and return its exit status; errors are reported in one message."""
    try:
        import typer  # here, so that Ctrl+C is already answered in words

        from sharpen.cli.app import app

        status = app(arguments, standalone_mode=False)
        _flush()
    except KeyboardInterrupt:
        return _stopped()
    except BrokenPipeError:
        return _unread()
    except SystemExit as left:
        if isinstance(left.__context__, BrokenPipeError):  # so Typer ends a command, with status 1
            return _unread()
        raise
    except Exception as error:
        if isinstance(error, typer.Abort):
            return _stopped()
        _tell(error, as_json="--json" in (sys.argv if arguments is None else arguments))
        return 2
    if status == 130:
        return _stopped()
    return status if isinstance(status, int) else 0


def _tell(error: Exception, *, as_json: bool) -> None:
    """Report an error on standard error, and for a program that reads JSON as such."""
    from sharpen.cli.terminal.failure import message, report

    if callable(show := getattr(error, "show", None)):  # an error of usage: Typer knows how to show it
        error.message = error.message.replace("Value error, ", "")  # type: ignore[attr-defined] # Pydantic's
        show()
    else:
        report(error)
    if isinstance(error, OSError):
        _print_no_more()
    elif as_json:
        from sharpen.cli.terminal.console import print_json

        print_json({"error": getattr(error, "message", None) or message(error)})


def _flush() -> None:
    """Write what was printed. Raises OSError, which says so when that fails: on a full disk, it does only now."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OSError(error.errno, error.strerror, "standard output") from error


def _print_no_more() -> None:
    """What is still to be written would fail again, when Python ends."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _unread() -> int:
    """`sharpen list | head`: nobody reads on, and what is left to write must not fail when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return 2


def _stopped() -> int:
    print("\nStopped.", file=sys.stderr)
    return 2


if __name__ == "__main__":
    main()
