"""Names from many cultures, as people write them: what is right is never marked."""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.draft import people
from afterword.draft.draft import Draft
from afterword.draft.model import Context, Interview, Person
from afterword.draft.parse import parse
from afterword.draft.people import denotes, near_miss
from afterword.draft.words import PARTICLES, SUFFIXES, TITLES
from tests.drafts import checks

TABLE = tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))
NAMES = ("misspelt-name", "wrong-recipient", "other-interview")
BY_ID = checks().by_id

Row = tuple[str, str]
RIGHT: list[Row] = []
NEAR: list[tuple[str, str, str]] = []
OTHER: list[Row] = []
for culture in TABLE.values():
    for card, forms in culture["right"].items():
        RIGHT.extend((card, form) for form in forms)
    for card, slips in culture.get("near", {}).items():
        NEAR.extend((card, form, right) for form, right in slips.items())
    for card, forms in culture.get("other", {}).items():
        OTHER.extend((card, form) for form in forms)
CARDS = sorted({card for card, _ in RIGHT})


def letter(greeting: str, *interviewers: str, to: str | None = None, other: str = "") -> Draft:
    """Return a note that greets somebody, to the first interviewer unless `to` says otherwise."""
    card = Interview(tuple(Person(name) for name in interviewers), "Acme", "Data Engineer")
    elsewhere = Interview((Person(other),), "Globex", "Analyst") if other else Interview()
    context = Context(
        interview=card,
        recipients=(Person(to or interviewers[0]),),
        other_interviews=(elsewhere,),
    )
    body = f"Dear {greeting},\n\nThank you for the interview.\n\nKind regards,\nPriya Nair"
    return parse("Data Engineer interview", body, context)


def found(draft: Draft) -> dict[str, list[str]]:
    """Return the words that each check of names marks; a check that marks none is left out."""
    marked: dict[str, list[str]] = {}
    for id in NAMES:
        for finding in BY_ID[id].check.detect(draft, {}):
            assert finding.span is not None
            marked.setdefault(id, []).append(finding.span.of(draft.text))
    return marked


def test_the_table_is_wide() -> None:
    assert len(RIGHT) + len(NEAR) + len(OTHER) >= 250
    assert len(TABLE) >= 25


@pytest.mark.parametrize(("card", "form"), RIGHT)
@pytest.mark.parametrize("shape", ["NFC", "NFD"])
def test_a_right_name_is_never_marked(card: str, form: str, shape: str) -> None:
    written = unicodedata.normalize(shape, form)  # type: ignore[arg-type]
    assert near_miss(written, [Person(card)]) is None
    assert found(letter(written, card, other="Priscilla Quaye")) == {}


@pytest.mark.parametrize(("card", "form", "right"), NEAR)
def test_a_slip_is_put_right(card: str, form: str, right: str) -> None:
    draft = letter(form, card, other="Priscilla Quaye")
    assert list(found(draft)) == ["misspelt-name"]
    missed = near_miss(draft.greeting_names[0].text, [Person(card)])
    assert missed is not None
    assert missed.text == right
    assert near_miss(missed.text, [Person(card)]) is None


@pytest.mark.parametrize(("card", "form"), OTHER)
def test_another_name_is_no_slip(card: str, form: str) -> None:
    assert not denotes(form, card)
    assert "misspelt-name" not in found(letter(form, card))


@pytest.mark.parametrize(("card", "form"), OTHER)
def test_a_name_left_over_from_another_card_is_said_once(card: str, form: str) -> None:
    assert found(letter(form, card, other=f"{form} Okonkwo")) == {"other-interview": [form]}
    whole = f"{form} Okonkwo"
    assert found(letter(whole, card, other=whole)) == {"other-interview": [whole]}


@pytest.mark.parametrize(("card", "form"), OTHER)
def test_a_colleague_of_the_recipient_is_somebody_else(card: str, form: str) -> None:
    assert found(letter(form, card, f"{form} Okonkwo")) == {"wrong-recipient": [form]}


@pytest.mark.parametrize(
    ("card", "form"),
    [
        ("Oliver Hart", "Latoya"),
        ("Oliver Hart", "Dana Lee"),
        ("Chloé Lefèvre", "Tomasz"),
        ("Oluwaseun Adeyemi", "Patricia"),
        ("Chiara García Márquez", "William"),
        ("Wei Zhang", "Mr. Okafor"),
        ("Priya Nair", "Prof. Müller"),
    ],
)
def test_a_name_that_cannot_be_theirs_is_marked(card: str, form: str) -> None:
    assert list(found(letter(form, card))) == ["wrong-recipient"]


@pytest.mark.parametrize(
    ("card", "form"),
    [
        ("Xiaoming Li", "Kevin"),
        ("Li Xiaoming", "Kevin"),
        ("Xiaoming Li", "Kevin Li"),
        ("Robert Hale", "Uncle Bob"),
        ("Park Ji-woo", "Brian"),
        ("Kim Min-jun", "Daniel"),
        ("Nguyễn Minh Thư", "Tiffany"),
        ("Chan Tai Man", "Raymond"),
        ("Ratanaporn Srisai", "Nok"),
        ("Ratanaporn Srisai", "Ploy"),
        ("Ferdinand Reyes", "Bong"),
        ("Olufunmilayo Ade", "Joy"),
        ("William Hart", "Chip"),
        ("William Hart", "Skip"),
        ("Dana Lee", "Mrs. Okafor"),  # a name by marriage
        ("James Paul Ito", "Paul"),
        ("María Gómez", "Teresa"),
        ("Mohammed Khan", "Omar"),
        ("Jean Moreau", "Pierre"),
        ("Hana Kim", "Rachel"),
        ("Edson Nascimento", "Pelé"),
        ("Kwabena Asare", "Junior"),
        ("Olga Petrenko", "Лариса"),
        ("李伟", "Vivian"),
        ("ދިވެހި އަލީ", "Ali"),
    ],
)
def test_a_name_that_may_be_a_nickname_is_left_alone(card: str, form: str) -> None:
    assert found(letter(form, card)) == {}


