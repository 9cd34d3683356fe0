"""Unfilled blanks, and brackets that are none."""

from __future__ import annotations

import pytest

from afterword.draft.blanks import find
from afterword.draft.model import Context, Interview, Person
from afterword.draft.parse import parse


@pytest.mark.parametrize(
    "blank",
    [
        "[Company]",
        "[COMPANY]",
        "[what you talked about]",
        "[how your team moved its loads]",
        "[Interviewer's Name]",
        "[Insert specific detail here]",
        "[your\nname]",
        "[First Last]",
        "[Lastname]",
        "[[Company]]",
        "[____]",
        "{{name}}",
        "{name}",
        "{Your Name}",
        "{main takeaway}",
        "{hiringManager}",
        "${company}",
        "%first_name%",
        "<Company Name>",
        "<<Company>>",
        "< number >",
        "<< check name!! >>",
        "<insert name>",
        "«name»",
        "____",
        "XX",
        "XXX",
        "XXX-XXX-XXXX",
        "$XX,XXX",
        "XX%",
        "(insert topic)",
        "(your name)",
        "(company name)",
        "(date)",
        "INSERT COMPANY",
        "TBD",
        "Lorem ipsum",
        "Company Name",
        "Job Title",
        "COMPANY NAME",
        "YOUR NAME",
        "JOB TITLE",
        "Position ABC",
        "XYZ Company",
        "Mr./Mrs. Interviewer",
        "[Company’s]",
        "[insert]",
        "[xxx]",
        "555-XXXX",
        "2026-XX-XX",
        "#TOPIC#",
        "##company_name##",
        "*|FNAME|*",
    ],
)
@pytest.mark.parametrize("text", ["{}, hello", "We spoke about {} on Tuesday.", "Thank you – {}"])
def test_blank(blank: str, text: str) -> None:
    whole = text.replace("{}", blank)
    found = find(whole)
    assert [part.text for part in found] == [blank]
    assert [part.span.of(whole) for part in found] == [blank]


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        ("I have X years of experience.", "X"),
        ("I have [X] years of experience.", "[X]"),
        ("I have X+ years of experience.", "X"),
        ("I have edited for X years and liked it.", "X"),
        ("I have edited for over X years.", "X"),
        ("I have X years of data engineering.", "X"),
        ("I have X years of records experience.", "X"),
        ("I am excited about the JOB TITLE role in the field of care.", "JOB TITLE"),
        ("linkedin.com/in/yourname", "yourname"),
        ("your.email@example.com", "your.email"),
        ("I liked your talk about [...] most.", "[...]"),
        ("I would like the [ ] role.", "[ ]"),
        ("Dear [  ],", "[  ]"),
        ("We spoke. TODO: the name of the tool", "TODO"),
        ("TODO add the name", "TODO"),
        ("TODO - the name of the tool", "TODO"),
        ("I liked the tool (TODO).", "TODO"),
    ],
)
def test_a_blank_that_is_one_by_its_neighbours(text: str, blank: str) -> None:
    assert [part.text for part in find(text)] == [blank]


@pytest.mark.parametrize(
    "text",
    [
        "as in [1] and [2, 3] and [4-6]",
        "so [sic] it went […] on [...]",
        "The columns in [square brackets] are the ones that pupils see.",
        "see [our name for it](https://example.org/name)",
        "[image: name] and [cid:name]",
        "[x] done, [ ] to do",
        "Dear [Dana], [Dana Lee] and [Acme]",
        'You said "[the manager] decides", and she does.',
        "[Note: see the date below]",
        "arr[i] = list[0] + items[name] + row[number]",
        "Dana <dana@acme.example> and <https://example.org/name>",
        "<b>name</b>",
        '{"name": 1} and { x | y } and {0}',
        "«Bonjour à tous», said Omar",
        "__init__ and snake___case",
        "INSERT ON CONFLICT, INSERT OR REPLACE and INSERT OVERWRITE TABLE",
        "my Gen X years in Malcolm X House, and [x] years later",
        "linkedin.com/in/yournamesake and name@example.com",
        "________________\nOmar",
        "the XX chromosome, XXL shirts and Super Bowl XX",
        "(your team's dashboards) and (see the date above)",
        "INSERT INTO t",
        "The date is still TBD.",
        "50% of 20% off",
        "your name came up, and the company name too",
        "I use an XYZ axis.",
        "- [ ] to send",
        "You wrote “we hope for […] and the rest”.",
        "an empty list [] of a[ ] and b[...]",
        "your TODO list, my TODO for Monday, and TODO comments",
        "The TODO: it was on the wall.",
        "C# and F#, #1 of #2, #hiring #team",
        "the # sign and the #name channel",
        "I left JOB TITLE empty on the form.",
        "The form asked for COMPANY NAME three times.",
        "I left YOUR NAME out, since the badge has it.",
        "I wrote “JOB TITLE” on the wall.",
        "For X months of data it is plain, and over X years of weather records too.",
        "`<name>` is a tag, and `{name}` a field",
        "I liked it [and still do], in Leeds [in England] too [no pun intended]",
        "the word “late” [my emphasis, their words] and “[their words, not mine]”",
        "the {curly} braces",
        "the <title> tag, the <address> and <time> elements, a List<Company>, <role>x</role>",
        "cost < value and time > plan, and speed < 5 of the number > 9",
        "src/[name].js and the (date) column",
        "an XX-large crate",
        "He wrote TBD on the wall.",
        "mice that are XX vs. XY, or XX and XY",
    ],
)
def test_no_blank(text: str) -> None:
    assert find(text) == ()


def test_names_on_the_card_may_stand_in_brackets() -> None:
    card = Interview(interviewers=(Person("Dana Lee"),), company="Company Name", role="Manager")
    draft = parse(None, "I met [Dana] as [Manager] of [Company Name].", Context(interview=card))
    assert draft.blanks == ()


@pytest.mark.parametrize("greeting", ["Hi ,", "Dear ,", "Dear,", "Hello  ,", "Dear Mr. ,"])
def test_greeting_without_its_name(greeting: str) -> None:
    draft = parse(None, f"{greeting}\n\nThank you for today.")
    assert [blank.text for blank in draft.blanks] == [greeting]


@pytest.mark.parametrize("greeting", ["Hi,", "Hello!", "Hi there,", "Dear Dana ,"])
def test_greeting_that_needs_no_name(greeting: str) -> None:
    assert parse(None, f"{greeting}\n\nThank you for today.").blanks == ()


def test_blanks_of_a_signature() -> None:
    draft = parse(None, "Thank you.\n\nSincerely,\nYour Full Name\nPhone Number\n[LinkedIn URL]")
    assert [blank.text for blank in draft.blanks] == [
        "Your Full Name",
        "Phone Number",
        "[LinkedIn URL]",
    ]
