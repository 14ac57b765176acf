from collections.abc import Iterator
from pathlib import Path

import pytest
from jupyter_client.manager import start_new_kernel

from tests.api.notebook import Notebook

EXTRA = Path(__file__).parents[1] / "practice" / "content"


@pytest.fixture(scope="module")
def kernel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notebook]:
    """One kernel for the notebooks of a module, with a data folder of its own."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("kernel")
        patch.setenv("SHARPEN_HOME", str(folder / "home"))
        patch.setenv("SHARPEN_CONTENT", str(EXTRA))
        patch.setenv("IPYTHONDIR", str(folder / "ipython"))
        patch.setenv("JUPYTER_RUNTIME_DIR", str(folder / "runtime"))
        manager, client = start_new_kernel(cwd=str(folder))
        try:
            yield Notebook(client)
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)


@pytest.fixture
def notebook(kernel: Notebook) -> Notebook:
    """An empty notebook in which `check` is imported."""
    kernel.all("%reset -f", "from sharpen import check")
    return kernel
