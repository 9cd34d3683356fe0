"""The command line: what it prints, and with what status it ends."""

from __future__ import annotations

import errno
import json
import re
import subprocess
import sys
from email.message import EmailMessage
from pathlib import Path
from typing import Any, NoReturn

import pytest
from flask import Flask

from afterword import places
from afterword.cli import COMMANDS, demo, html, openapi
from afterword.cli.message import from_email, from_text
from afterword.cli.problem import Problem
from afterword.content import guidelines, pages, templates
from afterword.content.occasions import load_occasions
from afterword.packs.proof import example_draft
from afterword.places import PACKAGE
from afterword.settings import Settings
from afterword.version import VERSION
from tests.command_line import run
from tests.drafts import with_broken

NOTE = """Subject: Thank you – Data Engineer interview

Dear Dana,

Thank you 😀 for the interview. I enjoyed hearing about [topic] and your team.

I look forward to hearing from you.

Kind regards,
Priya Nair
555-0142
"""
CARD = """
company = "Acme"
role = "Data Engineer"
interviewed_at = 2026-03-03T14:00:00+00:00
decision_by = 2026-03-10
interviewers = [{ name = "Dana Lee", email = "dana@acme.example" }]
topics = ["how the team moved its nightly loads to streaming"]

[sender]
name = "Priya Nair"
phone = "555-0142"
"""
UNWRITTEN = "Error: This could not be read or written"


