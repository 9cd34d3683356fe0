"""Names and contact details at the end of an email."""

from __future__ import annotations

import pytest

from afterword.draft.model import Context, Interview, Person, Sender
from afterword.draft.parse import parse
from afterword.draft.signature import Signature

BODY = "Dear Dana,\n\nIt was good to meet you.\n\n"


def read(end: str, context: Context | None = None) -> Signature:
    """Return what the end of a note tells; every part must be found at its span."""
    draft = parse(None, BODY + end, context)
    facts = draft.signature_facts
    for part in (facts.name, facts.phone, facts.email, facts.linkedin, *facts.links):
        assert part is None or part.span.of(draft.text) == part.text
    return facts


@pytest.mark.parametrize(
    ("signature", "name", "full"),
    [
        ("Priya Nair", "Priya Nair", True),
        ("Priya", "Priya", False),
        ("Priya, 555 0119", "Priya", False),
        ("Priya xx", "Priya", False),
        ("Priya Nair x", "Priya Nair", True),
        ("Priya, tel. 555 0119", "Priya", False),
        ("priya, priya@example.com", "priya", False),
        ("priya nair", "priya nair", True),
        ("PRIYA NAIR", "PRIYA NAIR", True),
        ("Priya N.", "Priya N.", False),
        ("J. Rao", "J. Rao", True),
        ("Rabi S. De", "Rabi S. De", True),
        ("Jeff He", "Jeff He", True),
        ("Will", "Will", False),
        ("Nair, Priya", "Nair, Priya", True),
        ("Priya Nair, Data Engineer", "Priya Nair", True),
        ("Priya Nair | 555-0119", "Priya Nair", True),
        ("Priya Nair (she/her)", "Priya Nair", True),
        ("Dr. Priya Nair, PhD", "Dr. Priya Nair", True),
        ("Dr. Nair", "Dr. Nair", False),
        ("Pharm. (Mrs.) Ngozi Okafor, MPSN", "Pharm. (Mrs.) Ngozi Okafor", True),
        ("Barr. Ngozi Okafor", "Barr. Ngozi Okafor", True),
        ("Vimala d/o Subramaniam", "Vimala d/o Subramaniam", True),
        ("Arjun A/L Krishnan / HR", "Arjun A/L Krishnan", True),
        ("Barr. Okafor", "Barr. Okafor", False),
        ("Priya (Mrs)", "Priya", False),
        ("*Priya Nair*", "Priya Nair", True),
        ("- Priya", "Priya", False),
        ("Priya\n\nPriya Nair\nData Engineer", "Priya Nair", True),
        ("Nguyễn Minh Thư", "Nguyễn Minh Thư", True),
        ("María García López", "María García López", True),
        ("Ludwig van den Berg", "Ludwig van den Berg", True),
        ("田中太郎", "田中太郎", True),
        ("John R. Smith, Jr.", "John R. Smith", True),
        ('J.R. "Jack" Smith, Jr.', 'J.R. "Jack" Smith', True),
        ("Prof. Dana Q. Lee, Ph.D.", "Prof. Dana Q. Lee", True),
        (
            'Maria Cristina "Tina" dela Cruz-Santos, LPT',
            'Maria Cristina "Tina" dela Cruz-Santos',
            True,
        ),
        ("Monday Okoro", "Monday Okoro", True),
        ("Tsion W/Mariam", "Tsion W/Mariam", True),
        ("Monday", None, False),
        ("[Your Name]", None, False),
        ("Your Name", None, False),
        ("{{sender_name}}", None, False),
    ],
)
def test_name(signature: str, name: str | None, full: bool) -> None:
    facts = read(f"Best regards,\n{signature}")
    assert (facts.name and facts.name.text) == name
    assert facts.full_name is full


@pytest.mark.parametrize("name", ["John R. Smith, Jr.", "Prof. Dana Q. Lee, Ph.D."])
def test_a_name_that_ends_in_a_full_stop_is_signed(name: str) -> None:
    draft = parse(None, f"{BODY}Best regards,\n{name}")
    assert draft.sign_off is not None and draft.sign_off.text == "Best regards,"
    assert [sentence.text for sentence in draft.sentences] == ["It was good to meet you."]


def test_a_name_is_full_when_it_is_all_the_sender_gives() -> None:
    assert read("Best,\nSukarno").full_name is False
    assert read("Best,\nChloe Marchetti x").full_name is True
    assert read("Best,\nChloe xx").full_name is False
    assert read("Best,\nSukarno", Context(sender=Sender(name="Sukarno"))).full_name is True


