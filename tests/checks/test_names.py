"""Names, the addressee and what is written of both."""

from __future__ import annotations

from dataclasses import replace

import pytest

from afterword.draft.draft import Draft
from afterword.draft.model import Interview, Person, Sender
from afterword.draft.parse import parse
from tests.checks.notes import CARD, DANA, ME, TY, found, note, repaired, with_people
from tests.drafts import outcome


def _again(draft: Draft) -> Draft:
    return parse(draft.subject, repaired("misspelt-name", draft), draft.context)


@pytest.mark.parametrize(
    ("known", "written", "right"),
    [
        ("Dana Lee", "Diana", "Dana"),
        ("Dana Lee", "Dnaa", "Dana"),
        ("Chloé Lefèvre", "Chloe", "Chloé"),
        ("Latoya Bennett", "Latoyah", "Latoya"),
        ("Siobhán O'Donnell", "Siobhan", "Siobhán"),
        ("Jean-Luc Moreau", "Jean Luc", "Jean-Luc"),
        ("Vikram Kaminski", "Mr. Kaminsky", "Kaminski"),
        ("Nguyễn Minh Thư", "Nguyen Minh Thu", "Nguyễn Minh Thư"),
    ],
)
def test_a_name_nearly_right_is_put_right(known: str, written: str, right: str) -> None:
    draft = note(greeting=f"Dear {written},", context=with_people(known))
    assert len(found("misspelt-name", draft)) == 1
    assert right in repaired("misspelt-name", draft).split(",")[0]


@pytest.mark.parametrize(
    ("known", "written"),
    [
        ("Dana Lee", "Dana"),
        ("Dana Lee", "Dana Lee"),
        ("Dana Lee", "Ms. Lee"),
        ("Dana Lee", "Ms Lee"),
        ("Dana Lee", "Dr. Lee"),
        ("Dana Lee", "D. Lee"),
        ("Jennifer Walsh", "Jen"),
        ("Robert Oyelaran", "Bob"),
        ("Elizabeth Tan", "Liz"),
        ("Ludwig van der Berg", "Mr. van der Berg"),
        ("Ludwig van der Berg", "Ludwig"),
        ("María José de la Cruz Pérez", "María José"),
        ("María José de la Cruz Pérez", "Sra. de la Cruz"),
        ("Mohammed al-Rashid", "Mr. al-Rashid"),
        ("Nguyễn Minh Thư", "Thư"),
        ("Zhang Wei", "Wei"),
        ("Zhang Wei", "Mr. Zhang"),
        ("Park Ji-woo", "Ji-woo"),
        ("Suharto", "Suharto"),
        ("Sukarni", "Ibu Sukarni"),
        ("Ana Lucía Ferreira da Silva", "Ana Lucía"),
        ("Ngozi Okonkwo", "Ngozi"),
        ("O'Brien, Máire", "Máire"),
        ("Björk Guðmundsdóttir", "Björk"),
        ("Thandiwe Nkosi", "Thandiwe Nkosi"),
        ("Ólafur Ragnar", "Ólafur"),
        ("Dana Lee", "all"),
        ("Dana Lee", "Hiring Manager"),
    ],
)
def test_a_right_name_is_never_marked(known: str, written: str) -> None:
    context = with_people(known, to=(known,))
    draft = note(greeting=f"Dear {written},", context=context)
    assert found("misspelt-name", draft) == []
    assert found("wrong-recipient", draft) == []


def test_a_surname_that_sounds_the_same_is_a_slip() -> None:
    draft = note(subject="Thank you, Ms. Leigh", greeting="Dear Ms. Leigh,")
    assert found("misspelt-name", draft) == ["Leigh", "Leigh"]
    assert repaired("misspelt-name", draft).startswith("Dear Ms. Lee,")
    assert found("misspelt-name", note(greeting="Dear Leila,")) == []


@pytest.mark.parametrize(
    ("subject", "marked"),
    [
        ("Thank you, Latoyah", "Latoyah"),
        ("Thanks again Latoyah – Data Engineer interview", "Latoyah"),
        ("Thank You, Ms. Bennet", "Bennet"),
        ("Data Engineer – thanks Latoyah", "Latoyah"),
        ("Interview with Latoya Bennet, thank you", "Latoya Bennet"),
        ("Interview with Ms. Latoyah Bennett", "Latoyah Bennett"),
        ("Re: Interview with Latoyah Bennett", None),
        ("Thank you, Latoya – Data Engineer interview", None),
        ("Thank You Latoya Bennett", None),
        ("Thank you, Ms. Bennett's team", None),
        ("Thank you, Laura", None),
        ("Thank you, Latóya", None),
        ("Priya Nair – Data Engineer interview", None),
        ("Interview with Mr. Benson", None),
    ],
)
def test_the_subject_is_read_for_names_too(subject: str, marked: str | None) -> None:
    people = with_people("Latoya Bennett", to=("Latoya Bennett",))
    draft = note(subject=subject, greeting="Dear Latoya,", context=people)
    assert found("misspelt-name", draft) == ([marked] if marked else [])