def write(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_every_command_says_what_it_does() -> None:
    listed = run("--help").output
    for name in COMMANDS:
        assert re.search(rf"^  {name} +[A-Z].*\.$", listed, re.MULTILINE), name
        assert run(name, "--help").exit_code == 0
    assert run("--version").output.split()[-1] == VERSION


def test_the_version_is_the_packages() -> None:
    project = (places.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'\nversion = "{VERSION}"\n' in project


# check


def test_a_finding_is_printed_like_a_linters(tmp_path: Path) -> None:
    file = write(tmp_path, "note.txt", NOTE)
    result = run("check", file, "--kind", "thank-you")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    column = NOTE.splitlines()[4].index("[topic]") + 1
    at = next(n for n, line in enumerate(lines) if line.startswith(f"{file}:5:{column}: stop: "))
    assert lines[at].endswith("[unfilled-blank]")
    assert lines[at + 1] == "    “[topic]”"
    for line in lines:
        assert line.startswith("    ") or re.match(
            rf"{re.escape(file)}:\d+:\d+: (stop|advice): \S.* \[[a-z-]+\]$", line
        )
    assert re.search(r"\d+ things? before you send", result.stderr)


@pytest.mark.parametrize(
    ("file", "start", "at"),
    [("note.txt", "Subject:  ", "1:11"), ("note.eml", "From: a@example.com\nSubject: ", "2:10")],
)
def test_a_finding_in_the_subject_is_printed_with_its_place(
    tmp_path: Path, file: str, start: str, at: str
) -> None:
    _, gap, body = NOTE.partition("\n\n")
    path = write(tmp_path, file, f"{start}[role] interview{gap}{body}")
    lines = run("check", path, "--kind", "thank-you").stdout.splitlines()
    assert lines[0].startswith(f"{path}:{at}: stop: ")
    assert lines[1] == "    “[role]”"


def test_the_same_report_as_the_services_is_printed_as_json(tmp_path: Path) -> None:
    file = write(tmp_path, "note.txt", NOTE)
    result = run("check", file, "--format", "json", "--kind", "thank-you")
    report = json.loads(result.stdout)
    assert result.exit_code == 1
    assert {"kind", "outcomes", "findings", "sentences", "facts"} == set(report)
    blank = next(item for item in report["findings"] if item["check"] == "unfilled-blank")
    start = NOTE.partition("\n\n")[2].index("[topic]")
    assert blank["span"]["start"] == start + 1  # the smiling face is two units


def test_standard_input_is_a_file_too() -> None:
    result = run("check", "-", "--kind", "thank-you", text=NOTE)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0].startswith("-:")


def test_a_standard_input_that_is_closed_is_said_to_be_that() -> None:
    command = ["sh", "-c", '"$0" -m afterword check - <&-', sys.executable]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert ended.stderr == "Error: There is no standard input. Name a file instead of -.\n"


@pytest.mark.parametrize("charset", ["utf-8", "latin-1"])
def test_a_sign_that_the_output_lacks_is_written_by_its_number(
    tmp_path: Path, charset: str
) -> None:
    file = write(tmp_path, "n\udcff.txt", NOTE.replace("[topic]", "[a \N{GRINNING FACE}]"))
    result = run("check", file, charset=charset)
    assert result.exit_code == 1
    assert "n\\udcff.txt:3:" in result.stdout
    face = r"\U0001f600" if charset == "latin-1" else "\N{GRINNING FACE}"
    assert face in result.stdout


def test_a_draft_without_findings_ends_well(tmp_path: Path) -> None:
    """Take the good example of a page, and write it down as a person would have it."""
    every = guidelines.load_guidelines(PACKAGE / "guidelines")
    good = next(
        example
        for guideline in every
        for example in guideline.examples
        if example.verdict == "good" and example.subject and {"now", "kind"} <= set(example.headers)
    )
    file = write(tmp_path, "note.txt", f"Subject: {good.subject}\n\n{good.body}\n")
    kind, now = good.headers["kind"][0], good.headers["now"][0]
    result = run("check", file, "--kind", kind, "--now", now)
    assert result.stdout == ""
    assert result.stderr == "Ready to send.\n"
    assert result.exit_code == 0


@pytest.mark.parametrize("shape", ["text", "json"])
def test_a_check_that_cannot_run_is_no_success(
    shape: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = with_broken("unfilled-blank")
    monkeypatch.setattr("afterword.engine.registry.load", lambda: broken)
    file = write(tmp_path, "note.txt", NOTE)
    result = run("check", file, "--kind", "thank-you", "--format", shape)
    assert result.exit_code == 3
    last = result.stderr.splitlines()[-1]
    assert re.match(r"1 check could not run: unfilled-blank \(ValueError at .*:\d+.*\)\.$", last)
    assert "Ready to send" not in result.stderr
    assert "smiling" not in result.stderr


def test_mail_about_something_else_is_said_to_be_that() -> None:
    result = run("check", "-", text="Hi Sam,\n\nThe printer is out of paper.\n\nAna\n")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "--kind" in result.stderr


def test_the_card_and_the_clock_are_used(tmp_path: Path) -> None:
    card = write(tmp_path, "card.toml", CARD)
    file = write(tmp_path, "note.txt", NOTE.replace("Dana,", "Diana,"))

    def failed(now: str) -> set[str]:
        out = run("check", file, "--interview", card, "--now", now, "--format", "json").stdout
        return {item["check"] for item in json.loads(out)["findings"]}

    early, late = failed("2026-03-03T20:00+00:00"), failed("2026-03-06T20:00+00:00")
    assert "misspelt-name" in early
    assert "late-thank-you" not in early
    assert "late-thank-you" in late


def message() -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Priya Nair <priya@example.com>"
    mail["To"] = "Dana Lee <dana@acme.example>, omar@acme.example"
    mail["Date"] = "Tue, 03 Mar 2026 20:00:00 +0100"
    mail["Subject"] = "Thank you – interview"
    return mail


def test_a_message_is_read_with_what_its_headers_say() -> None:
    mail = message()
    mail.set_content("Dear Dana,\n\nThank you.\n", cte="8bit")
    mail.add_attachment(b"plan", maintype="application", subtype="pdf", filename="plan.pdf")
    data = mail.as_bytes()
    read = from_email(data)
    assert read.subject == "Thank you – interview"
    assert read.body == "Dear Dana,\n\nThank you.\n"
    assert data.split(b"\n")[read.body_line - 1] == b"Dear Dana,"
    assert data.split(b"\n")[read.subject_line - 1].startswith(b"Subject:")
    assert read.context == {
        "recipients": [
            {"name": "Dana Lee", "email": "dana@acme.example"},
            {"name": "", "email": "omar@acme.example"},
        ],
        "attachments": 1,
        "now": "2026-03-03T20:00:00+01:00",
    }


@pytest.mark.parametrize("cte", ["7bit", "quoted-printable", "base64"])
def test_a_message_is_checked_in_any_encoding(tmp_path: Path, cte: str) -> None:
    body = "Dear Dana,\n\nThank you for the interview and for [topic].\n\nAna\n"
    mail = message()
    mail.set_content(body, cte=cte)
    path = tmp_path / "note.eml"
    path.write_bytes(mail.as_bytes())
    result = run("check", str(path), "--kind", "thank-you")
    assert result.exit_code == 1
    assert "[unfilled-blank]" in result.stdout


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff",
        b"Subject: x",
        b"\n\n\n",
        b"Content-Type: text/plain; charset=klingon\n\nHi",
        b'Content-Type: text/plain; charset="utf\x00-8"\n\nHi',
        b"Date: Tue, 03 Mar 2026 14:00:00 +99999999999999\n\nHi",
        b'To: "\n\nHi',
        b"To: Dana Lee <\n\nHi",
        b"To: dana@[\n\nHi",
        b"Subject: =?utf-7?q?+2AA-?=\n\nDear Dana,\n\nThank you for the interview.",
        b"To: =?utf-7?q?+2AA-?= <d@x.example>\n\nDear Dana,\n\nThank you for the interview.",
        b"Content-Type: =?utf-7?q?+2AA-?=\n\nDear Dana,\n\nThank you for the interview.",
        b"To: " + b"(" * 5000 + b"\n\nHi",
        b"Content-Type: text/plain; charset=unicode_escape\n\nDear \\ud800, thank you",
        b"To: team:<dana@x.example>, others:;;\n\nHi",
        b"To: Dana Lee <dana@x.example>, .example>\n\nHi",
    ],
)
def test_any_bytes_are_a_message(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "note.eml"
    path.write_bytes(data)
    assert run("check", path, "--format", "json", "--kind", "thank-you").exit_code in {0, 1}


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Dear Dana,</p><p>Thank   you.</p>", "Dear Dana,\n\nThank you."),
        ("<div>Dear Dana,</div><div><br></div><div>Thanks</div>", "Dear Dana,\n\nThanks"),
        ("Dear <b>Dana</b>,<br>Thank you", "Dear Dana,\nThank you"),
        ("<style>p{}</style><ul><li>one</li><li>two</li></ul>", "one\ntwo"),
        ("a &amp; b", "a & b"),
        (
            "<div>Dear <b>Dana</b>\n<i>Lee</i>,</div>\n  <div>Thank you</div>",
            "Dear Dana Lee,\nThank you",
        ),
        ("<tr><td>Dear</td><td>Dana,</td></tr><tr> <td>Thank you", "Dear Dana,\nThank you"),
        ("<html><head><title>Note</title><meta>\n<body>Dear Dana", "Dear Dana"),
        ("", ""),
    ],
)
def test_html_is_read_as_it_is_seen(markup: str, text: str) -> None:
    assert html.text_of(markup) == text


