"""What engine, service and extension are held to, in ratios where a peer ran in the same run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Aim:
    """One measured figure and the bound that it is held to."""

    what: str
    measured: float
    bound: float
    unit: str = "x"
    least: bool = False
    """Whether the bound is the least that will do; else it is the most."""

    @property
    def met(self) -> bool:
        """Whether the figure keeps its bound."""
        return self.measured >= self.bound if self.least else self.measured <= self.bound

    def __str__(self) -> str:
        side = "at least" if self.least else "at most"
        verdict = "met" if self.met else "not met"
        figure = f"{self.measured:.2f} {self.unit}"
        return f"{self.what:58}{figure:>12}  {side:>8} {self.bound:g} {self.unit}: {verdict}"


def show(aims: list[Aim]) -> None:
    """Print every aim with what was measured, and how many are met."""
    print("\nAims")
    for aim in aims:
        print(f"  {aim}")
    print(f"  {sum(aim.met for aim in aims)} of {len(aims)} met")
