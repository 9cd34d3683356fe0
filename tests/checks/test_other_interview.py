"""What belongs to another interview of the writer."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from afterword.draft.memory import forget
from afterword.draft.model import Interview, Person
from afterword.draft.parse import parse
from tests.checks.notes import CARD, DANA, TY, found, note, repaired
from tests.drafts import outcome, report

OTHER = replace(
    TY,
    other_interviews=(
        Interview((Person("Ronald Fraser"),), "Acorn House Ltd", "Playgroup Leader"),
        Interview((), "Indeed", "Analyst"),
        Interview((DANA,), "Acme Labs", "Data Engineer"),
    ),
)


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("I would love to work at Acorn House.", "Acorn House"),
        ("I look forward to working at Acorn House.", "Acorn House"),
        ("I saw BigAcorn House, and would love to work at Acorn House.", "Acorn House"),
        ("The Playgroup Leader role is the one I want.", "Playgroup Leader"),
        ("Please thank Ronald Fraser too.", "Ronald Fraser"),
        ("I look forward to hearing from Acorn House.", "Acorn House"),
        ("I would be glad to help at Indeed soon.", "Indeed"),
        ("I was glad to interview at Acorn House.", "Acorn House"),
        ("I was glad to hear of the role at Acorn House.", "Acorn House"),
        ("Thank you for your time at Acorn House.", "Acorn House"),
        ("I hope to begin my career at Acorn House.", "Acorn House"),
        ("I look forward to the Acorn House Playgroup Leader duties.", "Acorn House"),
        ("I am sure that Acorn House is the right place for me.", "Acorn House"),
        ("I hope to be your Playgroup Leader.", "Playgroup Leader"),
        ("I left your office eager to join Acorn House.", "Acorn House"),
        ("It strengthened my desire to work for Acorn House.", "Acorn House"),
        ("This is what I could offer to Acorn House from the outset.", "Acorn House"),
        ("I am convinced that I can serve Acorn House well.", "Acorn House"),
        ("It would make me happy to work at Acorn House Ltd.", "Acorn House Ltd"),
        ("I would be proud to represent Acorn House.", "Acorn House"),
        ("What Ronald Fraser said about the songs stayed with me.", "Ronald Fraser"),
        ("Ronald Fraser's question about naps was a good one.", "Ronald Fraser"),
        ("Ronald Fraser was so kind.", "Ronald Fraser"),
        ("Your colleague Ronald Fraser led me through the yard.", "Ronald Fraser"),
        ("I would like to join the Acorn House graduate scheme.", "Acorn House"),
        ("I would love to be part of a school like yours at Acorn House.", "Acorn House"),
        ("I look forward to my first week at Acorn House.", "Acorn House"),
        ("I have cooked six years and would love to work at Acorn House.", "Acorn House"),
        ("I made up my mind and want to work at Acorn House.", "Acorn House"),
        ("I would be thrilled to move on to the next round at Acorn House.", "Acorn House"),
        ("I want to join Acorn House and will be at your disposal from May.", "Acorn House"),
        ("I would love to join Acorn House, and I will be with you by May.", "Acorn House"),
        ("I hope to hear from you before Friday about the role at Acorn House.", "Acorn House"),
        ("I look forward to hearing from you first thing about Acorn House.", "Acorn House"),
        ("I would love to work at Acorn House, and my wife lives near.", "Acorn House"),
        ("I am thrilled to be invited to a second interview at Acorn House.", "Acorn House"),
    ],
)
def test_a_fact_of_another_card_is_marked(words: str, marked: str) -> None:
    assert found("other-interview", note(words, OTHER)) == [marked]


@pytest.mark.parametrize(
    "words",
    [
        "Indeed, I would love to.",
        "I have an offer from Acorn House, but your team is my first choice.",
        "In my current role as Playgroup Leader I plan the weeks.",
        "I worked at Acorn House for two years.",
        "I have been working at Acorn House since May.",
        "I read of your merger with Acorn House.",
        "I would love to work at Acme.",
        "I would love to work at Acme Labs, the part of Acme you lead.",
        "The Data Engineer role is the one I want.",
        "See https://acornhouse.example/Acorn for the plan.",
        "We grew acorns behind the house.",
        "I would like to withdraw, since I have accepted the Playgroup Leader role there.",
        "I have decided to take a role with Acorn House.",
        "My referee is Ronald Fraser.",
        "I have applied to Acorn House as well, but yours is where I want to be.",
        "Acorn House, where I trained, has no garden; I would love to join one that has.",
        "I expect to hear from Acorn House on Friday, and would rather come to you.",
        "I would love to do for you what I did for Acorn House.",
        "My notice at Acorn House is four weeks, so I could start in May.",
        "I have been with Acorn House for long, and would like a change.",
        "Ronald Fraser told me of your school.",
        "Ronald Fraser told me about Acme.",
        "It was Ronald Fraser who first told me that you look for somebody.",
        "I would bring the songs of Acorn House Records to the room.",
        "I should say that Acorn House would like me to decide by Friday.",
        "I am also talking to Acorn House, and would rather come to you.",
        "I enjoyed hearing about your years at Acorn House.",
        "Thank you for asking about my first project at Acorn House.",
        "I would be glad to use what I saw at Acorn House.",
        "I would be glad to show you the plan I made for Acorn House.",
        "I am happy to name a contact at Acorn House who knows my work.",
        "I would like to ask if you sell to Acorn House too.",
        "I spoke with Ronald Fraser yesterday, and he sends his best.",
        "I also met Ronald Fraser at the fair.",
        "Ronald Fraser sends his best wishes.",
        "I set up payments with Acorn House and would be glad to do it here.",
        "I would be happy to be paid with Acorn House.",
        "In my interview with Acorn House they asked the same.",
        "I learnt this from Ronald Fraser.",
        "Ronald Fraser, with whom I trained, would agree.",
        "You know Ronald Fraser, I believe.",
        "As your Playgroup Leader told me, the songs come first.",
        "I hope to become your Playgroup Leader's right hand.",
        "I know that Acorn House is in the next street.",
        "I am convinced that Acorn House sends you its hardest cases.",
        "I have a second interview with Acorn House on Friday, and yours is the job I want.",
        "The Playgroup Leader role you filled last year came up, too.",
        "Ronald Fraser wrote the songs that you sing.",
        "You and Ronald Fraser were at school together, you told me.",
        "You can call Ronald Fraser at his desk for a reference.",
        "I would not want to go back to Acorn House.",
        "I hope to bring the songs of Acorn House to your team.",
        "I learned to enjoy the noise at Acorn House.",
        "I learned at Acorn House that songs calm.",
        "I hope that the Acorn House deal goes through.",
        "You asked where else I am talking: to Acorn House, and you are my first choice.",
        "I hope to hear from Acorn House by Friday and would love to hear from you before.",
        "Acorn House wants my answer by Friday, so I would be grateful for a word.",
        "I said no to Acorn House because I hope to work with you.",
        "The work at Acorn House taught me to enjoy noise, and I hope to bring that to you.",
        "I am free from May, when my contract with Acorn House ends, and eager to start.",
        "I enjoyed hearing that you began at Acorn House too.",
        "You mentioned that you compete with Acorn House, and I was keen to hear how.",
        "I was impressed by how you won the contract for Acorn House.",
        "I hope your pitch to Acorn House goes well.",
        "I would be glad to introduce you to people at Acorn House.",
        "I have a trial day at Acorn House on Friday, but I want to work for you.",
        "I have been asked to visit Acorn House on Friday; would Thursday suit you as well?",
        "The interview at Acorn House last week was short, and I enjoyed yours far more.",
        "I missed the interview at Acorn House because I would rather work with you.",
        "I look forward to my last week at Acorn House, and then to May.",
        "My wife works at Acorn House, so we would be glad to move near you.",
        "My children went to Acorn House, so we would be glad to stay near.",
        "I would not join Acorn House for twice the money.",
        "I ran the counter at Acorn House for two years, and would be glad to do so again.",
        "My two years of reading aloud at Acorn House would, I hope, be of use.",
        "I set up a corner like that at Acorn House, and would enjoy doing it again.",
        "I still have the other one, with Acorn House on Wednesday, but I would sooner be here.",
    ],
)
def test_a_fact_named_on_purpose_is_left_alone(words: str) -> None:
    assert found("other-interview", note(words, OTHER)) == []


@pytest.mark.parametrize("form", ["ASA", "Co., Ltd.", "Pvt. Ltd", "Sdn Bhd", "Private Limited"])
def test_a_firm_is_known_without_its_legal_form(form: str) -> None:
    other = replace(TY, other_interviews=(Interview((), f"Acorn House {form}", None),))
    draft = note("I would love to work at Acorn House.", other)
    assert found("other-interview", draft) == ["Acorn House"]


def test_the_subject_is_read_too() -> None:
    draft = note(context=OTHER, subject="Thank you – Acorn House interview")
    assert found("other-interview", draft) == ["Acorn House"]
    assert repaired("other-interview", draft) == "Thank you – Acme interview"


@pytest.mark.parametrize("article", ["The", "the"])
def test_a_firm_with_an_article_is_replaced_with_it(article: str) -> None:
    other = Interview((), "The Harbour Trust Ltd", None)
    draft = note(f"I hope to join {article} Harbour Trust.", replace(TY, other_interviews=(other,)))
    assert "I hope to join Acme." in repaired("other-interview", draft)


def test_a_subject_may_begin_with_a_firm() -> None:
    context = replace(TY, other_interviews=(Interview((), "Globex"), Interview((), "Next")))
    draft = note(context=context, subject="Globex interview – thank you")
    assert repaired("other-interview", draft) == "Acme interview – thank you"
    assert found("other-interview", note(context=context, subject="Next interview")) == []


def test_the_name_of_another_firm_is_no_detail() -> None:
    text = (
        "Dear Dana,\n\nThank you for the hour today. I look forward to hearing from you and"
        " the team at {}.\n\nKind regards,\nPriya Nair"
    )
    for firm in ("Acorn House", "Acme"):
        draft = parse("", text.format(firm), OTHER)
        assert len(found("generic-draft", draft)) == 1


def test_the_greeting_is_read_too() -> None:
    draft = note(greeting="Dear Ronald,", context=OTHER)
    assert found("other-interview", draft) == ["Ronald"]
    assert found("wrong-recipient", draft) == []
    for greeting in ("Dear Mr. Fraser,", "Dear Sir Ronald,", "Dear Ronald Sir,"):
        draft = note(greeting=greeting, context=OTHER)
        assert repaired("other-interview", draft).startswith("Dear Dana Lee,")


def test_a_word_of_the_own_role_names_no_other_firm() -> None:
    context = replace(OTHER, interview=replace(CARD, role="Customer Success Manager"))
    words = "I enjoyed our talk about the Customer Success Manager role at Acorn House."
    assert found("other-interview", note(words, context, subject="")) == ["Acorn House"]
    words = "I would love to meet your customer Acorn House."
    assert found("other-interview", note(words, context, subject="")) == []


def test_the_reader_is_not_named_to_herself() -> None:
    draft = note("I enjoyed meeting you and Ronald Fraser.", OTHER)
    (finding,) = outcome("other-interview", draft).findings
    assert finding.suggestions == ()


@pytest.mark.parametrize(
    ("subject", "marked"),
    [
        ("Thank you, Ronald – Data Engineer interview", ["Ronald"]),
        ("Interview with Ronald Fraser", ["Ronald Fraser"]),
        ("Playgroup Leader – thank you", ["Playgroup Leader"]),
        ("Thank you: Playgroup Leader", ["Playgroup Leader"]),
        ("Following up on my talk for Playgroup Leader", ["Playgroup Leader"]),
        ("Thank you from a Playgroup Leader", []),
        ("Questions of an Analyst", []),
        ("Analyst – thank you", ["Analyst"]),
        ("From Playgroup Leader to Data Engineer", []),
        ("Playgroup Leader, Data Engineer – thank you", []),
        ("Data Engineer, once a Playgroup Leader", []),
        ("My work as Playgroup Leader", []),
        ("Playgroup Leader references", []),
        ("Your question about my Playgroup Leader years", []),
        ("Reference: Playgroup Leader at Acorn Lane", []),
        ("Thank you, Playgroup Leader team", []),
        ("Notes on Playgroup Leader", []),
        ("Playgroup Leader at Acme", ["Playgroup Leader"]),
        ("Playgroup Leader interview: thank you", ["Playgroup Leader"]),
        ("Playgroup Leader candidate – thank you", ["Playgroup Leader"]),
        ("Thank you, Dana – Data Engineer interview", []),
        ("Letter of reference by Ronald Fraser", []),
        ("Data Engineer interview (ex Acorn House)", []),
        ("My Acorn House reference letter", []),
        ("Former Acorn House engineer, Data Engineer interview", []),
        ("Data Engineer – your question about Acorn House", []),
        ("Indeed, thank you", []),
    ],
)
def test_the_subject_is_read_for_people_too(subject: str, marked: list[str]) -> None:
    draft = note(context=OTHER, subject=subject)
    assert found("other-interview", draft) == marked
    fixed = repaired("other-interview", draft) if marked else ""
    assert not marked or "Dana Lee" in fixed or "Data Engineer" in fixed


@pytest.mark.parametrize("words", ["My {} interview", "On {} role", "Thanks for the {} tour"])
def test_the_subject_is_read_for_firms_too(words: str) -> None:
    draft = note(context=OTHER, subject=words.format("Acorn House"))
    assert repaired("other-interview", draft) == words.format("Acme")


def test_a_role_may_be_written_out() -> None:
    card = replace(CARD, role="RN, nights")
    other = Interview((), "Acorn House", "Registered Nurse")
    context = replace(TY, interview=card, other_interviews=(other,))
    assert found("other-interview", note("", context, subject="Registered Nurse – thanks")) == []


def test_two_roles_in_one_firm_are_kept_apart_by_naming_both() -> None:
    context = replace(TY, other_interviews=(Interview((), "acme", "Claims Manager"),))
    other = "On Monday I met Mr. Krüger about the Claims Manager vacancy"
    assert found("other-interview", note(f"{other}.", context)) == ["Claims Manager"]
    both = f"{other}, and yesterday we talked about the Data Engineer role."
    assert found("other-interview", note(both, context)) == []


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("You told me about Chelsea Park and its trees.", "Data Engineer interview"),
        ("I enjoyed the walk in Chelsea Park.", "Data Engineer interview"),
        ("", "Data Engineer interview in Brooklyn"),
    ],
)
def test_a_place_is_no_fact_of_another_card(words: str, subject: str) -> None:
    other = Interview((Person("Chelsea Park"),), "Brooklyn", "Analyst")
    draft = note(words, replace(TY, other_interviews=(other,)), subject=subject)
    assert found("other-interview", draft) == []


@pytest.mark.parametrize("piece", ["as promised ", "my interview with Acorn House "])
def test_what_is_said_a_thousand_times_is_not_read_as_often(piece: str) -> None:
    """Four times the text takes about four times as long; a square would take sixteen."""
    card = replace(CARD, promised=("the poster as a PDF",))
    context = replace(OTHER, interview=card)

    def seconds(size: int) -> float:
        best = float("inf")
        for _ in range(3):
            forget()
            start = time.process_time()
            report(parse("", piece * (size // len(piece)), context))
            best = min(best, time.process_time() - start)
        return best

    assert seconds(20_000) < 9 * seconds(5_000) + 0.01