@pytest.mark.parametrize(
    ("text", "subject", "column", "body", "line"),
    [
        ("Dear Dana", None, 1, "Dear Dana", 1),
        ("Subject: Hello\n\nDear", "Hello", 10, "Dear", 3),
        ("subject:Hello\nDear", "Hello", 9, "Dear", 2),
        ("Subject:   Hello\nDear", "Hello", 12, "Dear", 2),
        ("Subject:\n\n\n\nDear", "", 9, "Dear", 5),
        ("\ufeffSubject: Hello\r\n\r\nDear\r\nDana", "Hello", 10, "Dear\nDana", 3),
        ("", None, 1, "", 1),
    ],
)
def test_text_may_have_its_subject_on_top(
    text: str, subject: str | None, column: int, body: str, line: int
) -> None:
    read = from_text(text)
    assert (read.subject, read.subject_line, read.subject_column) == (subject, 1, column)
    assert (read.body, read.body_line) == (body, line)


def test_a_card_may_be_saved_as_windows_does_it(tmp_path: Path) -> None:
    card = write(tmp_path, "card.toml", "\ufeff" + CARD.replace("\n", "\r\n"))
    drawn = run("draft", "thank-you-one-interviewer", "--interview", card)
    assert "Dear Dana Lee," in drawn.output


def test_a_card_in_another_encoding_is_said_to_be_that(tmp_path: Path) -> None:
    card = tmp_path / "card.toml"
    card.write_bytes('company = "Café"'.encode("latin-1"))
    result = run("draft", "thank-you-one-interviewer", "--interview", str(card))
    assert result.exit_code == 2
    assert result.stderr == f"Error: {card}: this is not TOML: it is not saved as UTF-8.\n"


def test_the_card_that_the_help_shows_is_one(tmp_path: Path) -> None:
    shown = run("check", "--help").output.partition("left out:\n")[2]
    card = write(tmp_path, "card.toml", "\n".join(line.strip() for line in shown.splitlines()))
    drawn = run("draft", "thank-you-one-interviewer", "--interview", card)
    assert "Dear Dana Lee," in drawn.output
    assert "Priya Nair\n555-0142" in drawn.output


