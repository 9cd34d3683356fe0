"""What sentences do, what kind an email is, and that odd text neither stops nor slows it."""

from __future__ import annotations

import time
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.draft import moves
from afterword.draft.memory import forget
from afterword.draft.model import Context, Interview, Kind, Move, Person, Sentence, Span
from afterword.draft.moves import beside, labels
from afterword.draft.moves.labels import MAY
from afterword.draft.moves.reading import lexicon, read
from afterword.draft.parse import parse

SAID: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("sentences.toml").read_text("utf-8")
)
NONE = SAID.pop("none")
EMAILS = tomllib.loads(Path(__file__).with_name("kinds.toml").read_text("utf-8"))["email"]


def made(*texts: str, context: Context | None = None) -> tuple[frozenset[Move], ...]:
    """The moves of sentences that stand one after the other in one paragraph."""
    sentences: list[Sentence] = []
    for text in texts:
        start = sentences[-1].span.end + 1 if sentences else 0
        sentences.append(Sentence(Span(start, start + len(text)), text, 0))
    readings = [moves.read(sentence.text) for sentence in sentences]
    return moves.label(None, sentences, readings, context or Context())


def kind(subject: str | None, body: str) -> Kind:
    """The kind that the text of an email shows."""
    return parse(subject, body).kind


@pytest.mark.parametrize(
    ("move", "text"), [(move, text) for move, texts in SAID.items() for text in texts]
)
def test_a_sentence_makes_its_move(move: str, text: str) -> None:
    assert Move(move) in made(text)[0]


@pytest.mark.parametrize("text", NONE)
def test_a_plain_sentence_claims_nothing_of_weight(text: str) -> None:
    assert not made(text)[0] & {Move.GRATITUDE, Move.INTEREST, Move.FIT, Move.RECAP}


def test_last_thanks_close_the_email_and_first_ones_do_not() -> None:
    first, _, last = made(
        "Thank you for your time on Tuesday.",
        "I would love to join the crew.",
        "Thank you again for your time.",
    )
    assert first == {Move.GRATITUDE}
    assert last == {Move.GRATITUDE, Move.CLOSING_LINE}


@pytest.mark.parametrize(
    "text",
    [
        "I forgot to mention that I coached a youth team for three years.",
        "In the interview I failed to mention that I speak Spanish.",
        "There was something I did not get to mention: I ran the newsletter for two years.",
        "I should have mentioned that I worked with the same vendor at Globex.",
        "I also wanted to mention that I completed a course in project management last month.",
        "To answer your question about overtime, I am free on weekends.",
        "I am attaching my portfolio for your review.",
        "I have put together a short plan for the first ninety days.",
        "Upon reflection, I think the real bottleneck is the approval step.",
        "Let me correct something I said: the project took nine months, not six.",
    ],
)
def test_an_answer_is_heard_between_thanks_and_a_last_line(text: str) -> None:
    thanks = "Thank you for meeting with me yesterday about the Analyst position."
    last = "I look forward to hearing from you."
    body = f"Dear Ms. Lee,\n\n{thanks} {text}\n\n{last}\n\nSincerely,\nPriya Nair"
    assert Move.ANSWERS in parse("Thank you", body).moves[1]


@pytest.mark.parametrize(
    ("last", "moves"),
    [
        ("Thank you and God bless.", {Move.CLOSING_LINE}),
        ("Thank you, ma'am.", {Move.CLOSING_LINE}),
        ("Thank you!", {Move.CLOSING_LINE}),
        ("Thank you again!", {Move.GRATITUDE, Move.CLOSING_LINE}),
        ("Thank you and the team for the tour.", {Move.GRATITUDE, Move.CLOSING_LINE}),
    ],
)
def test_bare_thanks_at_the_end_only_close_the_email(last: str, moves: set[Move]) -> None:
    first = "Could you tell me when you expect to decide about the Data Engineer job?"
    made = parse("Interview", f"Dear Dana,\n\n{first}\n\n{last}\n\nBest,\nPriya Nair").moves[-1]
    assert made - {Move.RECAP} == moves


def test_a_request_is_no_thanks() -> None:
    assert Move.GRATITUDE not in made("I would be grateful for any news.")[0]


def test_an_answer_goes_on_until_something_else_is_said() -> None:
    told = made(
        "You asked how I would count the birds.",
        "Two people walk the same line an hour apart.",
        "The second one does not see the notes of the first.",
        "I would love to do it with you.",
    )
    assert [Move.ANSWERS in one for one in told] == [True, True, True, False]


@pytest.mark.parametrize(
    ("subject", "announces"),
    [
        ("A correction to my answer about the pumps", True),
        ("The certificate you asked for", True),
        ("Re: The certificate you asked for", False),
        ("Thank you – Data Engineer interview", False),
        ("", False),
        (None, False),
    ],
)
def test_a_subject_announces_an_answer(subject: str | None, announces: bool) -> None:
    assert labels.announces(subject) is announces


