"""Whom a written name means, and when it is nearly right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.draft.model import Person
from afterword.draft.people import (
    denotes,
    is_near_miss,
    is_somebody_else,
    match_person,
    near_miss,
)


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Dana", "Dana Lee"),
        ("dana", "Dana Lee"),
        ("DANA LEE", "Dana Lee"),
        ("Lee", "Dana Lee"),
        ("Lee Dana", "Dana Lee"),
        ("Dr. Lee", "Dana Lee"),
        ("Dana M. Lee", "Dana Lee"),
        ("Dana Marie Lee", "Dana M. Lee"),
        ("Dana", "Lee, Dana"),
        ("Dana Lee", "Dana"),
        ("Bhattacharya", "Mr. Bhattacharya"),
        ("Jen", "Jennifer Wu"),
        ("Jennifer", "Jen Wu"),
        ("Bob Lee", "Robert Lee"),
        ("Kasia", "Katarzyna Nowak"),
        ("Abhi", "Abhishek Rao"),
        ("Tunde", "Babatunde Ojo"),
        ("Alex", "Alexei Petrov"),
        ("J. Rao", "Jayanth K. Rao"),
        ("JK", "J. K. Rao"),
        ("Mueller", "Anna Müller"),
        ("José", "Jose Ortiz"),
        ("O’Donnell", "Siobhán O'Donnell"),
        ("Okonjo", "Ada Okonjo-Blake"),
        ("Ms Blake", "Ada Okonjo-Blake"),
        ("García", "María García López"),
        ("van den Berg", "Pieter van den Berg"),
        ("Berg", "Pieter van den Berg"),
        ("Vandenberg", "Pieter van den Berg"),
        ("Sayed", "Omar al-Sayed"),
        ("Al Sayed", "Omar al-Sayed"),
        ("El-Sayed", "Omar al-Sayed"),
        ("Khalid", "Omar bin Khalid"),
        ("Ó Briain", "Dara Ó Briain"),
        ("Tanaka-san", "Yuki Tanaka"),
        ("Minh Thư", "Nguyễn Minh Thư"),
        ("Nguyễn", "Nguyễn Minh Thư"),
        ("王", "王伟"),
        ("Don", "Don Smith"),
        ("Smith", "Don Smith"),
        ("He", "Jeff He"),
        ("Van", "Van Nguyen"),
    ],
)
def test_right(written: str, known: str) -> None:
    assert denotes(written, known)
    assert not is_near_miss(written, known)
    assert near_miss(written, [Person(known)]) is None
    assert match_person(written, [Person("Priscilla Quaye"), Person(known)]) == Person(known)


@pytest.mark.parametrize(
    ("written", "known", "right"),
    [
        ("Diana", "Dana Lee", "Dana"),
        ("Dnaa", "Dana Lee", "Dana"),
        ("Marc", "Mark Stone", "Mark"),
        ("Dianna Lee", "Diana Lee", "Diana Lee"),
        ("Sara Okafor", "Sarah Okafor", "Sarah Okafor"),
        ("John", "Jon Park", "Jon"),
        ("John", "Jonathan Park", "Jonathan"),
        ("Jenn", "Jen Wu", "Jen"),
        ("Dan", "Dana Lee", "Dana"),
        ("Daniel", "Daniela Ruiz", "Daniela"),
        ("Okonkw", "Ada Okonkwo", "Okonkwo"),
        ("Catherine", "Katherine Ho", "Katherine"),
        ("Kathryn", "Katherine Ho", "Katherine"),
        ("Stephen", "Steven Roy", "Steven"),
        ("Battacharya", "Mr. Bhattacharya", "Bhattacharya"),
        ("O'Donell", "Siobhán O'Donnell", "O'Donnell"),
        ("ODonnell", "Siobhán O'Donnell", "O'Donnell"),
        ("Jose", "José Ortiz", "José"),
        ("Joao Silva", "João Silva", "João Silva"),
        ("Nguyen", "Nguyễn Minh Thư", "Nguyễn"),
        ("Okonjo Blake", "Ada Okonjo-Blake", "Okonjo-Blake"),
        ("Mary Jane", "Mary-Jane Watts", "Mary-Jane"),
        ("Xiaoming", "Xiao-Ming Chen", "Xiao-Ming"),
    ],
)
def test_nearly_right(written: str, known: str, right: str) -> None:
    assert is_near_miss(written, known)
    found = near_miss(written, [Person(known)])
    assert found is not None
    assert found.text == right
    assert near_miss(right, [Person(known)]) is None


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Priya", "Dana Lee"),
        ("Dana Smith", "Dana Lee"),
        ("Kim", "Tim Ho"),
        ("Jill", "William Wu"),
        ("Li", "Lu Wei"),
        ("Omar", "Amara Diallo"),
        ("", "Dana Lee"),
        ("Dana", ""),
        ("Dr.", "Dr. Rao"),
    ],
)
def test_somebody_else(written: str, known: str) -> None:
    assert not is_near_miss(written, known)
    assert match_person(written, [Person(known)]) is None or written == "Dr."


@pytest.mark.parametrize("written", ["", ".", "Dr."])
def test_what_holds_no_name_is_nobody_elses(written: str) -> None:
    assert not is_somebody_else(written, "Dana Lee")
    assert not is_somebody_else(written, "Dana Lee", surname=True)


def test_right_for_one_is_no_near_miss_of_another() -> None:
    panel = [Person("Dana Lee"), Person("Diana Ross")]
    assert near_miss("Diana", panel) is None
    assert match_person("Diana", panel) == panel[1]


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text(written: str, known: str) -> None:
    found = near_miss(written, [Person(known)])
    assert is_near_miss(written, known) is (found is not None)
    match_person(written, [Person(known)])


@given(st.text(st.characters(categories=["L"]), min_size=2, max_size=30))
def test_every_name_is_right_for_itself(name: str) -> None:
    assert not is_near_miss(name, name)
    assert not is_near_miss(name, f"{name} Lee")
