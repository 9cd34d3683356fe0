"""A logistic regression with a ridge: what each feature of examples says for what is true."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_array
from scipy.special import expit

from afterword.draft.moves.leanings import ANY

Vector = np.ndarray[tuple[int], np.dtype[np.float64]]


class Row(NamedTuple):
    """One example of one thing that is true or not."""

    names: Sequence[str]
    """Its features."""
    true: bool
    known: float = 0.0
    """What is known of it before, as the logarithm of odds."""
    counts: float = 1.0


class Table:
    """Which examples have which of the features named; made once for all that is asked of them."""

    def __init__(self, examples: Iterable[Sequence[str]], names: Sequence[str]) -> None:
        self._columns = {name: at for at, name in enumerate((ANY, *names))}
        known = self._columns
        held = [sorted({0, *(known[n] for n in one if n in known)}) for one in examples]
        ends = np.cumsum([0, *map(len, held)])
        shape = (len(held), len(known))
        self._held = csr_array((np.ones(ends[-1]), np.concatenate(held), ends), shape=shape)
        self._turned = self._held.T.tocsr()

    def weigh(self, rows: Sequence[Row], ridge: float) -> dict[str, float]:
        """Return the weight of each feature, and that of `ANY`; `rows` are in the examples' order.

        `ridge` holds large weights back.
        """
        held, turned = self._held, self._turned
        true = np.array([row.true for row in rows], float)
        known = np.array([row.known for row in rows])
        counts = np.array([row.counts for row in rows])
        pull = np.full(len(self._columns), ridge)
        pull[0] = 0.0

        def loss(weights: Vector) -> tuple[float, Vector]:
            total = held @ weights + known
            lost = counts @ (np.logaddexp(0.0, total) - true * total) + pull @ weights**2 / 2
            return float(lost), turned @ (counts * (expit(total) - true)) + pull * weights

        found = minimize(loss, np.zeros(len(pull)), jac=True, method="L-BFGS-B", tol=1e-6)
        return dict(zip(self._columns, map(float, found.x), strict=True))


def weigh(rows: Sequence[Row], names: Sequence[str], ridge: float) -> dict[str, float]:
    """Return the weight of each feature named, and that of `ANY`; see `Table.weigh`."""
    return Table([row.names for row in rows], names).weigh(rows, ridge)
