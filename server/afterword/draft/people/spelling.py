"""How far apart two words are, letter by letter."""

from __future__ import annotations

LONGEST_WORD = 40
"""Letters of a word that is compared; a name has no longer one."""


def distance(one: str, two: str, limit: int) -> int:
    """Count the letters to insert, drop, change or swap; stop counting above `limit`."""
    if abs(len(one) - len(two)) > limit or max(len(one), len(two)) > LONGEST_WORD:
        return limit + 1
    letters, others = set(one), set(two)
    if len(letters - others) > limit or len(others - letters) > limit:
        return limit + 1  # a change mends one letter that the other has not
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, char in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, other in enumerate(two, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (char != other))
            if i > 1 and j > 1 and char == two[j - 2] and one[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def crossed(one: str, two: str) -> bool:
    """Tell whether two letters around another one have changed places: “Nwuso” for Nwosu."""
    if len(one) != len(two) or one[0] != two[0]:
        return False
    apart = [at for at, char in enumerate(one) if char != two[at]]
    if len(apart) != 2 or apart[1] - apart[0] != 2:
        return False
    first, last = apart
    return one[first] == two[last] and one[last] == two[first]
