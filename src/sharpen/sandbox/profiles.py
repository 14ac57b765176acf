"""What each profile finds imported, and how it is warmed up before the first submission."""

import importlib
import os
import sys

from sharpen.domain.problem import Profile
from sharpen.sandbox import tensors

STDLIB = [
    "abc",
    "array",
    "ast",
    "base64",
    "binascii",
    "bisect",
    "collections.abc",
    "contextlib",
    "copy",
    "csv",
    "ctypes",
    "dataclasses",
    "datetime",
    "decimal",
    "difflib",
    "enum",
    "fractions",
    "functools",
    "gc",
    "hashlib",
    "heapq",
    "hmac",
    "inspect",
    "io",
    "itertools",
    "json",
    "keyword",
    "linecache",
    "math",
    "operator",
    "pprint",
    "queue",
    "random",
    "re",
    "reprlib",
    "secrets",
    "statistics",
    "string",
    "struct",
    "textwrap",
    "threading",
    "time",
    "timeit",
    "tokenize",
    "traceback",
    "types",
    "typing",
    "unicodedata",
    "unittest",
    "uuid",
    "warnings",
    "weakref",
    "zlib",
]
NUMPY = [
    "numpy",
    "numpy.linalg",
    "numpy.random",
    "numpy.fft",
    "numpy.ma",
    "numpy.polynomial",
    "numpy.testing",
]
SCIPY = [
    "scipy",
    "scipy.linalg",
    "scipy.sparse",
    "scipy.sparse.linalg",
    "scipy.special",
    "scipy.spatial.distance",
    "scipy.optimize",
    "scipy.stats",
]
SKLEARN = [
    "joblib",
    "threadpoolctl",
    "sklearn.calibration",
    "sklearn.cluster",
    "sklearn.decomposition",
    "sklearn.ensemble",
    "sklearn.feature_extraction",
    "sklearn.feature_extraction.text",
    "sklearn.isotonic",
    "sklearn.linear_model",
    "sklearn.metrics",
    "sklearn.naive_bayes",
    "sklearn.neighbors",
    "sklearn.preprocessing",
]
IMPLICIT = ["implicit", "implicit.als", "implicit.bpr", "implicit.nearest_neighbours", "implicit.evaluation"]
MODULES = {
    "numpy": NUMPY,
    "scipy": SCIPY,
    "torch": ["torch", "torch.nn.functional", "torch.optim"],
    "sklearn": SKLEARN,
    "lightgbm": ["lightgbm"],
    "implicit": IMPLICIT,
    "bm25s": ["bm25s"],
}
"""By package: the modules of it that are imported before the first submission."""

THREADS = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "NUMEXPR_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)


PYTHON = (sys.executable, "-E", "-P", "-B")
"""How the judge's processes are started: neither a folder of the learner's nor a variable decides what they import.
Not -I, which would leave out what `pip install --user` installed."""


def environment() -> dict[str, str]:
    """The environment a zygote starts in: one thread for every library, because threads do not survive a fork."""
    return {
        **dict.fromkeys(THREADS, "1"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "LC_ALL": "C.UTF-8",
        "HOME": os.environ.get("HOME", "/nonexistent"),  # where `pip install --user` puts packages
    }


def warm(profile: Profile) -> None:
    """Import everything the profile offers and take the cost of first uses. Raises ImportError."""
    for name in (*STDLIB, *(module for package in profile.packages for module in MODULES[package])):
        importlib.import_module(name)
    if profile is not Profile.STDLIB:
        _warm_numpy()
    if profile is Profile.TORCH:
        _warm_torch()
    if profile is Profile.LAB:
        _warm_lab()
    os.environ.clear()
    if profile is Profile.LAB:
        os.environ["OMP_NUM_THREADS"] = "1"  # else scikit-learn asks the machine, which a child may not


def _warm_numpy() -> None:
    import numpy as np

    a = np.eye(3)
    np.linalg.solve(a @ a, a)
    np.linalg.eigh(a)
    np.linalg.svd(a)
    np.linalg.lstsq(a, a, rcond=None)
    np.random.default_rng(0).normal(size=3)
    np.einsum("ij,jk->ik", a, a)
    np.array2string(a)
    np.add.at(a, ([0], [0]), 1.0)
    np.unique(a, axis=0)
    np.sort(a)
    np.median(a)


def _warm_torch() -> None:
    torch = importlib.import_module("torch")
    torch.set_num_threads(1)
    torch.set_num_interop_threads(1)
    tensors.rehearse()
    # The first optimizer imports what a child may not.
    torch.optim.SGD([torch.ones(1, requires_grad=True)], lr=0.1)


def _warm_lab() -> None:
    """Let scikit-learn and implicit look once at the machine's processors and at the BLAS: a child may not."""
    import numpy as np

    cluster, als = importlib.import_module("sklearn.cluster"), importlib.import_module("implicit.als")
    sparse = importlib.import_module("scipy.sparse")
    cluster.KMeans(2, n_init=1, random_state=0).fit(np.eye(4))
    model = als.AlternatingLeastSquares(2, iterations=1, num_threads=1, random_state=0)
    model.fit(sparse.csr_matrix(np.eye(4, dtype=np.float32)), show_progress=False)
