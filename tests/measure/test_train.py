"""The weights are whole, added up rightly, and learned from what sets examples apart."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from afterword.draft.model import Move
from afterword.draft.moves import beside, leanings
from afterword.draft.moves.reading import read
from afterword.draft.parse import parse
from tests.measure.corpus import own
from tests.measure.train import RIDGE, WEIGHTS, features, write
from tests.measure.weigh import Row, weigh

CLOSE = 0.1
"""What another machine's arithmetic may change in a weight."""
TEXTS = (
    "Thank you for your time on Tuesday.",
    "I ran the night desk for six years and know how quiet it is.",
    "Have you come to a decision?",
    "",
)


def test_every_row_has_a_weight_for_every_move() -> None:
    known = leanings.leanings().places
    assert {len(row) for row in known.values()} == {len(Move)}
    assert {
        "@any",
        "@first",
        "@second",
        "@middle",
        "@before-last",
        "@last",
    } <= known.keys()


@pytest.mark.parametrize("text", TEXTS)
def test_weights_are_added_as_they_stand(text: str) -> None:
    known = json.loads(WEIGHTS.read_text("utf-8"))["sentence"]
    reading = read(text)
    families = set(leanings.families(reading.distinct))
    pairs = {" ".join(pair) for pair in pairwise(reading.words)}
    cues = [leanings.CUE + cue for cue in reading.cues]
    names = ["@any", *reading.distinct, *families, *pairs, *cues, *reading.shape]
    rows = [known[name] for name in names if name in known]
    plain = [sum(column) for column in zip(*rows, strict=True)]
    leans = leanings.lean(reading.words, reading.distinct, reading.cues, reading.shape)
    assert leans == pytest.approx(plain)


def test_what_the_neighbours_do_is_added_as_it_stands() -> None:
    known = json.loads(WEIGHTS.read_text("utf-8"))["sentence"]
    thanks, nothing = frozenset({Move.GRATITUDE}), frozenset[Move]()
    names = ["@beside", "@after-gratitude", "@before-nothing"]
    three = [[1.0] * len(Move)] * 3
    for where, more in (
        (beside.Setting([False] * 3, [False] * 3, announced=False), []),
        (beside.Setting([False, True, False], [False] * 3, announced=False), ["@after-raised"]),
        (beside.Setting([False] * 3, [False, True, False], announced=False), ["@paragraph"]),
    ):
        rows = [known[name][: len(Move)] for name in (*names, *more)]
        plain = [1.0 + sum(column) for column in zip(*rows, strict=True)]
        leans = list(beside.leans(three, [thanks, nothing, nothing], where))
        assert leans[1] == pytest.approx(plain)
    alone = beside.Setting([False], [False], announced=False)
    assert list(beside.leans([plain], [thanks], alone)) == [plain]
    assert list(beside.leans([], [], alone)) == []


def test_a_question_that_was_raised_and_a_new_paragraph_are_told_to_the_next_sentence() -> None:
    draft = parse("", "You wondered about my German. It is fluent.\n\nThanks again.")
    where = beside.setting(draft.sentences, draft.readings, announced=False)
    assert (where.raised, where.begins) == ([False, True, False], [False, False, True])


@pytest.mark.parametrize("move", [move for move in Move if move is not Move.ANSWERS])
def test_no_move_speaks_for_itself_next_door(move: Move) -> None:
    known = leanings.leanings().places
    lane = list(Move).index(move)
    assert known[f"@after-{move}"][lane] == known[f"@before-{move}"][lane] == 0


def test_an_answer_goes_on() -> None:
    lane = list(Move).index(Move.ANSWERS)
    assert leanings.leanings().places["@after-answers"][lane] > 0.5


def test_a_raised_question_speaks_for_an_answer() -> None:
    lane = list(Move).index(Move.ANSWERS)
    assert leanings.leanings().places["@after-raised"][lane] > 0.5


def test_what_stands_around_a_sentence_says_nothing_of_the_kind_of_its_email() -> None:
    known = json.loads(WEIGHTS.read_text("utf-8"))["sentence"]
    for name in known:
        if name.startswith(("@beside", "@after-", "@before-", "@first", "@last")):
            assert known[name][len(Move) :] == [0.0, 0.0]


def test_a_sentence_speaks_for_the_kind_of_its_email() -> None:
    assert read("Thank you for interviewing me for the post.").post > 1
    assert read("Please find the agenda for our weekly meeting below.").post < -1
    assert read("Have you made a decision yet?").later > read("It was good to meet you.").later


def test_a_subject_announces_answers_alone() -> None:
    announced = leanings.leanings().places[beside.ANNOUNCED]
    spoken_for = {move for move, lean in zip(Move, announced, strict=True) if lean}
    assert spoken_for == {Move.ANSWERS}


def test_a_word_its_family_its_neighbours_and_its_cues_are_features() -> None:
    found = features(read("Thanks for the tour. Any decision yet?"))
    assert {"decision", "decis~", "decision yet", "@question", "#thank"} <= set(found)
    assert "tour any" not in found


def test_what_sets_examples_apart_weighs_most() -> None:
    rows = [Row(["thanks", "today"], True), Row(["news", "today"], False)] * 4
    weights = weigh(rows, ["news", "thanks", "today"], RIDGE)
    assert weights["thanks"] > 0.5 > abs(weights["today"])
    assert weights["news"] < -0.5


def test_what_the_cues_know_already_is_not_weighed_again() -> None:
    rows = [Row(["thanks"], True, known) for known in (0.0, 3.0)]
    rows += [Row(["news"], False)] * 2
    plain = [row._replace(known=0.0) for row in rows]
    names = ["news", "thanks"]
    assert weigh(rows, names, RIDGE)["thanks"] < weigh(plain, names, RIDGE)["thanks"]


def test_the_weights_are_those_of_the_labelled_emails(tmp_path: Path) -> None:
    path = tmp_path / "weights.json"
    write(own(), path)
    again, kept = (json.loads(one.read_text("utf-8")) for one in (path, WEIGHTS))
    advice = "emails, phrasings or cues have changed: run `python -m tests.measure.train`"
    for title, weights in kept.items():
        assert len(again[title].keys() ^ weights.keys()) <= len(weights) / 100, advice
        for name in again[title].keys() & weights.keys():
            assert again[title][name] == pytest.approx(weights[name], abs=CLOSE), advice