@pytest.mark.parametrize(
    "words",
    [
        "Diana from the data team showed me the board.",
        "Please give my thanks to Danny and Lena.",
        "As Dana Friday knows, I like tests.",
        "I once read a book by Donna Leon.",
        "Ms. Park showed me the lab.",
        "Dana Lee, your question about queues stayed with me.",
        "Dana's question about queues stayed with me.",
        "Lee's plan for the loads is the one I would choose.",
    ],
)
def test_other_names_in_the_text_are_left_alone(words: str) -> None:
    assert found("misspelt-name", note(words)) == []


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("I liked the question that Dana Leee asked.", "Dana Leee"),
        ("I liked what Dana Lei said.", "Dana Lei"),
    ],
)
def test_a_whole_name_is_read_in_the_text_too(words: str, marked: str) -> None:
    assert found("misspelt-name", note(words)) == [marked]


@pytest.mark.parametrize(
    ("card", "words", "marked"),
    [
        ("Oddvar Nilsen", "Odvar Nilsen showed me the loads.", ["Odvar Nilsen"]),
        ("Ben Akintola", "I liked what Ben Akintole said.", ["Ben Akintole"]),
        ('Hyun-woo "Harry" Choi', "I liked what Harry Choy said.", ["Harry Choy"]),
        ('Hyun-woo "Harry" Choi', "I liked what Harry Choi said.", []),
        ("Maria Rossi", "Mario Rossi met me at the door.", []),
        ("Robin Wood", "You told me of Rowan Wood.", []),
        ("Brock Hill", "You walked me round the ward on Brook Hill.", []),
        (
            "Brock Hill",
            "I took the bus up Brook Hill, and the road to Brook Hill is steep.",
            [],
        ),
        ("Brock Hill", "Please give this to Brook Hill.", ["Brook Hill"]),
        ("Rose King", "I liked what Rose Kline said.", []),
        ("Oddvar Nilsen", "Mr Nilsen and the Oslo Nilsen firm came up.", []),
        ("Thanh Nguyen", "Also Nguyen Street, and Than Nguyens, came up.", []),
    ],
)
def test_a_first_name_before_a_known_last_one(card: str, words: str, marked: list[str]) -> None:
    context = with_people("Dana Lee", card, to=("Dana Lee",))
    assert found("misspelt-name", note(words, context)) == marked


def test_a_title_brings_a_family_name() -> None:
    draft = note("Ms. Bhatacharya asked about queues.", with_people("Rina Bhattacharya"))
    assert found("misspelt-name", draft) == ["Bhatacharya"]


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("Thank you again, Ms. Bhatacharya.", ["Bhatacharya"]),
        ("Ms. Bhatacharya, your question stayed with me.", ["Bhatacharya"]),
        ("I met Ms. Bhatacharya in the hall.", []),
        ("My referee, Dr. Bhatacharya, will ring you.", []),
    ],
)
def test_the_only_reader_has_a_title_where_spoken_to(words: str, marked: list[str]) -> None:
    context = with_people("Rina Bhattacharya", to=("Rina Bhattacharya",))
    assert found("misspelt-name", note(words, context)) == marked


@pytest.mark.parametrize(
    ("card", "words", "marked"),
    [
        ("Dr. Pavel Hrdlicka", "I met Dr. Patel of the lab.", ["Patel"]),
        ("Beatriz Almeida", "I met Mrs Beattie too.", []),
        ("Paula Brandão", "I met Mrs. Brandl too.", []),
        ("Zeynep Öztürk", "I met Ms Ozturk too.", ["Ozturk"]),
        ("Piet Van Lief", "Van Life is a book.", []),
    ],
)
def test_a_short_surname_behind_a_title_has_one_slip(
    card: str, words: str, marked: list[str]
) -> None:
    assert found("misspelt-name", note(words, with_people(card, to=("Dana Lee",)))) == marked


