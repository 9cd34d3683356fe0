"""Greetings: where they end, and whom they name."""

from __future__ import annotations

import pytest

from afterword.draft.draft import Draft
from afterword.draft.model import Context, Interview, Person
from afterword.draft.parse import parse

REST = "\n\nIt was good to meet you.\n\nBest regards,\nPriya Nair"


def greet(line: str, context: Context | None = None) -> Draft:
    """Parse a note that opens with `line`."""
    return parse(None, line + REST, context)


@pytest.mark.parametrize(
    ("card", "line", "name"),
    [
        ("Dean Cain", "Dear Dean,", "Dean"),
        ("Monday Eze", "Hi Monday!", "Monday"),
        ("He Xiangjian", "Hello He Xiangjian", "He Xiangjian"),
        ("May Day", "Hello May Day", "May Day"),
        ("Ma Thida", "Dear Ma,", "Ma"),
        ("Dana Lee", "Dear Dean,", None),
        ("Sir John Hale", "Dear Sir,", None),
        ("HR Manager", "Dear Manager,", None),
        ("Trần Thị Kim Ngân", "Chào chị Ngân,", "Ngân"),
        ("Llŷr ap Gwilym", "Annwyl Llyr,", "Llyr"),
        ("Nagy Katalin", "Kedves Katalin!", "Katalin"),
        ("Ayşe Yıldırım", "Sayın Ayşe Hanım,", "Ayşe Hanım"),
        ("Gwen Rhys", "Bore da annwyl Gwen!", "Gwen"),
        ("Dana van Dijk", "Goedendag Dana van Dijk,", "Goedendag Dana van Dijk"),
        ("Dana Lee", "Lovely to meet you Dana!", None),
        ("Christian Dear", "Dear Mr Dear,", "Dear"),
        ("Muhammad Rizky", "Dear Rizky (if I may),", "Rizky"),
        ("May Day", "hi may,", "may"),
        ("Will May", "Hi will,", "will"),
        ("Ann May", "Hi ann may,", "ann may"),
        ("So Young", "Dear so young,", "so young"),
        ("Dana Lee", "Hi will,", "will"),
        ("Dana Lee", "Hello my love,", None),
        ("Dana Lee", "Dear Dana (she/her),", "Dana"),
        ("Dana Lee", "Dear Respected Professor,", None),
        ("Dana Lee", "Dear Respected Dana,", "Dana"),
        ("Dana Lee", "Dear Future Boss,", None),
        ("Dana Lee", "Dear Mr. Chairman,", None),
        ("Dana Lee", "Dear Interviewer(s),", None),
        ("Emma Head", "Dear Emma Head,", "Emma Head"),
        ("Emma Head", "Dear Ms Head,", "Head"),
        ("Matron Kelly", "Dear Matron Kelly,", "Kelly"),
        ("Li Gang", "Dear Gang,", "Gang"),
        ("Chef Marchetti", "Chef,", None),
        ("Coach Bell", "Dear Coach,", None),
    ],
)
def test_a_name_of_the_card_is_a_name_whatever_else_it_is(
    card: str, line: str, name: str | None
) -> None:
    draft = greet(line, Context(interview=Interview(interviewers=(Person(card),))))
    assert [part.text for part in draft.greeting_names] == ([name] if name else [])


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Dear Dana Lee,", ["Dana Lee"]),
        ("Hi Dana,", ["Dana"]),
        ("Dear Dana", ["Dana"]),
        ("Hi Dana!!", ["Dana"]),
        ("Hi Dana.", ["Dana"]),
        ("Hello, Dana Lee -", ["Dana Lee"]),
        ("@Dana Lee,", ["Dana Lee"]),
        ("A very good morning to you, Dana!", ["Dana"]),
        ("Happy Wednesday, Dana!", ["Dana"]),
        ("Шановна пані Оксано!", ["Шановна пані Оксано"]),
        ("王先生，您好", ["王先生", "您好"]),
        ("Mālō e lelei Dr Faleolo and Mr Hobbs,", ["Faleolo", "Hobbs"]),
        ("hi maría lópez,", ["maría lópez"]),
        ("DEAR DANA,", ["DANA"]),
        ("hi dr okoro", ["okoro"]),
        ("hey ms. rao", ["rao"]),
        ("yo coach dan", ["dan"]),
        ("hi sam and dana", ["sam", "dana"]),
        ("hi coach sam and dana", ["sam", "dana"]),
        ("hi sam & dana", ["sam", "dana"]),
        ("hi sam and team", ["sam"]),
        ("Sup Dan", ["Dan"]),
        ("hi chef marco", ["marco"]),
        ("Hello Dr. Rao:", ["Rao"]),
        ("Dear Dr. J. K. Rao,", ["J. K. Rao"]),
        ("Dear Ms.Rao,", ["Rao"]),
        ("Sam and Dr. Rao,", ["Sam", "Rao"]),
        ("Sgt. Whitfield, Ms. Tanaka:", ["Whitfield", "Tanaka"]),
        ("Mālō e lelei Mrs. Havea,", ["Havea"]),
        ("Mōrena Aroha,", ["Aroha"]),
        ("Morena Shane,", ["Shane"]),
        ("Morena,", ["Morena"]),
        ("Dear Professor Dr. Weber,", ["Weber"]),
        ("Dear Principal Pierce,", ["Pierce"]),
        ("Respected Mr. Venkataraman Sir,", ["Venkataraman"]),
        ("Dana,", ["Dana"]),
        ("Dana -", ["Dana"]),
        ("Good morning Ms. Okafor,", ["Okafor"]),
        ("Good afternoon, Mr. Adeyemi.", ["Adeyemi"]),
        ("Tēnā korua Marama and Stuart,", ["Marama", "Stuart"]),
        ("Assalamualaikum Tuan Haji Ahmad Zaki and Puan Norliza,", ["Ahmad Zaki", "Norliza"]),
        ("As-salamu alaykum Mr. Khan,", ["Khan"]),
        ("Selamat pagi Pak Budi,", ["Budi"]),
        ("Magandang araw po Ms. Cruz,", ["Cruz"]),
        ("Vanakkam Ravi,", ["Ravi"]),
        ("Bom dia Fernanda,", ["Fernanda"]),
        ("Merhaba Ayşe Hanım,", ["Ayşe Hanım"]),
        ("Beste heer De Ruiter,", ["De Ruiter"]),
        ("Dear Mr. Ma,", ["Ma"]),
        ("Dear Jack Ma,", ["Jack Ma"]),
        ("Dear Ms. Man and Dr. Foreman,", ["Man", "Foreman"]),
        ("Dear Das mam,", ["Das"]),
        ("Dear Ms. Mam,", ["Mam"]),
        ("Dear Rabbi Feldman,", ["Feldman"]),
        ("渡辺様", ["渡辺様"]),
        ("김민준 님,", ["김민준 님"]),
        ("Hi Dana, Omar and Priya,", ["Dana", "Omar", "Priya"]),
        ("Dear Mr. Kim and Ms. Lee,", ["Kim", "Lee"]),
        ("Dear Ms. Sato, dear Mr. Brandt,", ["Sato", "Brandt"]),
        ("Hi Sam, hi Noor,", ["Sam", "Noor"]),
        ("Hello Sam and hello Noor!", ["Sam", "Noor"]),
        ("Hi Sam, hello again,", ["Sam"]),
        ("Hi hello Sam,", ["Sam"]),
        ("Hi Dana and team,", ["Dana"]),
        ("Dear Dana (and team),", ["Dana"]),
        ("Hello again Dana,", ["Dana"]),
        ("Hi there Dana,", ["Dana"]),
        ("Hi, Dana,", ["Dana"]),
        ("Hi Dana 😊,", ["Dana"]),
        ("*Hi Dana,*", ["Dana"]),
        ("Hi\xa0Dana\u200b,", ["Dana"]),
        ("Dear Will,", ["Will"]),
        ("Dear An,", ["An"]),
        ("Dear Mr. O'Brien-Núñez,", ["O'Brien-Núñez"]),
        ("Dear Ms. de la Cruz,", ["de la Cruz"]),
        ("Dear Omar bin Khalid al-Sayed,", ["Omar bin Khalid al-Sayed"]),
        ("Sehr geehrte Frau Müller,", ["Müller"]),
        ("Estimada Señora García López:", ["García López"]),
        ("Дорогая Анна,", ["Анна"]),
        ("مرحبا سارة،", ["سارة"]),
        ("Dear 田中さん,", ["田中さん"]),
        ("Mālō e lelei Mrs. Havea,", ["Havea"]),
        ("Dear jury members, Ms. Rao and Mr. Kim,", ["Rao", "Kim"]),
        ("hello friends, Dana and Omar,", ["Dana", "Omar"]),
        ("Dear Deputy Principal Weber,", ["Weber"]),
        ("Dear Supervisor Pierce,", ["Pierce"]),
        ("Bula Chief Officer Rao,", ["Rao"]),
        ("Dear Team Leader Cho,", ["Cho"]),
        ("Dear Branch Manager Rao,", ["Rao"]),
        ("Good morning Section Head Tanaka,", ["Tanaka"]),
        ("Hi Dana mate,", ["Dana"]),
        ("Dear Ravi s/o Kumar,", ["Ravi s/o Kumar"]),
        ("Dear Tsion W/Mariam,", ["Tsion W/Mariam"]),
        ("Dear Anil Pal,", ["Anil Pal"]),
        ("dear anil pal,", ["anil pal"]),
        ("Dear Dr Anita Pal,", ["Anita Pal"]),
        ("Dear Yoon Man and Bud Buddy,", ["Yoon Man", "Bud Buddy"]),
    ],
)
def test_names(line: str, names: list[str]) -> None:
    draft = greet(line)
    assert draft.greeting is not None
    assert draft.greeting.text == line
    assert [name.text for name in draft.greeting_names] == names
    assert [name.span.of(draft.text) for name in draft.greeting_names] == names
    assert [sentence.text for sentence in draft.sentences] == ["It was good to meet you."]


