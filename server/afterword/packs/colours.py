"""The colours of the design, and whether words in a pack's colours can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product

from afterword.packs.model import Colours, Scheme

LEAST = 4.5
"""Contrast of text, by WCAG 2.2, success criterion 1.4.3 (level AA)."""
HEX = re.compile(r"#[0-9a-f]{6}")
PAIRS = (
    *product(("ink", "ink-soft", "accent"), ("paper", "surface")),
    ("ink", "sunken"),
    ("ink", "accent-wash"),
    ("accent", "accent-wash"),
    ("accent-ink", "accent"),
)
"""Words and the ground they stand on, as site, panel and popup draw them."""
_DECLARED = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")
_DARK = "@media (prefers-color-scheme: dark)"


def palette(tokens: str) -> dict[Scheme, dict[str, str]]:
    """Return the colours that a file of design tokens declares, by scheme."""
    light, _, dark = tokens.partition(_DARK)
    return {"light": dict(_DECLARED.findall(light)), "dark": dict(_DECLARED.findall(dark))}


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours such as `#17505a`, from 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((_luminance(first), _luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def faint(colours: Mapping[str, str]) -> Iterator[tuple[str, str, float]]:
    """Yield every pair of one scheme that cannot be read well: words, ground, contrast."""
    for words, ground in PAIRS:
        found = contrast(colours[words], colours[ground])
        if found < LEAST:
            yield words, ground, found


def sheet(colours: Colours) -> str:
    """Return a style sheet that lays colours over those of the design; "" without any."""
    light, dark = (
        "".join(f"--{name}:{value};" for name, value in colours.get(scheme, {}).items())
        for scheme in ("light", "dark")
    )
    rules = f":root,:host{{{light}}}" if light else ""
    return rules + (f"{_DARK}{{:root,:host{{{dark}}}}}" if dark else "")


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
