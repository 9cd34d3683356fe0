"""What only this writer could write."""

from __future__ import annotations

from dataclasses import replace

import pytest

from afterword.draft.model import Context
from afterword.draft.parse import parse
from tests.checks.notes import CARD, FU, THANKS, TY, found, note


def test_a_note_to_anyone() -> None:
    text = (
        "Dear Dana,\n\nThank you for taking the time to interview me. I enjoyed learning more"
        " about the Data Engineer role at Acme.\n\nI look forward to hearing from you.\n\nBest,"
    )
    assert len(found("generic-draft", parse("", text, TY))) == 1


@pytest.mark.parametrize(
    ("context", "words"),
    [
        (TY, "omg thx so much for today, it was super fun and I really want this, lmk asap!"),
        (TY, "Thank you. I have 5 years of experience and I have called 3 times."),
        (TY, "Thank you. I have 5 yrs of experience and would be a great asset to the team."),
        (TY, "I am hardworking and punctual. My family depends on me, so I beg you. Thanks."),
        (FU, "Thank you. This is my third message, and nobody has called me. Please reply."),
        (FU, "Thanks again. You said Monday, and now it is Thursday."),
        (TY, "Thank you. My leadership, creativity and teamwork suit your clients' needs."),
        (TY, "Thank you. My coursework and love of research make me a strong candidate."),
    ],
)
def test_pleas_and_chat_words_are_no_details(context: Context, words: str) -> None:
    draft = parse("", f"Dear Dana,\n\n{words}\n\nBest,\nPriya Nair", context)
    assert len(found("generic-draft", draft)) == 1


@pytest.mark.parametrize(
    ("context", "words"),
    [
        (TY, "Thank you. I kept bees for six years and sold the honey at two markets."),
        (TY, "Thank you for the day. Your parrot in the hall made it easy."),
        (FU, "Thank you for informing me of your decision. I would like to apply again."),
        (FU, "Any news? My welding ticket came through this week."),
        (FU, "Any news? I have managed 40 people, and I am sure that I can do the role."),
    ],
)
def test_one_detail_is_enough(context: Context, words: str) -> None:
    draft = parse("", f"Dear Dana,\n\n{words}\n\nBest,\nPriya Nair", context)
    assert found("generic-draft", draft) == []


def test_the_same_note_twice() -> None:
    sentences = "I would keep the old ferry timetable. Ten crews and two islands need it."
    first = f"Dear Omar,\n\n{THANKS} {sentences}\n\nBest,\nPriya"
    context = replace(TY, earlier_notes=(first,))
    assert len(found("generic-draft", note(sentences, context))) == 3
    other = "You asked what I would do when the second pump fails in a storm at low water."
    more = "My answer was short, and here is the rest of it: we keep a spare on the pier."
    assert found("generic-draft", note(f"{other} {more}", context)) == []


def test_a_short_sentence_is_told_twice_as_well() -> None:
    told = "Ten crews need it."
    context = replace(TY, earlier_notes=(f"Dear Omar,\n\n{told}\n\nBest,\nPriya",))
    draft = parse("", f"Dear Dana,\n\n{told}\n\nBest,\nPriya Nair", context)
    assert told in found("generic-draft", draft)


def test_a_sentence_of_which_half_is_another_is_its_own() -> None:
    told = "That is how it sank."
    context = replace(TY, earlier_notes=(f"Dear Omar,\n\n{told}\n\nBest,\nPriya",))
    own = "That is how it floats."
    draft = parse("", f"Dear Dana,\n\n{own}\n\nBest,\nPriya Nair", context)
    assert own not in found("generic-draft", draft)


def test_the_same_note_in_other_words() -> None:
    first = f"Dear Omar,\n\n{THANKS} I would keep the old ferry timetable for both islands.\n"
    context = replace(TY, earlier_notes=(first,))
    words = "I'd certainly keep that old ferry timetable for these two islands."
    assert words in found("generic-draft", note(words, context))
    other = "I would paint the old ferry green before the islands hold their market."
    assert other not in found("generic-draft", note(other, context))


def test_a_formula_may_stand_in_both() -> None:
    formula = "I look forward to hearing from you."
    first = f"Dear Omar,\n\n{THANKS} {formula}\n\nBest,\nPriya"
    context = replace(TY, earlier_notes=(first,))
    assert formula not in found("generic-draft", note(formula, context))


def test_a_topic_of_the_card_is_a_memory() -> None:
    text = "Dear Dana,\n\nThank you. I like {}.\n\nBest,\nPriya Nair"
    card = replace(CARD, topics=("counting stock by voice", "streaming"))
    context = replace(TY, interview=card)
    for words, silent in (("your stock", False), ("stock counts", True), ("streaming", True)):
        draft = parse("", text.format(words), context)
        assert (found("no-recap", draft) == []) is silent


def test_a_template_blank_without_its_brackets() -> None:
    draft = note("I enjoyed hearing what you talked about.")
    assert found("template-unchanged", draft) == ["what you talked about"]
    draft = note("Now I what you have done that would help.")
    assert found("template-unchanged", draft) == ["what you have done that would help"]
    draft = note("What you would say about it today.")
    assert found("template-unchanged", draft) == ["What you would say about it today"]
    draft = note("I would replay the log. I where you have seen this work, and so on.")
    assert found("template-unchanged", draft) == ["where you have seen this work"]
    for words in (
        "I thought about what you would say about it today.",
        "I enjoyed hearing [what you talked about].",
        "What you talked about is new.",
        "I am very interested in the position.",
        "The person in the position needs patience.",
        "You told me who would succeed in the position.",
        "I would be glad to take on the role at school level.",
        "Thank you for your advice on the kind of work I should look for.",
        "I asked Omar about the job title on your page.",
        "Thank you for our talk about the role you want to fill.",
        "If anything is unclear, tell me what you would like to know.",
        "I would be glad to hear which part of the talk was good.",
        "I am sorry about what was wrong in my last email.",
    ):
        assert found("template-unchanged", note(words)) == []