@pytest.mark.parametrize(
    "line",
    [
        "Hi,",
        "Hi ,",
        "Hi there,",
        "Hi all,",
        "Hi team,",
        "Hello everyone!",
        "Good morning!",
        "Magandang hapon,",
        "Gentlemen,",
        "Dear Sir or Madam,",
        "Respected Sir,",
        "Dear Hiring Manager,",
        "Dear Mr. Manager,",
        "Hi mam",
        "Dear sir/mam,",
        "Hey man,",
        "Hello Boss,",
        "Dear Hiring Team at Acme,",
        "Dear Head of Engineering,",
        "Hello from Leeds,",
        "Dear Program Director,",
        "Dear Vice President,",
        "Dear Shift Supervisor,",
        "Dear Team Leader,",
        "Dear Branch Manager and Team,",
        "Dear Foreman,",
        "Dear Acme Recruiting Associates,",
        "Dear Mr./Mrs. Interviewer,",
        "Dear [Interviewer's Name],",
        "Dear {{interviewer}},",
        "To whom it may concern",
        "To the Personnel Office,",
        "To the members of the interview panel:",
        "To Whom It May Concern:",
    ],
)
def test_nobody_is_named(line: str) -> None:
    draft = greet(line)
    assert draft.greeting is not None
    assert draft.greeting.text == line
    assert draft.greeting_names == ()


