"""Sign-offs and signatures: where the body ends."""

from __future__ import annotations

import pytest

from afterword.draft.draft import Draft
from afterword.draft.model import Context, Sender
from afterword.draft.parse import parse

BODY = "Dear Dana,\n\nIt was good to meet you.\n\n"


def close(end: str, context: Context | None = None) -> Draft:
    """Parse a note that ends with `end`."""
    return parse(None, BODY + end, context)


def sentences(draft: Draft) -> list[str]:
    """Return the sentences after the first, which all notes here share."""
    return [sentence.text for sentence in draft.sentences][1:]


@pytest.mark.parametrize(
    "sign_off",
    [
        "Best regards,",
        "Best,",
        "Best",
        "Regards",
        "Kind regards",
        "Kindest regards,",
        "Thanks,",
        "Thanks!",
        "Thank you,",
        "Thank you again,",
        "Many thanks,",
        "Thanks and regards,",
        "Thanks again and best regards.",
        "With kind regards and many thanks,",
        "Cheers,",
        "laters x",
        "xo",
        "From",
        "Best wishes xx",
        "Warmly,",
        "Sincerely yours,",
        "Yours faithfully,",
        "Very truly yours,",
        "With gratitude,",
        "With thanks for your time,",
        "All the best,",
        "All my best,",
        "Respectfully submitted,",
        "Talk soon,",
        "Have a lovely weekend,",
        "Best wishes from Leeds,",
        "Goodbye,",
        "*Best regards,*",
        "Thanks,\n\nBest regards,",
        "Mit freundlichen Grüßen",
        "Atentamente,",
        "Hochachtungsvoll",
        "Hälsningar",
        "Obrigada",
        "С уважением,",
        "Hälsningar",
        "As ever.",
        "V/r",
        "Every blessing.",
        "Thanks a million.",
        "Terima kasih.",
        "Yoroshiku onegaishimasu.",
        "Arigatō gozaimashita,",
        "Saygılarımla",
        "敬具",
        "Faka'apa'apa atu,",
        "Please accept, Madam, the expression of my distinguished sentiments.",
    ],
)
def test_sign_off(sign_off: str) -> None:
    draft = close(f"{sign_off}\nPriya Nair")
    assert draft.sign_off is not None
    assert draft.sign_off.text == sign_off
    assert draft.signature is not None
    assert draft.signature.text == "Priya Nair"
    assert sentences(draft) == []


@pytest.mark.parametrize(
    ("end", "sign_off", "signature"),
    [
        ("Best, Priya", "Best,", "Priya"),
        ("Lots of love, M x", "Lots of love,", "M x"),
        ("Thanks, Priya Nair", "Thanks,", "Priya Nair"),
        ("Kind regards Priya Nair", "Kind regards", "Priya Nair"),
        ("xoxo Priya", "xoxo", "Priya"),
        ("Cheers - Priya", "Cheers", "Priya"),
        ("Sincerely,Priya Nair", "Sincerely,", "Priya Nair"),
        ("Thanks so much! Priya", "Thanks so much!", "Priya"),
        ("Yours,\nWill", "Yours,", "Will"),
        ("Yours,\nA.", "Yours,", "A."),
        ("Best wishes\nA", "Best wishes", "A"),
        ("Best,\nHe Jian", "Best,", "He Jian"),
        ("best regards,\npriya nair", "best regards,", "priya nair"),
        ("Sincerely,\n[Your Name]", "Sincerely,", "[Your Name]"),
        ("Sincerely,\nYour Name", "Sincerely,", "Your Name"),
        ("Regards", "Regards", None),
        (
            "Sincerely,\n\nPriya J. Nair III, M.S., PMP®\nData Engineer\n"
            "“The sea, once it casts its spell, holds one in its net of wonder.” – J. Cousteau",
            "Sincerely,",
            "Priya J. Nair III, M.S., PMP®\nData Engineer\n"
            "“The sea, once it casts its spell, holds one in its net of wonder.” – J. Cousteau",
        ),
        ("Best,\n\nWill Power – Data Engineer", "Best,", "Will Power – Data Engineer"),
        ("Yours sincerely, Mwangi wa Thiong'o", "Yours sincerely,", "Mwangi wa Thiong'o"),
        ("Yours,\nA.\n01632 960114", "Yours,", "A.\n01632 960114"),
        ("Best,\n\nPriya Nair (she/her)\nLeeds, UK", "Best,", "Priya Nair (she/her)\nLeeds, UK"),
        ("Thanks, Dana!\nPriya", "Thanks, Dana!", "Priya"),
        ("Best wishes,\nAsante", "Best wishes,", "Asante"),
        ("Best wishes,\nSalam\n555-0142", "Best wishes,", "Salam\n555-0142"),
        ("Best wishes,\nMr. D. Asante", "Best wishes,", "Mr. D. Asante"),
        ("Thanks again,\nSalam\nPriya", "Thanks again,\nSalam", "Priya"),
    ],
)
def test_sign_off_with_name(end: str, sign_off: str, signature: str | None) -> None:
    draft = close(end)
    assert draft.sign_off is not None
    assert draft.sign_off.text == sign_off
    assert (draft.signature and draft.signature.text) == signature
    assert sentences(draft) == []