@pytest.mark.parametrize("address", ["t.hart", "othart", "tomasz", "hart-tomasz", "tom.o"])
def test_an_address_may_explain_a_name(address: str) -> None:
    draft = letter("Tomasz", "Oliver Hart")
    hart = Person("Oliver Hart", f"{address}@acme.example")
    explained = replace(draft.context, recipients=(hart,))
    assert found(parse(draft.subject, draft.text, explained)) == {}


def test_every_short_form_of_the_list_is_right_for_its_name() -> None:
    data = Path(people.__file__).with_name("short_forms.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0].split() for line in data.splitlines())
    families = [words for words in lines if words and words[0] not in ("=", "+")]
    assert len(families) > 600
    for full, *forms in families:
        for form in forms:
            assert not people.is_near_miss(form, f"{full} Quaye"), (full, form)
            assert not people.is_near_miss(full, f"{form} Quaye"), (full, form)
            assert denotes(form, f"{full} Quaye"), (full, form)
            assert not people.is_somebody_else(form, f"{full} Quaye"), (full, form)


def test_a_name_in_another_script_is_no_leftover() -> None:
    assert found(letter("Natalia", "Наталья Кузнецова", other="Natalia Hart")) == {}
    assert found(letter("Kevin", "王小明", other="Kevin Hart")) == {}


@pytest.mark.parametrize(
    ("card", "words"),
    [
        ("Will Marsh", "Will March be a good month to hear from you?"),
        ("Will Marsh", "Will Mars be on the list?"),
        ("Grace May", "We could speak in May Monday or Tuesday."),
        ("Mark Hope", "I saw that Mark Hopper left a review."),
        ("Rosa Acme", "The Acma Rosa line was new to me."),
        ("Chen Wei", "Mr. Chan showed me the lab."),
        ("Dana Lee", "Dr. Leo showed me the lab."),
        ("Dana Lee", "Diana met me at the door."),
        ("April June", "We spoke on 4 April July or not."),
    ],
)
def test_words_beside_a_name_in_the_text_are_left_alone(card: str, words: str) -> None:
    draft = letter(card, card)
    text = draft.text.replace("the interview.", f"the interview. {words}")
    assert found(parse(draft.subject, text, draft.context)) == {}


def parts(name: str) -> list[str]:
    """Return the words of a name that may stand alone, by their place."""
    words = [word for word in name.replace(",", " ").split() if "(" not in word]
    low = TITLES | PARTICLES | SUFFIXES
    return [word for word in words if word.lower().strip(".") not in low and len(word) > 1]


def spellings(name: str) -> list[str]:
    """Return every form of a name that is right whatever the culture."""
    words = parts(name)
    if not words:
        return [name]
    first, last = words[0], words[-1]
    shapes = [
        name, name.upper(), first, last, f"Mr {last}", f"Ms. {last}", f"Dr {first} {last}",
        f"{first} {last}", f"{last} {first}", f"{last.upper()} {first}", f"{first[0]}. {last}",
        f"{first} Q. {last}", name.replace("'", "’"), first.lower(), f"Prof. {name}",
    ]  # fmt: skip
    return [*shapes, *(unicodedata.normalize("NFD", shape) for shape in shapes)]


@given(st.sampled_from(CARDS), st.data())
def test_every_form_of_every_name_is_right(card: str, data: st.DataObject) -> None:
    written = data.draw(st.sampled_from(spellings(card)))
    assert near_miss(written, [Person(card)]) is None
    assert found(letter(written, card, other="Priscilla Quaye")) == {}


@given(st.sampled_from(CARDS), st.sampled_from(CARDS), st.data())
def test_names_of_many_cultures_mix(one: str, two: str, data: st.DataObject) -> None:
    """A person of one culture may have a family name of another."""
    first, last = parts(one), parts(two)
    if not first or not last or first[0].isascii() != last[-1].isascii():
        return
    card = f"{first[0]} {last[-1]}"
    written = data.draw(st.sampled_from(spellings(card)))
    assert near_miss(written, [Person(card)]) is None
    assert found(letter(written, card)) == {}


@given(st.sampled_from([card for card in CARDS if card.isascii()]), st.data())
def test_an_accent_that_the_card_has_not_is_no_slip(card: str, data: st.DataObject) -> None:
    """The card may have been typed in a hurry; the greeting's own accents stay."""
    letters = [index for index, char in enumerate(card) if char.lower() in "aeinou"]
    at = data.draw(st.sampled_from(letters)) + 1
    written = unicodedata.normalize("NFC", f"{card[:at]}\u0301{card[at:]}")
    assert near_miss(written, [Person(card)]) is None
    assert found(letter(written, card)) == {}