@pytest.mark.parametrize(
    ("line", "greeting", "sentence"),
    [
        ("Hi Dana, thank you for today.", "Hi Dana,", "thank you for today."),
        ("Hi Dana - thanks for today.", "Hi Dana -", "thanks for today."),
        ("Hi Dana! Thank you for today.", "Hi Dana!", "Thank you for today."),
        ("Hi Dana thank you for today.", "Hi Dana", "thank you for today."),
        ("Dear Dana,Thank you for today.", "Dear Dana,", "Thank you for today."),
        ("hi maria loved meeting you", "hi maria", "loved meeting you"),
        ("hi maria, loved meeting you", "hi maria,", "loved meeting you"),
        ("hey coach thanks for today", "hey coach", "thanks for today"),
        ("hey dana and thanks for today", "hey dana", "and thanks for today"),
        ("hi maria, Omar showed me the yard.", "hi maria,", "Omar showed me the yard."),
        ("Hi Will, thanks for today", "Hi Will,", "thanks for today"),
        ("Hi Dana, Omar, and Priya, thank you.", "Hi Dana, Omar, and Priya,", "thank you."),
        ("Hello, thank you for today.", "Hello,", "thank you for today."),
        ("Hi, Dana thank you for today.", "Hi, Dana", "thank you for today."),
        ("Hi, Omar showed me the yard.", "Hi,", "Omar showed me the yard."),
        ("Hi will you have news soon?", "Hi", "will you have news soon?"),
        ("Hi May I ask for an update?", "Hi", "May I ask for an update?"),
        ("Hi just wanted to thank you.", "Hi", "just wanted to thank you."),
        ("Dana, thank you for today.", "Dana,", "thank you for today."),
    ],
)
def test_text_on_the_same_line(line: str, greeting: str, sentence: str) -> None:
    draft = greet(line)
    assert draft.greeting is not None
    assert draft.greeting.text == greeting
    assert draft.sentences[0].text == sentence