@pytest.mark.parametrize(
    "phone",
    [
        "555-0119",
        "(555) 010-0119",
        "+44 20 7946 0018",
        "+91 98765 43210",
        "555 010 0119",
        "0917-555-0182",
        "9123-4567",
        "０９０－１２３４－５６７８",
    ],
)
@pytest.mark.parametrize("line", ["{}", "M: {}", "Phone: {} | Leeds"])
def test_phone(phone: str, line: str) -> None:
    found = read(f"Best,\nPriya Nair\n{line.format(phone)}").phone
    assert found is not None
    assert found.text == phone


@pytest.mark.parametrize(
    "line", ["2026-03-04", "03/04/2026", "2019-2023", "12 High Street", "LS1 4AP", "XXX-XXX-XXXX"]
)
def test_no_phone(line: str) -> None:
    assert read(f"Best,\nPriya Nair\n{line}").phone is None


def test_contact_details_in_the_last_sentences() -> None:
    facts = read(
        "You can reach me at (555) 010-0119 or priya@example.com, and my work is at "
        "https://linkedin.com/in/priya-nair.\n\nBest,\nPriya"
    )
    assert facts.phone is not None
    assert facts.email is not None
    assert facts.linkedin is not None
    assert facts.email.text == "priya@example.com"
    assert facts.linkedin.text == "https://linkedin.com/in/priya-nair"


def test_a_name_in_brackets_is_a_name() -> None:
    found = read("Thanking You\nYours Faithfully\n(Priya Nair)\n98450 12345")
    assert found.name is not None and found.name.text == "Priya Nair" and found.full_name


def test_a_long_line_breaks_within_a_number() -> None:
    found = read("Best,\nPriya Nair · priya.nair@example.com · 12 High Street · +44 7700\n900 142")
    assert found.phone is not None and found.phone.text == "+44 7700\n900 142"


def test_a_number_ends_the_line_above() -> None:
    found = read("Best,\nPriya Nair\nParamedic, Engine 9\n555-0142").phone
    assert found is not None and found.text == "555-0142"


@pytest.mark.parametrize(
    "words",
    [
        "I am on 555-0142 most evenings.",
        "Ring 07700 900142 after four.",
        "Get me on 555 0142.",
        "Give us a bell on 555 0142.",
        "My answering machine, 555-0142, is always on.",
        "Leave a message with my aunt at 555-0142.",
        "Can start Monday week, 07700 900142.",
        "Any day but Friday suits (555) 555-0142.",
        "I work three nights this week but I am awake after two, on 555-0142.",
        "Call me. 555-0142.",
        "You can ring me at any time of the day or of the evening on +44 7700\n900 142.",
    ],
)
def test_a_number_in_the_last_words(words: str) -> None:
    assert read(f"Thank you for the day. {words}\n\nBest,\nPriya Nair").phone is not None


@pytest.mark.parametrize(
    "words",
    [
        "We moved 1234 567 890 rows.",
        "The message went to 1234 567 890 people.",
        "It cost 123.456.789 pesos.",
        "It was good to meet on 03.03.2026, as planned.",
        "It was good to meet on 03-03-2026.",
    ],
)
def test_a_figure_in_a_sentence_is_no_phone(words: str) -> None:
    assert read(f"{words}\n\nBest,\nPriya").phone is None


def test_the_readers_address_is_not_the_writers() -> None:
    card = Interview(interviewers=(Person("Dana Lee", email="dana@acme.example"),))
    facts = read("I wrote to dana@acme.example first.\n\nBest,\nPriya", Context(interview=card))
    assert facts.email is None


@pytest.mark.parametrize(
    ("line", "linkedin"),
    [
        ("https://www.linkedin.com/in/priya-nair/", "https://www.linkedin.com/in/priya-nair/"),
        ("linkedin.com/in/priya", "linkedin.com/in/priya"),
        ("priya@example.org | 555-0100 | LinkedIn", "LinkedIn"),
        ("<https://linkedin.com/in/priya>", "https://linkedin.com/in/priya"),
        ("[LinkedIn profile]", None),
        ("github.com/priya", None),
    ],
)
def test_linkedin(line: str, linkedin: str | None) -> None:
    found = read(f"Best,\nPriya Nair\n{line}").linkedin
    assert (found and found.text) == linkedin


def test_other_links() -> None:
    facts = read("Best,\nPriya Nair\ngithub.com/priya, https://priya.example/work.")
    assert [link.text for link in facts.links] == ["github.com/priya", "https://priya.example/work"]


@pytest.mark.parametrize("blank", ["[your LinkedIn address]", "[linkedin.com/in/you]"])
def test_a_profile_in_brackets_is_still_a_blank(blank: str) -> None:
    draft = parse(None, f"Dear Dana,\n\nThank you.\n\nKind regards,\nPriya Nair\n{blank}")
    assert draft.signature_facts.linkedin is None