@pytest.mark.parametrize("end", ["Best wishes,\nShalom", "Blessings"])
def test_the_writers_name_is_no_sign_off(end: str) -> None:
    draft = close(end, Context(sender=Sender("Shalom Blessings")))
    assert draft.signature and draft.signature.text == end.removeprefix("Best wishes,\n")


def test_sign_off_at_the_end_of_a_line() -> None:
    draft = close("Thanks again for your time. Best, Priya")
    assert sentences(draft) == ["Thanks again for your time."]
    assert draft.sign_off is not None
    assert draft.sign_off.text == "Best,"


def test_a_note_in_one_line() -> None:
    draft = parse(None, "Dear Dana, Thank you for today. Sincerely, Priya Nair 555-0119")
    assert [sentence.text for sentence in draft.sentences] == ["Thank you for today."]
    assert draft.signature is not None
    assert draft.signature.text == "Priya Nair 555-0119"


def test_a_sentence_inside_a_signature() -> None:
    draft = close("Thanks,\nPriya Nair\nData Engineer\nI help teams ship what lasts.\n555-0119")
    assert sentences(draft) == []
    assert draft.signature_facts.phone is not None


def test_a_sentence_after_a_signature_is_body() -> None:
    draft = close("Thanks,\nPriya\n\nI forgot to say that I can start in May.")
    assert "I forgot to say that I can start in May." in sentences(draft)


