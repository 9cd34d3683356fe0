"""Length and blocks."""

from __future__ import annotations

import pytest

from afterword.draft.parse import parse
from tests.checks.notes import TY, found, note


def test_a_long_note() -> None:
    assert found("too-long", note("I like it. " * 90)) == []
    assert len(found("too-long", note("I like it. " * 110))) == 1


def test_a_short_note() -> None:
    assert len(found("too-short", note())) == 1
    assert (
        found("too-short", note("I would be glad to bring my seven years with slow data. " * 3))
        == []
    )


def test_an_answer_below_its_question_may_stand_before_the_thanks() -> None:
    answers = "> {}\n\nIn May. I asked my head. She agrees.\n\n> {}\n\nYes, in Leeds.{}"
    questions = ("When can you start?", "Would you move?", "\n\nThank you for the hour today.")
    text = "Dear Dana,\n\nHere are my answers.\n\n{}\n\nBest,\nPriya Nair"
    draft = parse("Re: Two questions", text.format(answers.format(*questions)), TY)
    assert found("late-gratitude", draft) == []
    plain = answers.replace("> {}\n\n", "").format(questions[2])
    draft = parse("Re: Two questions", text.format(plain), TY)
    assert found("late-gratitude", draft) == ["Thank you for the hour today."]


@pytest.mark.parametrize("thanks", ["Diolch yn fawr", "Maraming salamat po", "Merci"])
def test_thanks_in_another_language_are_thanks(thanks: str) -> None:
    text = f"Dear Dana,\n\n{thanks} for the hour.\n\nKind regards,\nPriya Nair"
    assert found("no-gratitude", parse("", text, TY)) == []


def test_thanks_above_the_name_are_not_called_none() -> None:
    text = "Dear Dana,\n\nYour loads run at night.\n\n{}\nPriya Nair"
    for close, said in (
        ("Thanks so much, sorry again!", "Only your sign-off thanks them."),
        ("Kind regards,", "No sentence thanks them yet."),
    ):
        (told,) = found("no-gratitude", parse("", text.format(close), TY))
        assert told.startswith(said)


def test_a_few_words_too_few_are_not_counted_out() -> None:
    for more, said in ((24, "has 39 words"), (25, "is nearly long enough"), (30, "")):
        told = "".join(found("too-short", note(" ".join(["like"] * more) + ".")))
        assert said in told if said else not told


def test_a_block() -> None:
    block = "I like the way you watch the loads at night. " * 12
    assert len(found("dense-block", note(block))) == 1
    assert found("dense-block", note(block.replace("night. I", "night.\n\nI", 6))) == []
