"""Colours and whether they can be read: the contrast ratio of WCAG 2.2."""

from __future__ import annotations

import re

LEAST = 4.5
"""The contrast that words need with what they stand on."""


def is_colour(text: str) -> bool:
    """Whether `text` is a colour as #rrggbb."""
    return re.fullmatch("#[0-9a-fA-F]{6}", text) is not None


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours as #rrggbb, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
