"""The labelled emails are whole, varied and labelled as the format says."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from afterword.draft.model import Kind, Move
from tests.measure.corpus import FOLDER, KINDS, Email, own
from tests.measure.score import CHECKS

EMAILS = own()
UNUSED = (
    *("07700 900", "020 7946 0", "0131 496 0", "0116 496 0", "01632 960"),
    *("06 39 98", "0491 570", "030 23125"),
)
"""Numbers that nobody has, set aside for drama: British (Ofcom), French (Arcep), Australian (ACMA)
and German (Bundesnetzagentur)."""
FIELDS = {
    *("id source origin kind subject body filled blanks context parts sentences".split()),
    *("issues good".split()),
}
LABEL = re.compile(r"`(\w+)`(?=[^:]*:)")
"""A label in `labels.md`, before the colon behind which its meaning stands."""
PARTS = set("greeting greeting_names sign_off signature full_name phone email linkedin".split())


@pytest.mark.parametrize("email", EMAILS, ids=lambda email: email.id)
def test_a_record_is_whole(email: Email) -> None:
    record = email.record
    body, parts = record["body"], record["parts"]
    assert set(record) == FIELDS
    assert record["kind"] in KINDS
    assert record["good"] in {"strong", "fair", "weak", *[None] * (record["kind"] == "other")}
    assert set(parts) == PARTS
    assert set(record["context"]) == {"interviewers", "company", "role", "sender"}
    for part in ("greeting", "sign_off", "signature"):
        assert parts[part] is None or parts[part] in body
    assert all(blank in body for blank in record["blanks"])
    places = [body.find(sentence["text"]) for sentence in record["sentences"]]
    assert -1 not in places and places == sorted(places)
    assert all(set(s["labels"]) <= set(map(str, Move)) for s in record["sentences"])
    for issue in record["issues"]:
        assert issue["type"] in CHECKS
        where = f"{record['subject']}\n{body}"
        assert issue["text"] is None or issue["text"] in where


@pytest.mark.parametrize("label", [*CHECKS, *map(str, Move)])
def test_the_page_says_what_each_label_means(label: str) -> None:
    page = (FOLDER / "labels.md").read_text("utf-8")
    named = {name for line in page.splitlines() for name in LABEL.findall(line)}
    assert label in named


@pytest.mark.parametrize("email", EMAILS, ids=lambda email: email.id)
def test_addresses_and_numbers_are_nobodys(email: Email) -> None:
    body = email.record["body"]
    assert all(
        re.search(r"\.example\b|\bexample\.(com|org)$", host)
        for host in re.findall(r"@([\w.-]+\w)", body)
    )
    numbers = re.findall(r"\+?\(?\d[\d ()-]{7,}\d", body)
    assert all("555" in number or number.startswith(UNUSED) for number in numbers)


def test_there_are_enough_of_each_kind_and_none_twice() -> None:
    kinds = Counter(email.kind for email in EMAILS)
    assert sum(kinds.values()) >= 150 and kinds[Kind.OTHER] >= 50
    assert min(kinds.values()) >= 35
    assert len({email.id for email in EMAILS}) == len(EMAILS)


def test_no_sentence_is_multiplied() -> None:
    """A formula that several people use is no copy; a longer sentence would be."""
    written = Counter(
        sentence["text"] for email in EMAILS for sentence in email.record["sentences"]
    )
    often = {text: count for text, count in written.items() if count > 2 and len(text) > 80}
    assert not often
