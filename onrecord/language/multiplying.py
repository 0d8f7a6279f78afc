"""Multiplies the model's matrices with numpy's own library, which knows newer processors than the model's does.

Half the time of a parse is spent there. One thread of OpenBLAS needs a third of the time; a second thread only waits.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, TypeVar

Result = TypeVar("Result")

_NAMES = (  # as numpy's wheels call OpenBLAS's functions, and as distributions do
    "scipy_openblas_{}_num_threads64_",
    "openblas_{}_num_threads64_",
    "openblas_{}_num_threads",
)


@dataclass(frozen=True, slots=True)
class Threads:
    """The switch of numpy's library: how many threads a product takes, and a way to set that."""

    count: Callable[[], int]
    limit: Callable[[int], object]


def multiply_by_numpy(model: Any) -> Threads | None:
    """Let numpy multiply the model's matrices, if it does so by OpenBLAS; None, and nothing changed, if it does not."""
    threads = find_threads(str(import_module("numpy._core._multiarray_umath").__file__))
    if threads is None:
        return None
    from thinc.api import NumpyOps

    plain = NumpyOps(use_blis=False)
    for _, component in model.pipeline:
        for layer in component.model.walk():
            layer.ops = plain
    return threads


def find_threads(file: str) -> Threads | None:
    """Return the switch of the OpenBLAS that a compiled file is linked with."""
    library = ctypes.CDLL(file)
    for name in _NAMES:
        count, limit = (getattr(library, name.format(verb), None) for verb in ("get", "set"))
        if count and limit:
            return Threads(count, limit)
    return None


def in_one_thread(threads: Threads | None, work: Callable[[], Result]) -> Result:
    """Return what `work` returns, its products made in one thread; afterwards numpy has as many as before."""
    before = threads.count() if threads else 1
    if threads is None or before == 1:
        return work()
    threads.limit(1)
    try:
        return work()
    finally:
        threads.limit(before)