def test_a_topic_of_the_card_is_a_recap_when_it_is_taken_up() -> None:
    text = "Moving the night loads to streaming will free the mornings."
    card = Context(interview=Interview(topics=("moving night loads to streaming",)))
    assert Move.RECAP not in made(text)[0]
    assert Move.RECAP in made(text, context=card)[0]


def test_what_an_interviewer_says_is_a_recap() -> None:
    text = "Imani mentioned the leak."
    card = Context(interview=Interview(interviewers=(Person("Imani Diallo"),)))
    assert Move.RECAP in made(text, context=card)[0]


def test_the_role_and_the_company_alone_are_no_recap() -> None:
    card = Context(interview=Interview(company="Aldersgate Tin", role="Furnace Keeper"))
    text = "You told me about the Furnace Keeper position at Aldersgate Tin."
    assert Move.RECAP not in made(text, context=card)[0]


@pytest.mark.parametrize(
    ("subject", "body", "expected"),
    [
        (
            None,
            "Dear Ms. Rao,\n\nThank you for seeing me today about the baker's post. I would love"
            " to work with you.\n\nBest,\nOle Dahl",
            Kind.THANK_YOU,
        ),
        (
            "Hello again",
            "Hi Mr. Reyes,\n\nThis is Jocelyn, we talked last Monday about the front desk job. I"
            " was wondering if you have picked anyone yet.\n\nThank you,\nJocelyn",
            Kind.FOLLOW_UP,
        ),
        (
            "Interview",
            "Dear Ada,\n\nwe would like to invite you to an interview on Thursday. Please confirm"
            " that the time suits you.\n\nRegards,\nHR",
            Kind.OTHER,
        ),
        (
            "Re: Interview",
            "Dear Ms. Tran,\n\nI am very excited about the opportunity to interview for the role."
            " Wednesday works perfectly for me.\n\nBest,\nCarmen Ruiz",
            Kind.OTHER,
        ),
        (
            "Your offer",
            "Dear Mr. Olsen,\n\nThank you for offering me the position. I am happy to accept."
            "\n\nSincerely,\nNora Lie",
            Kind.OTHER,
        ),
        (
            "Thank you for the scarf",
            "Dear Aunt Ngozi,\n\nthank you for the scarf. I wear it to work every day."
            "\n\nLove,\nAda",
            Kind.OTHER,
        ),
        (None, "", Kind.OTHER),
    ],
)
def test_kind(subject: str | None, body: str, expected: Kind) -> None:
    assert kind(subject, body) is expected


@pytest.mark.parametrize("email", EMAILS, ids=lambda email: email.get("subject", "no subject"))
def test_an_email_is_told_from_its_look_alikes(email: dict[str, str]) -> None:
    said = kind(email.get("subject"), email["body"])
    assert (said is not Kind.OTHER) == email["post"]


def test_the_caller_names_the_kind() -> None:
    context = Context(kind=Kind.FOLLOW_UP, now=datetime(2026, 3, 1, tzinfo=UTC))
    assert parse(None, "", context).kind is Kind.FOLLOW_UP


@given(st.lists(st.text(max_size=200), max_size=8), st.text(max_size=60))
def test_any_text_is_labelled(texts: list[str], subject: str) -> None:
    sentences = tuple(Sentence(Span(0, len(text)), text, 0) for text in texts)
    readings = [moves.read(sentence.text) for sentence in sentences]
    labels = moves.label(None, sentences, readings, Context(interview=Interview(topics=(subject,))))
    assert len(labels) == len(sentences)
    assert moves.kind(subject, readings, frozenset().union(*labels)) in Kind


@pytest.mark.parametrize(
    "text",
    [
        *("a" * 20_000, "a." * 10_000, " " * 20_000, "'" * 20_000, "\n " * 10_000),
        *("." * 20_000, "(" * 20_000, "9" * 20_000, "i " * 10_000, "thank you " * 2_000),
        "the way you " * 1_700,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_time_grows_no_faster_than_the_text(text: str) -> None:
    def seconds(part: str) -> float:
        best = 60.0
        for _ in range(3):
            forget()
            begin = time.process_time()
            made(part)
            best = min(best, time.process_time() - begin)
        return best

    lexicon()
    seconds(text)
    assert seconds(text) <= 40 * max(seconds(text[:2_000]), 0.0005)


def test_a_word_of_chats_is_read_as_the_words_it_stands_for() -> None:
    plain = read("I am going to bring my samples, I have to and want to.")
    assert read("I am gonna bring my samples, I gotta and wanna.").words == plain.words


def test_every_cue_has_its_use() -> None:
    known = lexicon()
    named = set(known.weights) | set(known.posts)
    pairs = {*known.pairs, *(second for some in known.pairs.values() for second, _ in some)}
    assert pairs <= named | {"@specific", "@very-specific"}
    may = {MAY + move for move in Move}
    for name, weights in known.weights.items():
        code = {"again", "consideration", "short-thanks", "forward-work", "@short", beside.RAISED}
        assert weights or name in pairs or name in code or name in may, name
