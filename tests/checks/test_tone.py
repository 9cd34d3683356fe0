"""Tone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from afterword.draft.parse import parse
from tests.checks.notes import CARD, FU, TY, found, note, repaired
from tests.drafts import outcome


def test_words_are_quoted_whole() -> None:
    draft = note("Nobody has come back to me, and frankly it’s rude.", FU)
    messages = [one.message for one in outcome("negative-tone", draft).findings]
    assert [message.split(" reads")[0] for message in messages] == ["“it’s rude”"]


@pytest.mark.parametrize(
    ("check", "words", "marked"),
    [
        ("pressure", "Let me know by Friday.", "Let me know by Friday."),
        ("pressure", "I need an answer soon.", "I need an answer soon."),
        ("pressure", "You still have not replied.", "You still have not replied."),
        ("pressure", "When can I expect an answer?", "When can I expect an answer?"),
        ("pressure", "Why haven't you written?", "Why haven't you written?"),
        ("negative-tone", "My boss is terrible.", "My boss is terrible."),
        ("negative-tone", "I know I did badly.", "I know I did badly."),
        ("negative-tone", "I will do anything.", "I will do anything."),
        ("negative-tone", "I really need this job.", "I really need this job."),
        ("negative-tone", "It was a waste of my time.", "It was a waste of my time."),
        ("casual-tone", "It was awesome lol.", "lol"),
        ("casual-tone", "I'm gonna try it.", "gonna"),
        ("casual-tone", "It was fun 😀", "😀"),
        ("casual-tone", "It was fun :)", ":)"),
        ("casual-tone", "And i liked it.", "i"),
        ("pay-talk", "What is the salary for this?", "What is the salary for this?"),
        ("pay-talk", "What is the PTO policy?", "What is the PTO policy?"),
        ("stock-phrase", "I hope you are doing well.", "I hope you are doing well."),
        ("stock-phrase", "I am the ideal candidate.", "the ideal candidate"),
        ("stock-phrase", "I am touching base on it.", "touching base"),
        ("stock-phrase", "Just closing the loop.", "closing the loop"),
        ("stock-phrase", "I will give it my 110 percent.", "give it my 110"),
        ("shouting", "I REALLY liked it.", "REALLY"),
        ("shouting", "I liked it!!", "!!"),
        ("shouting", "I work HARD.", "HARD"),
        ("shouting", "I am HUNGRY for this.", "HUNGRY"),
        ("shouting", "It was the BEST day.", "BEST"),
        ("shouting", "I WANT TO WORK HERE WITH YOU.", "WANT TO WORK HERE WITH YOU"),
    ],
)
def test_words_that_change_the_tone(check: str, words: str, marked: str) -> None:
    assert found(check, note(words)) == [marked]


def test_doubled_marks_are_one_finding_with_one_repair() -> None:
    draft = parse("", "Hi Dana!!\n\nI liked it!!! It was a joy! Let me know! !\n\nPriya", TY)
    (finding, _) = outcome("shouting", draft).findings
    assert finding.message == "One exclamation mark is enough here, and in 2 more places."
    calm = "Hi Dana!\n\nI liked it! It was a joy! Let me know!\n\nPriya"
    assert repaired("shouting", draft) == calm


@pytest.mark.parametrize(
    "words",
    [
        "Could you tell me when you expect to decide?",
        "I would be grateful for a word on the next steps.",
        "Please let me know if you need anything else.",
        "You said that I would hear back by Friday.",
        "I was wondering whether there is any news.",
        "If it helps, I can reply by phone.",
        "I understand that these things take time.",
        "I need to add one thing to my answer.",
        "I have another offer, and I am asked to decide by Friday.",
        "I have been asked to answer by Friday 20 March.",
        "I told them that I would reply by Monday.",
        "Sorry that I was late.",
        "You were right that the reports are a mess of old tables.",
        "I was not sure about the second question, so I looked it up.",
        "You asked about my salary, and it is 41,000.",
        "I have run payroll and benefits systems for five years.",
        "I kept the wage tables of a port.",
        "We used SQL, AWS and ETL in the NHS.",
        "HMRC and the BBC were clients.",
        "At IBM I led QA for the ERP move.",
        "What a view! It stayed with me!",
        "I'd love to, and I don't mind nights.",
        "The role is in Imo State.",
        "The letters i, j and k were loops; see part (i).",
        "My hobby is chess: I play every week.",
        "It runs at http://example.org:8080/p.",
        "The ratio was 3:1 in March.",
        "I worked for U. S. Steel.",
        "It was a pleasure to see how calm the ward is.",
        "I was disappointed not to be chosen, but I enjoyed meeting you.",
        "You spoke of the worst winter on the line, and how you kept the trains going.",
        "I manage difficult conversations with angry callers each day.",
        "Frustrated users were the heart of my thesis.",
        "I grew up with toxic waste sites nearby, and so I chose chemistry.",
        "I do not hate mornings.",
        "I am writing to thank you all.",
        "I was nervous, and you made it easy.",
        "You said you would get back to me by Friday, so I thought I would write.",
        "I know that you are expecting a quick start, and I could begin in April.",
        "It was a waste of water to run the line all night, and we stopped it.",
        "I am not good at small talk, as you may have noticed, but I listen.",
        "Please give me a chance to show you the prototype on Monday.",
        "The salary survey that you showed me was new to me.",
        "My role included paid leave planning for two hundred nurses.",
        "Thank you for explaining the benefits package.",
        "I have no worries about night shifts.",
        "The team nailed it down with two screws.",
        "I have another offer and must answer by Friday; where are you in the process?",
        "I demand a lot of myself.",
        "Although I do not have a licence yet, I start the course in May.",
        "Despite my lack of sleep after the night shift, I enjoyed every minute.",
        "I understand if you have not decided yet.",
        "You have not seen the second half of my portfolio.",
        "Rude customers taught me patience, and the staff were never rude to them.",
        "Kindly revert at your convenience.",
        "I was sorry to leave, and I apologise for the muddy boots.",
        "It is NOT a large change, but it saves two hours.",
        "The question on indexes is one that I did not answer well: the key is the date.",
        "I saw where you lose hours each week.",
        "I did not hesitate to say yes.",
        "I hope this reaches you before the panel sits.",
        "I liked that the three of you guide each new nurse.",
    ],
)
def test_words_that_real_people_write_are_left_alone(words: str) -> None:
    checks = "pressure negative-tone casual-tone pay-talk shouting stock-phrase over-apology"
    assert {check: found(check, note(words)) for check in checks.split()} == {
        check: [] for check in checks.split()
    }


@pytest.mark.parametrize(
    ("company", "marked"), [("Acme", ["convo"]), ("Convoy", ["convo"]), ("Convo’s Bar", [])]
)
def test_a_word_of_the_card_is_excused_and_no_part_of_one(company: str, marked: list[str]) -> None:
    context = replace(TY, interview=replace(CARD, company=company))
    assert found("casual-tone", note("It was a great convo with you.", context)) == marked


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("Its been 9 days now and you said one week.", True),
        ("You said Monday and it's now Wednesday.", True),
        ("You said you'd call on Friday but nobody called.", True),
        ("You told me I would hear within a week and it's been three.", True),
        ("You said I'd hear by the 19th and it's the 24th now.", True),
        ("I have another offer and need an answer by tomorrow.", True),
        ("You mentioned a decision by Friday, so I wanted to ask.", False),
        ("They would like to know by Friday, and need an answer from me.", False),
        ("You said two weeks, and as it is now the 20th I thought I would ask.", False),
        ("You said that the roof leaks and it is now the first thing on the list.", False),
        ("You said Monday is the day of the big loads, and Tuesday of the small.", False),
        ("It has been two weeks since you told me about the loads.", False),
        ("You said two weeks and it has been two weeks.", False),
        ("You said that two teams became one and it has been calm since.", False),
    ],
)
def test_their_date_is_no_reproach(words: str, marked: bool) -> None:
    assert bool(found("pressure", note(words, FU))) is marked


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("What is the salary, since the advert did not mention it?", True),
        ("What is the salary, since nobody told me?", True),
        ("You mentioned the salary: what is it for nights?", False),
        ("The hourly rate that you told me suits me.", False),
    ],
)
def test_pay_of_which_nothing_was_said_is_brought_up(words: str, marked: bool) -> None:
    assert bool(found("pay-talk", note(words))) is marked


def test_a_sum_that_they_asked_for_may_be_one_answer_of_several() -> None:
    listed = "Salary: I would expect 112,000 gross. Notice: three months."
    asked = f"There were three matters on which you asked me to come back to you.\n\n{listed}"
    assert found("pay-talk", note(asked, TY)) == []
    assert found("pay-talk", note(listed, TY))


def test_the_card_own_words_are_never_at_issue() -> None:
    card = replace(CARD, role="Salary Expectations Analyst", topics=("stock options",))
    draft = note("The salary expectations part is new to me.", replace(TY, interview=card))
    assert found("pay-talk", draft) == []


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("I am sorry to write. I apologise again.", ["I apologise"]),
        ("Sorry. Sorry. My apologies.", ["Sorry", "My apologies"]),
        ("I am sorry that it took so long.", []),
        ("I am sorry to be late with this. For years I was sorry about that roof.", []),
        ("Sorry for the wait. They ended up being sorry about the price.", []),
        ("Sorry for the wait. We taught boys how to say sorry, and they say sorry.", []),
        ("Sorry for the wait. I must say sorry for the noise too.", ["sorry"]),
        ("Sorry for the wait. It costs nothing to say sorry, and we say sorry to patients.", []),
        ("Sorry for the wait. When a parent is angry I say sorry and then listen.", []),
        ("I was sorry to hear of the fire, and I am sorry for the delay.", []),
        ("Sorry for the rush. Please excuse the late reply.", ["Please excuse the"]),
        ("I am sorry. I beg your pardon for asking twice.", ["beg your pardon"]),
        ("Kindly excuse my typing. Forgive this long note.", ["Forgive this"]),
        ("Sorry for the delay. The tide, pardon the pun, had turned.", []),
        ("Sorry for the delay. A wet ramp is no excuse for me, nor the pilot.", []),
        ("I just wanted to say sorry for the mess. Sorry again.", ["Sorry"]),
        ("Sorry for the disturbance, and excuse me for writing today.", ["and excuse me for"]),
        ("Sorry for the delay. My boss would not excuse me from the night.", []),
    ],
)
def test_one_apology_is_enough(words: str, marked: list[str]) -> None:
    assert found("over-apology", note(words)) == marked


def test_an_apology_above_the_name_counts() -> None:
    text = "Hi Dana,\n\nSorry to ask again. Is there news?\n\nThanks, sorry again!\nPriya"
    assert found("over-apology", parse("", text, FU)) == ["sorry"]
    assert found("over-apology", parse("", text.replace("Sorry to", "May I"), FU)) == []


def test_many_marks_become_stops() -> None:
    draft = note("I liked it! It was fun! I want it! Thank you!")
    assert repaired("shouting", draft).count("!") == 2


def test_repairs_of_one_word() -> None:
    assert "I am going to try" in repaired("casual-tone", note("I am gonna try."))
    assert "And I liked what I saw" in repaired("casual-tone", note("And i liked what i saw."))
    assert "It was fun\n" in repaired("casual-tone", note("It was fun 😀"))
    assert repaired("casual-tone", note(greeting="Hi Dana 👋,")).startswith("Hi Dana,\n")
    assert repaired("casual-tone", note(greeting="Hi 👋 Dana,")).startswith("Hi Dana,\n")
    assert "\n\nI liked it" in repaired("casual-tone", note("\n\n😀 I liked it."))
    close = "Kind regards 😊\nPriya Nair\n555-0142"
    assert "Kind regards\nPriya" in repaired("casual-tone", note(close=close))


def test_what_others_wrote_is_theirs() -> None:
    for words in ("\n\n> see you 😀", "\n\n> i liked it :)\n\nSo did I."):
        assert found("casual-tone", note(words)) == []
    assert found("casual-tone", note("\n\n> see you 😀\n\nSo 🙂 it is.")) == ["🙂"]


@pytest.mark.parametrize(
    ("subject", "clear"),
    [
        ("Thank you, Acme 😊", "Thank you, Acme"),
        ("🙏 Data Engineer interview", "Data Engineer interview"),
        ("Data Engineer :) thank you", "Data Engineer thank you"),
    ],
)
def test_a_subject_is_clear_without_a_face(subject: str, clear: str) -> None:
    assert repaired("casual-tone", note(subject=subject)) == clear


@pytest.mark.parametrize(
    "subject",
    ["Re: Your interview 😊", "Data Engineer (Acme): thank you", "Data Engineer → next steps"],
)
def test_a_subject_without_a_face_or_of_another_hand(subject: str) -> None:
    assert found("casual-tone", note(subject=subject)) == []


@pytest.mark.parametrize("piece", ["u ", "u. ", "thx "])
def test_chat_words_without_end_are_told_a_hundred_times(piece: str) -> None:
    for times in (40, 20_000):
        assert len(found("casual-tone", note(piece * times))) == min(times, 100)


def test_a_stock_sentence_can_go() -> None:
    text = "Dear Dana,\n\nI hope this email finds you well. Thank you.\n\nBest,\nPriya Nair"
    assert repaired("stock-phrase", parse("", text, TY)).startswith("Dear Dana,\n\nThank you.")
