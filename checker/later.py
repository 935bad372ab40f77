"""Functions of modules that are imported when the function is first called: what a run does not use is not loaded."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any


def later(module: str, name: str) -> Callable[..., Any]:
    """The function called `name` of `module`, named in full; the architecture test sees these names as imports."""

    def call(*arguments: Any, **named: Any) -> Any:
        return getattr(import_module(module), name)(*arguments, **named)

    return call