@pytest.mark.parametrize(
    ("arguments", "card", "words"),
    [
        (["check", "none.txt"], "", "none.txt"),
        (["check", "NOTE", "--kind", "other"], "", "--kind"),
        (["check", "NOTE", "--now", "today"], "", "Error: --now: Write a date and a time"),
        (["check", "NOTE", "--interview", "CARD"], "company = ", "not TOML"),
        (["check", "NOTE", "--interview", "CARD"], f"company = {'[' * 5000}", "inside one another"),
        (["check", "NOTE", "--interview", "CARD"], f"role{'.a' * 5000} = 1", "inside one another"),
        (
            ["check", "NOTE", "--interview", "CARD"],
            f"role = {'1' * 5000}",
            "a number in it is too long.",
        ),
        (["check", "NOTE", "--interview", "CARD"], "compny = 'x'", "`compny` is not known"),
        (["check", "NOTE", "--interview", "CARD"], "sendr = 'x'", "promised, sender."),
        (["check", "NOTE", "--interview", "CARD"], "sender = 1", "`sender` holds what is no"),
        (["check", "NOTE", "--interview", "CARD"], "interviewers = ['Dana Lee']", "--help` shows"),
        (["check", "NOTE", "--interview", "CARD"], "interviewers = 5", "viewers: Write a list."),
        (
            ["check", "NOTE", "--interview", "CARD"],
            "interviewers = 'Dana'",
            "viewers: Write a list",
        ),
        (["check", "NOTE", "--interview", "CARD"], "company = 1", "interview.company"),
        (["check", "NOTE", "--interview", "CARD"], "[sender]\nfax = '1'", "`sender.fax`"),
        (["check", "NOTE", "--interview", "CARD"], "interviewers = [{naam = 'x'}]", "naam` is not"),
        (["draft", "thank-you-one-intervewer"], "", "Did you mean thank-you-one-interviewer?"),
        (["draft", "Thank-You-Panel"], "", "Did you mean thank-you-panel?"),
        (
            ["draft", "thank-you-one-interviewer", "--answer", "topic=\udcff"],
            "",
            "The topic is not text in",
        ),
        (["draft", "thank-you-one-interviewer", "--answer", "topic"], "", "NAME=VALUE"),
        (["draft", "thank-you-one-interviewer", "--answer", "=x"], "", "NAME=VALUE"),
        (["draft", "thank-you-one-interviewer", "--answer", "topc=x"], "", "Did you mean topic?"),
        (["nothing"], "", "nothing"),
    ],
)
def test_what_cannot_be_used_is_said_with_its_cure(
    tmp_path: Path, arguments: list[str], card: str, words: str
) -> None:
    files = {"NOTE": write(tmp_path, "n.txt", NOTE), "CARD": write(tmp_path, "c.toml", card)}
    result = run(*(files.get(argument, argument) for argument in arguments))
    assert result.exit_code == 2
    assert words in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("note", "card", "more", "words"),
    [
        ("a" * 200_001, "", [], "NOTE: body: Longer"),
        (NOTE, "topics = [1]", [], "CARD: interview.topics.0: "),
        (NOTE, "[sender]\nname = 1", [], "CARD: sender.name: "),
        (NOTE, "", ["--now", "today"], "--now: Write a date"),
    ],
)
def test_what_cannot_be_used_is_said_with_where_it_stands(
    tmp_path: Path, note: str, card: str, more: list[str], words: str
) -> None:
    file, card_file = write(tmp_path, "n.txt", note), write(tmp_path, "c.toml", card)
    result = run("check", file, "--interview", card_file, *more)
    words = words.replace("NOTE", file).replace("CARD", card_file)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"Error: {words}")


def test_a_file_that_is_no_text_is_said_to_be_that(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(b"\xff\xfe")
    result = run("check", str(path))
    assert result.exit_code == 2
    assert "UTF-8" in result.stderr


@pytest.mark.parametrize("command", ["site build", "extension pack", "pack new"])
def test_a_folder_that_cannot_be_made_is_said_in_one_line(command: str, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").touch()
    result = run(*command.split(), str(tmp_path / "letter.txt" / "out"))
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert re.fullmatch(r"Error: .*letter\.txt.* cannot be used: Not a directory\.", line)


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (OSError(errno.ENOSPC, "No space left"), 2, f"{UNWRITTEN}: No space left.\n"),
        (OSError("not writable"), 2, f"{UNWRITTEN}: not writable.\n"),
        (OSError(), 2, f"{UNWRITTEN}: nothing says why.\n"),
        (OSError(errno.EPIPE, "Broken pipe"), 1, ""),
    ],
)
def test_output_that_nobody_takes_is_said_in_one_line_at_most(
    monkeypatch: pytest.MonkeyPatch, error: OSError, status: int, words: str
) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise error

    monkeypatch.setattr("click.echo", refuse)
    result = run("templates")
    assert (result.exit_code, result.stderr) == (status, words)