@pytest.mark.parametrize(
    ("company", "words", "marked"),
    [
        ("Google", "I would love to work at Gogle.", ["Gogle"]),
        ("Microsoft", "Thank you for the interview with Micorsoft.", ["Micorsoft"]),
        ("Harbour Maps Ltd", "I admire Harbor Maps for that.", ["Harbor"]),
        ("Coldharbour Foods", "I hope to join Coldarbour soon.", ["Coldarbour"]),
        ("Brightwell", "I hope to join Brightwel.", ["Brightwel"]),
        ("Barclays", "I live in Barclay Street and hope to join you.", []),
        ("Marks & Spencer", "I hope to join Marks and Spenser.", ["Spenser"]),
        ("Acme Corporation", "I hope to join Acme Corp.", []),
        ("Google", "I hope to join Google as a Googler.", []),
        ("Stripe", "I hope to join the Stripes team of the town.", []),
        ("Nestlé", "I hope to join Nestle.", []),
        ("PayPal", "I hope to join Paypal.", []),
        ("Harlan Freight", "I worked at Harlan Freights before.", []),
        ("Barnet Hospital", "I worked at Barnes Hospital for a year.", []),
        ("Orin", "I hope to join Oren one day.", []),
        ("Marsh", "I look forward to March.", []),
        ("Hanne", "I enjoyed talking with Hanna.", []),
        ("Quayline", "I asked Quaylin about the loads.", []),
        ("Delacroix", "I hope to work with Delacruix at acme.delacruix.example.", []),
        ("Googel", "I hope to join Google.", []),
        ("Acme & Sons", "I hope to join Acne & Sons.", []),
        ("Tweddle & Sons", "I hope to join Tweddel & Sons.", ["Tweddel"]),
        ("Delacroix Ropes", "I hope to join Delacroi Ropes.", ["Delacroi"]),
        ("Acme Consulting", "I would like to be an Acme Consultant one day.", []),
        ("Hansen", "Thank you for introducing me to Hanson.", []),
        ("Petersen Ropes", "I enjoyed the talk with Peterson about ropes.", []),
        ("Genova", "I would love to move to Geneva.", []),
    ],
)
def test_a_firm_nearly_right_is_put_right(company: str, words: str, marked: list[str]) -> None:
    mail = "dana.lee@delacroixropes.example" if "Ropes" in company else "dana.lee@google.example"
    people = (Person("Dana Lee", mail),)
    context = replace(TY, interview=replace(CARD, company=company, interviewers=people))
    if "Delacruix" in words:
        context = replace(context, sender=replace(ME, email="priya@delacruix.example"))
    draft = note(words, context)
    assert found("misspelt-name", draft) == marked
    assert not marked or found("misspelt-name", _again(draft)) == []


@pytest.mark.parametrize(
    ("subject", "marked"),
    [
        ("Thank you – Gogle interview", ["Gogle"]),
        ("Data Engineer at Gogle", ["Gogle"]),
        ("Re: Gogle interview", []),
        ("Thank you, Gogle", []),
    ],
)
def test_a_firm_in_the_subject_is_read_too(subject: str, marked: list[str]) -> None:
    context = replace(TY, interview=Interview(company="Google"), recipients=())
    assert found("misspelt-name", note(context=context, subject=subject)) == marked


def test_a_person_greeted_in_two_parts_is_replaced_whole() -> None:
    other = Interview(interviewers=(Person("Priya K. Nair"),))
    context = replace(TY, other_interviews=(other,))
    draft = note(greeting="Dear Nair, Priya K.,", context=context)
    assert found("other-interview", draft) == ["Nair", "Priya K."]
    assert repaired("other-interview", draft).startswith("Dear Dana Lee,\n")
    draft = note(greeting="Dear Dana and Priya,", context=context)
    assert outcome("other-interview", draft).findings[0].suggestions == ()
    draft = note(
        greeting="Dear Nair, Priya,",
        context=with_people("Priya Nair", "Dana Lee", to=("Dana Lee",)),
    )
    assert repaired("wrong-recipient", draft).startswith("Dear Dana Lee,\n")


@pytest.mark.parametrize(
    ("card", "words", "marked"),
    [
        ("Jordan Hill", "You told me about Jordan Hall and its roof.", []),
        ("Chelsea Hill", "I once worked for Chelsea Hall.", []),
        ("Paris Park", "I lived in Paris Mark for a year.", []),
        ("Brooklyn Greene", "I enjoyed Brooklyn Green and its trees.", []),
        ("Jordan Hill", "It was good that Jordan Hall asked about queues.", ["Jordan Hall"]),
        ("Jordan Hill", "I learned much from Jordan Hil.", ["Jordan Hil"]),
        ("Jordan Hill", "My thanks to Jordan Hall for the tour.", ["Jordan Hall"]),
    ],
)
def test_a_place_called_like_somebody_is_none(card: str, words: str, marked: list[str]) -> None:
    context = with_people(card, to=("Dana Lee",))
    assert found("misspelt-name", note(words, context)) == marked
    draft = note(context=context, subject=words.rstrip("."))
    assert found("misspelt-name", draft) == marked


