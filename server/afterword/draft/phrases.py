"""Find many phrases in one pass over the words of a text: one look-up a word, however many.

How a phrase is written stands in `draft.phrase_tree`. Before the first gap of a phrase, every
beginning that is still open moves on together with each word, as one state of an automaton that is
built where texts lead it. Only where words before a gap have been found are those behind it looked
for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from afterword.draft.memory import remember
from afterword.draft.model import Span
from afterword.draft.phrase_tree import ANYWHERE, BEGINS, ENDS, WHOLE, Node, grow, joined
from afterword.draft.tokens import STOP, Tokens

_KEPT = 200
"""Words of a sentence above which its matches are not remembered."""

Hit = tuple[str, int, int]
"""Label, first and last word of a phrase found in bare words."""


class Match(NamedTuple):
    """One phrase found: its label, its tokens `first` to `last` and their characters."""

    label: str
    first: int
    last: int
    span: Span


_Behind = dict[str, list[tuple[int, Node, int, str | None]]]
"""By words that may follow a gap: its width, the place it leads to, the words before it, and the
label where that word is its last. Shared by many states, and never written once it is whole."""


class _State:
    """What may be under way after a word: each place with the number of words that led to it.

    All but the places is worked out when a text first leads here: to most states none ever does.
    """

    __slots__ = tuple("behind bound far free next places quiet settled tells window".split())

    def __init__(self, places: tuple[tuple[Node, int], ...]) -> None:
        self.places = places
        self.settled = False
        self.quiet = False
        """Whether it is known that nothing ends here and nothing goes on behind a gap."""

    def settle(self, following: dict[str, _State], behind: _Behind) -> None:
        """Keep what may follow, directly and `behind` a gap, and work out what ends here.

        Two threads may do so at the same time; nothing is set before it is whole.
        """
        self.next = following
        """The states to which words lead that go on with a phrase."""
        ends = [end for node, _ in self.places for end in node.labels.items()]
        self.free = frozenset(label for label, where in ends if where & ANYWHERE)
        """Labels that end here wherever they stand."""
        self.bound = any(not where & ANYWHERE for _, where in ends)
        self.tells = bool(ends)
        self.behind = behind
        self.far = behind.keys()
        self.window = 1 + max((most for node, _ in self.places for most in node.gaps), default=-1)
        """Words behind this one among which one of these has to be."""
        self.quiet = not (self.tells or self.window)
        self.settled = True


class Phrases:
    """A set of labelled phrases, ready to be found. Made once by `compile`; never changes."""

    def __init__(self, root: Node, labels: frozenset[str]) -> None:
        self.all = labels
        """The labels of all phrases."""
        self._root = root
        self._states: dict[tuple[tuple[Node, int], ...], _State] = {}
        self._ahead: dict[tuple[Node, int], _Behind] = {}
        self._start = self._state(())
        self._firsts = {word: self._state(((node, 1),)) for word, node in root.following().items()}
        self._settle(self._start)

    @classmethod
    def compile(
        cls,
        phrases: Iterable[tuple[str, str]],
        sets: Mapping[str, Iterable[str]] | None = None,
    ) -> Phrases:
        """Build from (label, phrase) pairs and the named word sets that phrases refer to.

        Raises ValueError, naming the phrase, for one that cannot be read.
        """
        pairs = list(phrases)
        return cls(grow(pairs, sets or {}), frozenset(label for label, _ in pairs))

    @classmethod
    def joined(cls, several: Sequence[Phrases]) -> Phrases:
        """Return one set of the phrases of several, which are then found in one pass."""
        labels = frozenset[str]().union(*(phrases.all for phrases in several))
        return cls(joined([phrases._root for phrases in several]), labels)

    def find(self, tokens: Tokens) -> list[Match]:
        """Return the matches in order of their beginning; per label and beginning the longest.

        Matches of one label may overlap. Takes time linear in the number of tokens; pieces that
        are known to hold none of these phrases are passed over.
        """
        return [match for matches in self.by_piece(tokens) for match in matches]

    def by_piece(self, tokens: Tokens) -> Iterator[list[Match]]:
        """Yield what `find` returns, piece by piece: who reads on no further pays no more."""
        for base, piece in zip(tokens.firsts, tokens.pieces, strict=False):
            if piece.labels is None or not self.all.isdisjoint(piece.labels):
                words = piece.words
                yield [
                    Match(label, base + first, base + last, piece.span(first, last))
                    for label, first, last in (
                        _hits(self, words) if len(words) <= _KEPT else self.hits(words)
                    )
                ]

    def hits(self, words: tuple[str, ...]) -> list[Hit]:
        """Return where phrases stand in bare words; what `find` is made of."""
        hits: list[Hit] = []
        for base, sentence in _sentences(words):
            found: _Found = {}
            told = self._told(sentence)
            for at, state in told:
                _end(state, sentence, at, found)
            for at, state in reversed(told):
                waiting: list[_Leap] = []
                _leap(state, sentence[at + 1 : at + 1 + state.window], at + 1, waiting, None)
                _walk(waiting, sentence, found)
            ends = [(label, base + first, base + last) for (first, label), last in found.items()]
            hits += sorted(ends, key=lambda hit: hit[1])
        return hits

    def labels(self, words: tuple[str, ...]) -> set[str]:
        """Return only which labels occur, for callers that need no places.

        Every sentence goes through here: it walks like `_told`, and tells at each word what ends.
        """
        labels = set[str]()
        firsts = self._firsts
        for _, sentence in _sentences(words):
            found: _Found = {}
            waiting: list[_Leap] = []
            state = start = self._start
            for after, word in enumerate(sentence, 1):
                state = state.next.get(word) or firsts.get(word, start)
                if state.quiet:
                    continue
                if not state.settled:
                    self._settle(state)
                if state.tells:
                    labels |= state.free
                    if state.bound:
                        _end(state, sentence, after - 1, found)
                near = sentence[after : after + state.window]
                if near and not state.far.isdisjoint(near):
                    _leap(state, near, after, waiting, labels)
            if waiting:
                _walk(waiting, sentence, found)
            if found:
                labels.update([label for _, label in found])
        return labels

    def _told(self, words: tuple[str, ...]) -> list[tuple[int, _State]]:
        """Return the states along the words in which something ends or goes on behind a gap."""
        firsts = self._firsts
        state = start = self._start
        told: list[tuple[int, _State]] = []
        for after, word in enumerate(words, 1):
            state = state.next.get(word) or firsts.get(word, start)
            if not state.settled:
                self._settle(state)
            if state.tells or (
                state.window and not state.far.isdisjoint(words[after : after + state.window])
            ):
                told.append((after - 1, state))
        return told

    def _settle(self, state: _State) -> None:
        going: dict[str, list[tuple[Node, int]]] = {}
        for node, depth in state.places:
            for word, following in node.following().items():
                going.setdefault(word, []).append((following, depth + 1))
        far = [self._far(place) for place in state.places if place[0].gaps]
        state.settle(
            {word: self._state((*places, *self._begun(word))) for word, places in going.items()},
            _together(far),
        )

    def _far(self, place: tuple[Node, int]) -> _Behind:
        """Return what goes on behind a gap at one place: the same for each state that it is in."""
        if place not in self._ahead:
            node, depth = place
            behind = node.behind()
            drawn = {
                ways: [(most, to, depth, _only_label(to)) for most, to in ways]
                for ways in set(behind.values())
            }
            self._ahead[place] = {word: drawn[ways] for word, ways in behind.items()}
        return self._ahead[place]

    def _begun(self, word: str) -> tuple[tuple[Node, int], ...]:
        begun = self._firsts.get(word)
        return begun.places if begun else ()

    def _state(self, places: tuple[tuple[Node, int], ...]) -> _State:
        known = self._states.get(places)
        if known is None:
            known = self._states[places] = _State(places)
        return known


@remember(128)
def _hits(phrases: Phrases, words: tuple[str, ...]) -> tuple[Hit, ...]:
    return tuple(phrases.hits(words))


_Found = dict[tuple[int, str], int]
"""By first word and label, the farthest last word."""


def _sentences(words: tuple[str, ...]) -> list[tuple[int, tuple[str, ...]]]:
    """Return each sentence, closed by its one `STOP`, with the place of its first word."""
    if words[-1:] != (STOP,):
        words = (*words, STOP)
    if words.count(STOP) == 1:
        return [(0, words)]
    stops = [at + 1 for at, word in enumerate(words) if word == STOP]
    return [(start, words[start:stop]) for start, stop in zip([0, *stops], stops, strict=False)]


def _end(state: _State, words: tuple[str, ...], at: int, found: _Found) -> None:
    """Note the phrases that end with word `at`."""
    for node, depth in state.places:
        if node.labels:
            _note(node, words, at - depth + 1, at, found)


def _together(several: list[_Behind]) -> _Behind:
    """Return what goes on behind the gaps of several places, copying no more than it must."""
    if len(several) < 2:
        return several[0] if several else {}
    behind = dict(several[0])
    for one in several[1:]:
        for word, ways in one.items():
            behind[word] = [*behind[word], *ways] if word in behind else ways
    return behind


_Leap = tuple[Node, int, int]
"""A place behind a gap, the word that led there and the first word of its phrase."""


def _only_label(place: Node) -> str | None:
    """Return the label of a place that has one, wherever it stands, and where nothing goes on."""
    if place.goes_on() or len(place.labels) != 1:
        return None
    [(label, where)] = place.labels.items()
    return label if where & ANYWHERE else None


def _leap(
    state: _State,
    near: tuple[str, ...],
    start: int,
    waiting: list[_Leap],
    labels: set[str] | None,
) -> None:
    """Note in `waiting` where phrases go on behind a gap, in the words `near` from `start` on.

    Most end with the very word there: where no places are asked, those go to `labels` at once.
    """
    behind = state.behind
    for skipped, word in enumerate(near):
        if word in behind:
            for most, place, depth, label in behind[word]:
                if skipped > most:
                    continue
                if label and labels is not None:
                    labels.add(label)
                else:
                    waiting.append((place, start + skipped, start - depth))


def _walk(waiting: list[_Leap], words: tuple[str, ...], found: _Found) -> None:
    """Follow phrases that go on behind a gap to their ends."""
    while waiting:
        place, at, first = waiting.pop()
        following: Node | None = place
        while following is not None:
            place = following
            if place.labels:
                _note(place, words, first, at, found)
            at += 1
            if place.gaps:
                _wait(place, words, at, first, waiting)
            following = place.following().get(words[at])


def _wait(place: Node, words: tuple[str, ...], at: int, first: int, waiting: list[_Leap]) -> None:
    """Note what goes on behind a gap at `place`, within the next words from `at` on."""
    behind = place.behind()
    near = words[at : at + max(place.gaps) + 1]
    if behind.keys().isdisjoint(near):
        return
    for skipped, word in enumerate(near):
        if word in behind:
            for most, after in behind[word]:
                if skipped <= most:
                    waiting.append((after, at + skipped, first))


def _note(node: Node, words: tuple[str, ...], first: int, at: int, found: _Found) -> None:
    """Note what ends at `node`, if it may stand there in its sentence."""
    here = ANYWHERE if first else ANYWHERE | BEGINS
    if words[at + 1] == STOP:
        here |= ENDS if first else ENDS | WHOLE
    for label, where in node.labels.items():
        if where & here and found.get((first, label), -1) < at:
            found[first, label] = at
