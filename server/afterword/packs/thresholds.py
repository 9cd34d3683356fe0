"""A pack's numbers in place of the defaults of checks, for service, site and panel alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from afterword.content.errors import ContentError
from afterword.engine.model import Check, Registry
from afterword.packs.model import Pack, Threshold


def laid_over(registry: Registry, packs: Iterable[Pack]) -> Registry:
    """Return the registry with the thresholds of `packs` in it, the last pack on top.

    Raises ContentError for a check or an option that is not there.
    """
    checks = {id: entry.check for id, entry in registry.by_id.items()}
    for pack in packs:
        for threshold in pack.thresholds:
            checks[threshold.check] = _set(checks, pack, threshold)
    return Registry(
        tuple(replace(entry, check=checks[entry.check.id]) for entry in registry.entries)
    )


def _set(checks: dict[str, Check], pack: Pack, threshold: Threshold) -> Check:
    check = checks.get(threshold.check)
    if check is None:
        cure = "`afterword guidelines` lists all checks."
        raise ContentError(pack.file, threshold.line, f"There is no check {threshold.check}.", cure)
    option = check.options.get(threshold.option)
    if option is None:
        fault = f"{check.id} has no threshold `{threshold.option}`."
        cure = f"It has: {', '.join(check.options) or 'none'}."
        raise ContentError(pack.file, threshold.line, fault, cure)
    if isinstance(option.default, int) and not isinstance(threshold.value, int):
        fault = f"`{threshold.option}` counts whole {option.unit}."
        raise ContentError(pack.file, threshold.line, fault, "Write a whole number.")
    changed = replace(option, default=threshold.value)
    return replace(check, options={**check.options, threshold.option: changed})