def test_a_file_that_cannot_be_read_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").mkdir()
    result = run("pack", "check", str(tmp_path))
    assert result.exit_code == 2
    assert result.stderr == f"Error: {tmp_path / 'pack.toml'} cannot be used: Is a directory.\n"


# draft, templates, guidelines


def test_a_template_is_filled_from_card_and_answers(tmp_path: Path) -> None:
    card = write(tmp_path, "card.toml", CARD)
    arguments = ["draft", "thank-you-one-interviewer", "--interview", card]
    result = run(*arguments, "--answer", "topic=how you plan = work")
    assert result.exit_code == 0
    assert result.stdout.startswith(
        "Subject: Thank you – Data Engineer interview\n\nDear Dana Lee,"
    )
    assert "how you plan = work" in result.stdout
    assert "Priya Nair\n555-0142\n" in result.stdout
    blanks = re.findall(r"--answer (\w+)=…", result.stderr)
    assert blanks
    assert "topic" not in blanks
    as_json = json.loads(run(*arguments, "--format", "json").stdout)
    assert {blank["field"] for blank in as_json["blanks"]} == {*blanks, "topic"}


def test_what_draft_prints_check_can_read() -> None:
    draft = run("draft", "thank-you-one-interviewer").stdout
    blanks = draft.count("[")
    found = run("check", "-", text=draft).stdout
    assert found.count("[unfilled-blank]") == blanks


@pytest.mark.parametrize("what", ["guidelines", "templates"])
def test_a_folder_without_any_is_said_to_be_that(tmp_path: Path, what: str) -> None:
    folder = {f"AFTERWORD_{what.upper()}_DIR": str(tmp_path)}
    for command in ([what], ["serve", "--port", "0"]):
        ended = run(*command, **folder)
        assert ended.exit_code == 2
        assert ended.stderr.startswith(f"Error: {tmp_path}:1: No {what[:-1]} is here. Mend `{what}")


def test_every_template_and_guideline_is_listed() -> None:
    listed = run("templates").output
    for template in templates.load_templates(PACKAGE / "templates"):
        assert f"  {template.id} " in listed
        assert template.occasion in listed
    listed = run("guidelines").output
    for guideline in guidelines.load_guidelines(PACKAGE / "guidelines"):
        assert guideline.title in listed
        for check in guideline.checks:
            assert f"· {check}\n" in listed


# openapi, site, new


def test_the_document_is_printed() -> None:
    assert json.loads(run("openapi").output)["openapi"] == "3.1.0"


def test_the_document_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "ROOT", tmp_path)
    assert run("openapi", "--write").exit_code == 2
    (tmp_path / "pyproject.toml").touch()
    assert run("openapi", "--write").exit_code == 0
    assert (tmp_path / "openapi.json").read_text(encoding="utf-8") == openapi.text()


def test_the_site_is_built_and_foreign_files_are_left_alone(tmp_path: Path) -> None:
    result = run("site", "build", str(tmp_path / "site"))
    assert result.exit_code == 0, result.output
    assert (tmp_path / "site" / "index.html").exists()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").touch()
    result = run("site", "build", str(tmp_path / "mine"))
    assert result.exit_code == 2
    assert (tmp_path / "mine" / "letter.txt").exists()


@pytest.mark.parametrize(
    "base",
    [
        "https:///notes/",
        "https://careers.example.edu:notes/",
        "//careers.example.edu/",
        "ftp://a/b/",
        "https://careers.example.edu?a",
        "/notes/?a",
        "/no tes/",
    ],
)
def test_what_is_no_path_is_no_place_for_a_site(tmp_path: Path, base: str) -> None:
    result = run("site", "build", tmp_path / "site", "--base", base)
    assert result.exit_code == 2
    assert f"cannot stand at {base!r}; name a path" in result.stderr
    assert not (tmp_path / "site").exists()


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pyproject.toml").touch()
    monkeypatch.setattr(places, "ROOT", tmp_path)
    return tmp_path