@pytest.mark.parametrize(
    ("words", "open_now"),
    [
        ("Thank you.", True),
        ("You asked how I would handle a supplier who is late.", False),
        ("After a missed deadline I visit the supplier.", False),
        ("I would like to know the deadline.", True),
    ],
)
def test_an_open_question(words: str, open_now: bool) -> None:
    question = "How would you handle a supplier who misses two deadlines?"
    context = replace(FU, interview=replace(CARD, open_questions=(question,)))
    assert bool(found("unanswered-question", note(words, context))) is open_now


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When can you start?", "I can begin on 1 May."),
        ("When are you available?", "My notice period is two months."),
        ("Do you drive?", "I do have a full licence, clean since 2011."),
        ("Recovery?", "I have thought about your question: I would replay the log."),
        (
            "Can you open at 5:30?",
            "Your question about early mornings: half past five is fine.",
        ),
        ("Are you OK with nights out?", "You asked about them; I do not mind the cab."),
        ("How would you shard the ledger?", "As for your question, by account."),
        ("How would you shard the ledger?", "On your question, by account, then by month."),
        ("How would you shard the ledger?", "I slept on your question: by account."),
        ("Why did you leave your last job?", "You wanted to know why: the grant ended."),
        ("Can you drive?", "I passed my test in 2019 and have a car."),
        ("Can you work weekends?", "Saturdays and Sundays are fine with me."),
        ("Do you know Kubernetes?", "I have run Kubernetes for three years."),
        ("How many people have you managed?", "At Brightloom I led nine people."),
        ("Do you have your own tools?", "My own kit fills two boxes."),
        ("How did you reduce the error rate?", "We cut errors by a third."),
        ("When can you start?", "I can be with you in six weeks."),
        ("When can you start?", "I can join straight away."),
        ("When can you start?", "I can be on site within three days of your call."),
        ("When can you start?", "I could take up the post in early May."),
        ("When can you start?", "I would be ready to work from the first of June."),
        ("When can you start?", "I could be with your team by late May."),
        ("What are your salary expectations?", "I need at least 38,000 euros."),
        ("What are your salary expectations?", "I would expect £38k plus a bonus."),
        ("What are your salary expectations?", "I would hope for around 38k."),
        ("What are your salary expectations?", "I am looking for 38,000 a year."),
        ("How would you cut a long novel?", "I would cut the second narrator."),
        ("Why did you leave your last job?", "I left because the list moved."),
        ("Are you OK with travel?", "I'd be happy to be on the road."),
        ("Do you smoke?", "I owe you an answer: I gave up in 2015."),
    ],
)
def test_an_answer_in_other_words(question: str, words: str) -> None:
    context = replace(FU, interview=replace(CARD, open_questions=(question,)))
    assert found("unanswered-question", note(words, context)) == []


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When can you start?", "You hoped to decide by Friday."),
        ("When can you start?", "Could we speak in two weeks?"),
        ("When can you start?", "I met Nora in six days."),
        ("When can you start?", "I would be glad to meet again next week."),
        ("When can you start?", "I will be in Leeds in two weeks."),
        ("When can you start?", "I can talk any time."),
        ("When can you start?", "I am away from Monday."),
        ("When can you start?", "I would love to learn more in the coming weeks."),
        ("When can you start?", "I will check in with you next week."),
        ("What notice must you give?", "I will follow up in two weeks."),
        ("What are your salary expectations?", "I would watch all 30,000 loads."),
        ("What are your salary expectations?", "I would like to hear how you cut 40k rows."),
        ("What are your salary expectations?", "I'd love to run the 10k with you."),
        ("What are your salary expectations?", "You can call me on 07700 900142."),
        ("How would you cut a long novel?", "I would love to read the novel."),
        ("Why did you leave your last job?", "I write because I am still keen."),
    ],
)
def test_no_answer_in_other_words(question: str, words: str) -> None:
    context = replace(FU, interview=replace(CARD, open_questions=(question,)))
    assert len(found("unanswered-question", note(words, context))) == 1


def test_one_of_two_questions_taken_up_leaves_the_other() -> None:
    questions = ("Can you open at 5:30?", "Are you allergic to milk?")
    context = replace(FU, interview=replace(CARD, open_questions=questions))
    draft = note("Your question about early mornings: 5:30 is fine, I open gladly.", context)
    assert len(found("unanswered-question", draft)) == 1


def test_what_they_asked_said_over_is_no_question_about_the_decision() -> None:
    asked = replace(CARD, open_questions=("How would you shard the ledger?",))
    context = replace(FU, interview=asked, now=TY.now)
    over = note("How would I shard the ledger? By account.", context)
    assert found("early-follow-up", over) == []
    for more in ("Is there any news?", "You were waiting for news. Did they?"):
        both = note(f"How would I shard the ledger? By account. {more}", context)
        assert len(found("early-follow-up", both)) == 1


def test_an_answer_to_their_question_is_no_note_to_anyone() -> None:
    text = "Dear Dana,\n\nThank you for the interview. I can open at five.\n\nPriya Nair"
    asked = replace(FU, interview=replace(CARD, open_questions=("Can you open at five?",)))
    assert found("generic-draft", parse("", text, asked)) == []
    assert len(found("generic-draft", parse("", text, FU))) == 1