def test_an_afterthought_below_the_signature() -> None:
    draft = close("Best regards,\nPriya Nair\n555-0119\n\n“Sluice” - the gate or the channel?")
    assert draft.sign_off is not None and draft.sign_off.text == "Best regards,"
    assert draft.signature_facts.phone is not None
    assert sentences(draft) == ["“Sluice” - the gate or the channel?"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thank you for your time and consideration.",
        "Thank you again for meeting me!",
        "Thanks for your time,",
        "Looking forward to hearing from you,",
        "Hope to hear from you soon",
        "Have a great day!",
        "Best of luck with the search.",
        "Thanks in advance for any update you can share.",
        "Many thanks for your help!",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_closing_sentence_is_no_sign_off(sentence: str, gap: str) -> None:
    draft = close(f"{sentence}{gap}Priya Nair")
    assert draft.sign_off is None
    assert sentences(draft) == [sentence]
    assert draft.signature is not None
    assert draft.signature.text == "Priya Nair"


def test_last_words_without_a_name() -> None:
    assert sentences(close("Thank you!")) == ["Thank you!"]
    assert close("Thank you!").sign_off is None
    assert close("Many thanks,").sign_off is not None


@pytest.mark.parametrize(
    "name",
    ["Priya Nair", "Priya", "- Priya", "priya", "Nguyễn Minh Thư", "Priya xx", "priya x"],
)
def test_a_name_alone(name: str) -> None:
    draft = close(name)
    assert draft.sign_off is None
    assert draft.signature is not None
    assert draft.signature.text == name


def test_a_kiss_below_a_name_is_no_sign_off() -> None:
    draft = close("Best,\nPriya Nair\nxx")
    assert draft.sign_off is not None
    assert (draft.sign_off.text, draft.sentences[-1].text) == ("Best,", "It was good to meet you.")
    assert draft.signature_facts.full_name
    assert close("Priya Nair\nxx").signature_facts.full_name


def test_the_senders_name_in_any_form() -> None:
    sender = Context(sender=Sender(name="may will"))
    draft = close("may will", sender)
    assert draft.signature is not None
    assert draft.signature.text == "may will"


def test_the_readers_name_is_no_signature() -> None:
    draft = close("Thank you, and good luck.\n\nDana")
    assert draft.signature is None


def test_separator() -> None:
    draft = close("-- \nPriya Nair\n555-0119")
    assert draft.signature is not None
    assert draft.signature.text == "Priya Nair\n555-0119"
    draft = close("Best,\nPriya\n\n-- \nPriya Nair\nData Engineer")
    assert draft.sign_off is not None
    assert draft.signature is not None
    assert draft.signature.text == "Priya\n\n-- \nPriya Nair\nData Engineer"


def test_a_postscript_is_the_writers_own() -> None:
    draft = close("Best,\nPriya\n\nP.S. The article is attached. I hope it helps.")
    assert draft.signature is not None
    assert draft.signature.text == "Priya"
    assert sentences(draft) == ["P.S. The article is attached.", "I hope it helps."]


@pytest.mark.parametrize(
    "added",
    [
        "Sent from my iPhone",
        "Get Outlook for Android",
        "Confidentiality notice: this message is meant only for the person it is addressed to.",
        "This e-mail is intended for the addressee alone.",
        "This message may contain information meant for the named person. If it reached you in"
        " error, please delete it.",
    ],
)
def test_lines_that_programs_add(added: str) -> None:
    draft = close(f"Best,\nPriya Nair\n\n{added}")
    assert draft.signature is not None
    assert draft.signature.text == "Priya Nair"
    assert sentences(draft) == []


@pytest.mark.parametrize(
    "own",
    [
        "This email is late, and the fault is mine.",
        "Sent with thanks, my references are attached.",
        "Confidential figures stay out of this note.",
        "This message is meant for you and for Omar.",
    ],
)
def test_lines_that_only_look_added(own: str) -> None:
    assert sentences(close(f"{own}\n\nBest,\nPriya Nair")) == [own]


def test_neither_greeting_nor_sign_off() -> None:
    draft = parse(None, "Thank you for today. I learnt a lot.")
    assert (draft.greeting, draft.sign_off, draft.signature) == (None, None, None)
    assert len(draft.sentences) == 2


@pytest.mark.parametrize(
    "end", ["Speak soon. Priya Nair 555-0142", "Bye! Priya Nair", "Bye. Priya Nair 07700 900444"]
)
def test_the_writers_full_name_may_stand_behind_the_last_sentence(end: str) -> None:
    draft = close(end, Context(sender=Sender("Priya Nair")))
    assert sentences(draft) == [end.partition(" Priya")[0]]
    assert draft.signature is not None and draft.signature.text == end[end.index("Priya") :]
    name = draft.signature_facts.name
    assert name is not None and name.text == "Priya Nair"


@pytest.mark.parametrize("end", ["My boss is Mr. Omar Haddad", "I am Priya Nair"])
def test_other_names_at_the_end_are_no_signature(end: str) -> None:
    assert close(end, Context(sender=Sender("Priya Nair"))).signature is None


@pytest.mark.parametrize(
    "sign_off",
    [
        "A hug and have a great week,",
        "Please accept my highest respect,",
        "I remain, Sister, yours very sincerely,",
        "God keep you",
        "Best greetings from Bolzano",
    ],
)
def test_a_few_words_above_a_name_are_a_sign_off(sign_off: str) -> None:
    draft = close(f"{sign_off}\nPriya Nair")
    assert draft.sign_off is not None and draft.sign_off.text == sign_off
    assert draft.signature is not None and draft.signature.text == "Priya Nair"


@pytest.mark.parametrize(
    "line", ["Looking forward to Monday,", "I can start on Monday", "Any news?"]
)
def test_a_sentence_above_a_name_is_none(line: str) -> None:
    assert close(f"{line}\nPriya Nair").sign_off is None