def test_a_word_of_python_is_no_name_of_a_check(checkout: Path) -> None:
    answer = run("new", "guideline", "be-kind", "--check", "class")
    assert answer.exit_code == 2 and "Use two words" in answer.output
    answer = run("new", "guideline", "be-kind", "--check", "")
    assert answer.exit_code == 2 and "Use small letters and dashes." in answer.output
    assert not (checkout / "server/afterword/guidelines/be_kind").exists()


def test_a_new_guideline_can_be_loaded(checkout: Path) -> None:
    assert run("new", "guideline", "be-kind", "--check", "unkind-word").exit_code == 0
    assert run("new", "guideline", "be-calm").exit_code == 0
    calm, kind = guidelines.load_guidelines(checkout / "server" / "afterword" / "guidelines")
    assert (calm.id, calm.checks, kind.id, kind.checks) == (
        "be-calm",
        (),
        "be-kind",
        ("unkind-word",),
    )
    assert [example.verdict for example in kind.examples] == ["bad", "good"]
    assert (kind.path.parent / "__init__.py").read_text(encoding="utf-8").startswith('"""A guide')
    code = (kind.path.parent / "check.py").read_text(encoding="utf-8")
    names: dict[str, Any] = {}
    exec(compile(code, "check.py", "exec"), names)
    assert names["unkind_word"].id == "unkind-word"
    bad = kind.examples[0]
    (finding,) = names["unkind_word"].detect(example_draft(bad), {})
    (mark,) = bad.marks
    assert (finding.span.start, finding.span.end) == (mark.start, mark.end)


def test_a_new_template_can_be_loaded(checkout: Path) -> None:
    assert run("new", "template", "thank-you-site-visit").exit_code == 0
    (template,) = templates.load_templates(checkout / "server" / "afterword" / "templates")
    assert template.id == "thank-you-site-visit"


def test_a_new_occasion_can_be_loaded(checkout: Path) -> None:
    assert run("new", "occasion", "second-thoughts").exit_code == 0
    (occasion,) = load_occasions(checkout / "site" / "occasions")
    assert (occasion.id, occasion.door) == ("second-thoughts", "had-an-interview")


def test_a_new_page_can_be_loaded(checkout: Path) -> None:
    assert run("new", "page", "second-thoughts").exit_code == 0
    (page,) = pages.load_pages(checkout / "site" / "pages")
    assert (page.slug, page.title) == ("second-thoughts", "Second thoughts")


def test_a_new_webmail_says_which_lines_to_add(checkout: Path) -> None:
    result = run("new", "webmail", "blue-mail")
    assert result.exit_code == 0
    assert 'import { blueMail } from "./blue-mail/adapter.js";' in result.output
    folder = checkout / "extension" / "webmail" / "blue-mail"
    assert 'id: "blue-mail"' in (folder / "adapter.js").read_text(encoding="utf-8")
    assert (folder / "compose.html").exists()


@pytest.mark.parametrize("kind", ["guideline", "template", "webmail", "page"])
def test_nothing_new_goes_over_something_old(checkout: Path, kind: str) -> None:
    assert run("new", kind, "be-kind").exit_code == 0
    again = run("new", kind, "be-kind")
    assert again.exit_code == 2
    assert "is there already" in again.stderr
    assert run("new", kind, "Be Kind").exit_code == 2
    assert run("new", kind, "../be-kind").exit_code == 2


@pytest.mark.parametrize(
    "command", ["new page be-kind", "openapi --write", "extension pack OUT", "demo"]
)
def test_what_needs_a_checkout_says_so(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "ROOT", tmp_path)
    result = run(*command.replace("OUT", str(tmp_path / "out")).split())
    assert result.exit_code == 2
    assert "There is no checkout around this package." in result.stderr
    assert list(tmp_path.iterdir()) == []


# demo


def test_a_demo_without_a_browser_says_what_is_missing() -> None:
    result = run("demo", "--browser", "no-such-browser")
    assert result.exit_code == 2
    assert "no-such-browser" in result.stderr


# Where a service runs already the port is taken, and waitress leaves the socket that it tried open.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_demo_whose_browser_does_not_start_says_so() -> None:
    result = run("demo", "--browser", "false")
    assert result.exit_code == 2
    assert "did not start (exit status 1)" in result.stderr
    assert "--browser" in result.stderr


def test_a_demo_opens_beside_a_service_that_runs_already(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def listen(app: Flask, choice: Settings) -> None:
        asked.append(choice.port)
        if choice.port:
            raise Problem("Port 8765 is in use.")

    monkeypatch.setattr(demo, "listen", listen)
    demo.start(Flask("any"), Settings())
    assert asked == [8765, 0]