def test_a_message_ends_with_one_stop() -> None:
    draft = note(greeting="Dear Prya K.,", context=with_people("Priya K. Nair"))
    assert outcome("misspelt-name", draft).findings[0].message.endswith("says Priya K.")


def test_the_sender_may_share_a_name() -> None:
    context = replace(with_people("Pria Shah"), sender=Sender("Priya Nair"))
    assert found("misspelt-name", note("Dana and I, Priya Nair, agreed.", context)) == []


def test_another_card_may_hold_the_right_name() -> None:
    other = Interview(interviewers=(Person("Diana Ross"), Person("Félix Gagnon")))
    context = replace(TY, other_interviews=(other,), recipients=())
    assert found("misspelt-name", note(greeting="Dear Diana,", context=context)) == []
    felix = replace(context, interview=with_people("Félix Gagné").interview)
    assert found("misspelt-name", note(greeting="Dear Felix,", context=felix)) == ["Felix"]


@pytest.mark.parametrize(
    ("to", "written"),
    [(("Omar Haddad",), "Dana"), (("Omar Haddad",), "Maria"), (("Wei Zhang",), "Mr. Okafor")],
)
def test_a_greeting_for_somebody_else_is_marked(to: tuple[str, ...], written: str) -> None:
    context = with_people("Dana Lee", "Omar Haddad", "Wei Zhang", to=to)
    draft = note(greeting=f"Dear {written},", context=context)
    assert found("wrong-recipient", draft) == [written.removeprefix("Mr. ")]
    assert repaired("wrong-recipient", draft).startswith(f"Dear {to[0]},")


@pytest.mark.parametrize(
    ("to", "written"),
    [
        (Person("", "marie@acme.example"), "Dana"),
        (Person("Marie Duval"), "Maria"),
    ],
)
def test_a_colleague_is_marked_whatever_the_to_field_shows(to: Person, written: str) -> None:
    marie = Person("Marie Duval", "marie@acme.example")
    card = replace(CARD, interviewers=(DANA, Person("Maria Sanchez"), marie))
    draft = note(greeting=f"Dear {written},", context=replace(TY, interview=card, recipients=(to,)))
    assert found("wrong-recipient", draft) == [written]
    assert repaired("wrong-recipient", draft).startswith("Dear Marie Duval,")


@pytest.mark.parametrize(
    ("written", "right"), [("Vaino", "Väinö"), ("Marja", "Marjo"), ("Ainoo", "Aino")]
)
def test_of_two_names_the_nearest_is_meant_or_the_readers(written: str, right: str) -> None:
    names = ("Aino Mäkelä", "Marju Salo", "Väinö Mäki", "Marjo Aho")
    to = {"Väinö": "Väinö Mäki", "Marjo": "Marjo Aho", "Aino": "Väinö Mäki"}[right]
    draft = note(greeting=f"Dear {written},", context=with_people(*names, to=(to,)))
    assert repaired("misspelt-name", draft).startswith(f"Dear {right},")


def test_an_address_of_the_own_name_explains_no_other() -> None:
    aino, maki = Person("Aino Mäkelä"), Person("Väinö Mäki", "vaino.maki@acme.example")
    card = replace(CARD, interviewers=(aino, maki))
    draft = note(greeting="Dear Aino,", context=replace(TY, interview=card, recipients=(maki,)))
    assert found("wrong-recipient", draft) == ["Aino"]


@pytest.mark.parametrize(
    ("to", "written"),
    [
        (Person("Sam Brook", "sam@acme.example"), "Dana"),  # a coordinator passes it on
        (Person("Acme Recruiting", "jobs@acme.example"), "Dana"),
        (Person("", "x17@acme.example"), "Maria"),
        (Person("dana.lee@acme.example", "dana.lee@acme.example"), "Dana"),
        (Person("Zhang Wei", "vivian.zhang@acme.example"), "Vivian"),
        (Person("HR Department", "hr@acme.example"), "Maria"),
        (Person("Rahul"), "Mr. Sharma"),  # no more than a first name is known
        (Person("Dana"), "Ms. Lee"),
        (Person("李伟"), "Wei"),
        (Person("Özgür Yılmaz"), "Özgür Bey"),
        (Person("Dana Lee (Acme)"), "Dana"),
        (Person("Lee, Dana"), "Dana"),
        (DANA, "Dana and Omar"),
        (DANA, "Diana"),  # a slip of the pen, which is said elsewhere
    ],
)
def test_a_greeting_that_can_be_explained_is_left_alone(to: Person, written: str) -> None:
    context = replace(TY, recipients=(to,))
    assert found("wrong-recipient", note(greeting=f"Dear {written},", context=context)) == []