@pytest.mark.parametrize(
    "line",
    [
        "Thank you, Dana, for your time.",
        "Yesterday, I met your team.",
        "Good to meet you today.",
        "Thanks,",
        "It was great to talk, Dana.",
        "I hope you are well.",
    ],
)
def test_no_greeting(line: str) -> None:
    draft = greet(line)
    assert draft.greeting is None
    assert draft.sentences[0].text == line


def test_a_known_name_greets_in_front_of_any_sentence() -> None:
    line = "Dana, I enjoyed our talk."
    assert greet(line).greeting is None
    card = Interview(interviewers=(Person("Dana Lee"),))
    greeting = greet(line, Context(interview=card)).greeting
    assert greeting is not None
    assert greeting.text == "Dana,"


def test_a_letter_head_may_stand_above() -> None:
    head = "4 March 2026\n\nDana Lee, Head of Data\nAcme\n12 High Street\nLeeds\n(555) 010-0119\n\n"
    draft = parse(None, head + "Dear Ms. Lee:" + REST)
    assert draft.greeting is not None
    assert draft.greeting.text == "Dear Ms. Lee:"
    assert [sentence.text for sentence in draft.sentences] == ["It was good to meet you."]


@pytest.mark.parametrize(
    "head",
    [
        "Ana Ruiz\n48 Maple Street\nana.ruiz@example.com\n\nMarch 14\n\nMs. Dana Lee\nAcme",
        "ANA RUIZ\n9 Harbor Court, Portland, ME 04101\n(207) 555-0144 | ana@example.com",
        "7 Orchard Lane\n22 September\n\nDana Lee, Librarian\nThe Old Corn Exchange, Wexcombe",
        "P.O. Box 118\nKericho\n\nThe Factory Manager\nHighland Tea Factors",
        "310 Founders Hall\n\nMs. Dana Lee\nFirst County Bank\nTerre Haute, IN 47807",
        "Ana Ruiz\n1 Elm Rd\nDayton, OH 45402\n555-0142\nana@example.com\nlinkedin.com/in/ana\n\n"
        "March 14\n\nDana Lee\nOffice Manager\nAcme\nThe Bank of Mercia\n2 Main St.\nDayton",
    ],
)
def test_a_letter_head_holds_addresses_and_names_of_any_sort(head: str) -> None:
    draft = parse(None, head + "\n\nDear Ms. Lee:" + REST)
    assert draft.greeting is not None
    assert draft.greeting.text == "Dear Ms. Lee:"
    assert [sentence.text for sentence in draft.sentences] == ["It was good to meet you."]


def test_a_small_word_of_a_known_name_names_somebody() -> None:
    card = Interview(interviewers=(Person("Jan in 't Veld"),))
    facts = greet("Dear Jan in 't Veld,", Context(interview=card))
    assert [name.text for name in facts.greeting_names] == ["Jan in 't Veld"]


@pytest.mark.parametrize("head", ["Dana Lee\nAcme\n2 Main St.", "Ms. Dana Lee\n\nDayton, OH 45402"])
def test_the_name_of_a_known_reader_may_begin_the_address(head: str) -> None:
    context = Context(interview=Interview(interviewers=(Person("Dana Lee"),)))
    draft = parse(None, head + "\n\nDear Ms. Lee:" + REST, context)
    assert draft.greeting is not None
    assert draft.greeting.text == "Dear Ms. Lee:"
    assert [sentence.text for sentence in draft.sentences] == ["It was good to meet you."]
    alone = greet("Dana Lee", context)
    assert alone.greeting is not None
    assert alone.greeting.text == "Dana Lee"


@pytest.mark.parametrize(
    "line",
    ["The interview was good", "First of all", "This was good", "WE MET TODAY", "IT IS ON TUESDAY"],
)
def test_words_that_begin_a_sentence_are_no_letter_head(line: str) -> None:
    assert greet(line + "\n\nDear Ms. Lee,").greeting is None


def test_salutation_and_honorific() -> None:
    facts = greet("Good morning Prof. Dr. Weber,").greeting_facts
    assert facts.salutation is not None
    assert facts.salutation.text == "Good morning"
    assert [person.title and person.title.text for person in facts.people] == ["Prof. Dr."]


def test_an_honorific_in_small_letters_behind_words_that_greet() -> None:
    card = Interview(interviewers=(Person("Dana Lee"),))
    facts = greet("Goedemiddag mevrouw Lee,", Context(interview=card)).greeting_facts
    assert [person.title and person.title.text for person in facts.people] == ["mevrouw"]
