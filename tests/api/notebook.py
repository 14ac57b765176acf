"""A notebook: a real kernel, which runs cells as Jupyter does."""

from dataclasses import dataclass, field
from typing import Any

from jupyter_client.blocking.client import BlockingKernelClient


@dataclass
class Output:
    """What a cell showed: what was printed, its result, what was displayed, in order, and the error."""

    printed: str = ""
    result: str = ""
    shown: list[str] = field(default_factory=list)
    error: str = ""


@dataclass
class Notebook:
    """Cells run one after the other in one kernel."""

    client: BlockingKernelClient

    def run(self, cell: str) -> Output:
        """Run a cell and wait for its end."""
        output = Output()

        def take(message: dict[str, Any]) -> None:
            content = message["content"]
            match message["msg_type"]:
                case "stream":
                    output.printed += content["text"]
                case "execute_result":
                    output.result = content["data"]["text/plain"]
                case "display_data" | "update_display_data":
                    output.shown.append(content["data"]["text/plain"])
                case "error":
                    output.error = "\n".join(content["traceback"])

        self.client.execute_interactive(cell, output_hook=take, timeout=120)
        return output

    def all(self, *cells: str) -> Output:
        """Run cells that must not fail but for the last, and return what that one showed."""
        *before, last = [self.run(cell) for cell in cells]
        assert not [output.error for output in before if output.error]
        return last
