"""pdfium's functions, asked by plain addresses: what is asked of every line and object costs thrice as much wrapped."""

from __future__ import annotations

import ctypes
from collections.abc import Callable

ADDRESS, NUMBER, LENGTH = ctypes.c_void_p, ctypes.c_int, ctypes.c_ulong
Kind = type[ctypes.c_void_p] | type[ctypes.c_int] | type[ctypes.c_ulong]


def function(name: str, result: Kind, *arguments: Kind) -> Callable[..., int]:
    """pdfium's function of this name; addresses go in and come out as numbers, None for none."""
    import pypdfium2.raw as pdfium

    address = ctypes.cast(getattr(pdfium, name), ADDRESS).value
    return ctypes.CFUNCTYPE(result, *arguments)(address or 0)


def address(handle: object) -> int:
    """The address that a handle of pypdfium2 stands for."""
    return ctypes.cast(handle, ADDRESS).value or 0  # type: ignore[arg-type]
