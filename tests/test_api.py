"""The HTTP API: what it answers, and what it answers to what it cannot use."""

from __future__ import annotations

import json
import re
from dataclasses import fields, replace
from html import unescape
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from marshmallow import RAISE

from afterword import create_app
from afterword.api import requests, schemas
from afterword.api.service import KEY, Service, agree
from afterword.content.errors import ContentError
from afterword.draft.model import Context, Interview, Person, Sender
from afterword.engine.model import Registry
from afterword.settings import Settings
from tests.drafts import NORTHWIND

API = "/api/v1"
NOTE = {
    "kind": "thank-you",
    "subject": "Thank you – Data Engineer interview",
    "body": "Dear Dana,\n\nThank you 😀 for the interview today. I enjoyed hearing about [topic]."
    "\n\nI look forward to hearing from you.\n\nKind regards,\nPriya Nair\n555-0142",
    "interview": {
        "interviewers": [{"name": "Dana Lee", "email": "dana@acme.example", "title": None}],
        "company": "Acme",
        "role": "Data Engineer",
        "interviewed_at": "2026-03-03T14:00+00:00",
        "decision_by": "2026-03-10",
        "topics": ["streaming"],
        "open_questions": [],
        "promised": [],
    },
    "sender": {"name": "Priya Nair", "phone": "555-0142"},
    "recipients": [{"name": "", "email": "dana@acme.example"}],
    "other_interviews": [{"company": "Globex", "interviewers": [{"name": "Omar Said"}]}],
    "attachments": 0,
    "now": "2026-03-03T20:00+00:00",
    "earlier_notes": ["Dear Omar,\n\nThank you."],
    "earlier_follow_ups": 0,
}


def wire(text: str, span: dict[str, int]) -> str:
    """Cut a text as a browser does."""
    units = text.encode("utf-16-le")
    return units[2 * span["start"] : 2 * span["end"]].decode("utf-16-le")


def check(client: FlaskClient, **fields: Any) -> Any:
    answer = client.post(f"{API}/checks", json={**NOTE, **fields})
    assert answer.status_code == 200, answer.text
    return answer.json


# What stays


@pytest.mark.parametrize(
    ("method", "rule"),
    [
        ("GET", "/health"),
        ("GET", "/guidelines"),
        ("GET", "/guidelines/<id>"),
        ("GET", "/templates"),
        ("GET", "/templates/<id>"),
        ("POST", "/templates/<id>/draft"),
        ("POST", "/checks"),
        ("GET", "/openapi.json"),
    ],
)
def test_an_endpoint_once_published_stays(app: Flask, method: str, rule: str) -> None:
    rules = {item.rule: item.methods or set() for item in app.url_map.iter_rules()}
    assert method in rules[API + rule]


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        (schemas.Health, "/health"),
        (schemas.Guidelines, "/guidelines"),
        (schemas.Templates, "/templates"),
    ],
)
def test_lists_are_as_documented(client: FlaskClient, schema: Any, path: str) -> None:
    answer = client.get(API + path)
    assert answer.status_code == 200
    assert schema(unknown=RAISE).validate(answer.json) == {}


def test_every_guideline_is_as_documented(client: FlaskClient) -> None:
    for summary in client.get(f"{API}/guidelines").json["guidelines"]:
        page = client.get(f"{API}/guidelines/{summary['id']}").json
        assert schemas.Guideline(unknown=RAISE).validate(page) == {}
        assert page.items() >= summary.items()
        assert [detail["check"] for detail in page["details"]] == page["checks"]


def test_every_help_url_leads_to_a_page(client: FlaskClient) -> None:
    for guideline in client.get(f"{API}/guidelines").json["guidelines"]:
        page = client.get(guideline["help_url"])
        assert page.status_code == 200
        for check in guideline["checks"]:
            assert f'id="{check}"' in page.text


def test_every_template_is_as_documented(client: FlaskClient) -> None:
    for template in client.get(f"{API}/templates").json["templates"]:
        answer = client.get(f"{API}/templates/{template['id']}")
        assert answer.json == template
        assert schemas.Template(unknown=RAISE).validate(template) == {}


def test_a_field_says_where_its_value_comes_from(client: FlaskClient) -> None:
    fields = client.get(f"{API}/templates/thank-you-one-interviewer").json["fields"]
    sources = {field["name"]: field["source"] for field in fields}
    assert sources["interviewer"] == sources["company"] == "interview"
    assert sources["sender_name"] == sources["sender_phone"] == "sender"
    assert sources["topic"] == "answer"


@pytest.mark.parametrize("path", ["/guidelines", "/templates", "/guidelines/greet-by-name"])
def test_content_is_not_sent_twice(client: FlaskClient, path: str) -> None:
    etag = client.get(API + path).headers["ETag"]
    again = client.get(API + path, headers={"If-None-Match": etag})
    assert (again.status_code, again.data) == (304, b"")
    other = client.get(API + path, headers={"If-None-Match": '"another"'})
    assert other.status_code == 200


def test_the_content_version_follows_the_content(client: FlaskClient) -> None:
    usual = client.get(f"{API}/health").json
    other = create_app(Settings(pack=(str(NORTHWIND),))).test_client().get(f"{API}/health").json
    assert usual["version"] == other["version"]
    assert usual["content_version"] != other["content_version"]


def test_pages_and_code_must_have_the_same_checks(app: Flask) -> None:
    service: Service = app.extensions[KEY]
    folders, entries = service.settings.guidelines_dir, service.registry.entries
    first = entries[0]
    with pytest.raises(ContentError, match=f"{first.check.id} is not in the code"):
        agree(folders, service.content, Registry(entries[1:]))
    new = replace(first, check=replace(first.check, id="new-check"))
    with pytest.raises(ContentError, match="new-check is not on the page") as caught:
        agree(folders, service.content, Registry((*entries, new)))
    assert caught.value.path == service.content.guidelines[first.guideline].path


@pytest.mark.parametrize(
    ("model", "schema", "derived"),
    [
        (Person, "person", set()),
        (Sender, "sender", set()),
        (Interview, "interview", set()),
        (Context, "checks", {"subject", "body"}),
    ],
)
def test_a_request_can_say_all_that_checks_can_know(
    model: type, schema: str, derived: set[str]
) -> None:
    accepted = set(getattr(requests.build(Settings()), schema).fields)
    assert accepted == {field.name for field in fields(model)} | derived


# Filling templates


def every_template(client: FlaskClient) -> list[dict[str, Any]]:
    return list(client.get(f"{API}/templates").json["templates"])


def drawn(client: FlaskClient, id: str, **fields: Any) -> Any:
    answer = client.post(f"{API}/templates/{id}/draft", json=fields)
    assert answer.status_code == 200, answer.text
    assert schemas.Draft(unknown=RAISE).validate(answer.json) == {}
    return answer.json


def test_an_unknown_field_is_a_blank_that_everyone_sees(client: FlaskClient) -> None:
    for template in every_template(client):
        draft = drawn(client, template["id"])
        fields = {field["name"]: field for field in template["fields"]}
        assert draft["blanks"]
        for blank in draft["blanks"]:
            text = draft["subject" if blank["in"] == "subject" else "body_text"]
            assert wire(text, blank["span"]) == f"[{fields[blank['field']]['blank']}]"
            assert blank["question"] == fields[blank["field"]]["question"]
        for trace in ("{", "}", "[[", "]]", "||", " ,", "  ", "\n\n\n"):
            assert trace not in draft["subject"] + "\n" + draft["body_text"]


def test_a_template_with_all_its_answers_has_no_blank(client: FlaskClient) -> None:
    for template in every_template(client):
        answers = {field["name"]: field["example"] for field in template["fields"]}
        draft = drawn(client, template["id"], answers=answers)
        assert draft["blanks"] == []
        for field in template["fields"]:
            assert field["example"] in draft["subject"] + draft["body_text"]


def test_the_card_fills_what_it_knows_and_an_answer_goes_before_it(client: FlaskClient) -> None:
    card = {**NOTE["interview"], "interviewers": [{"name": "Dana Lee", "title": "Dr"}]}
    draft = drawn(
        client,
        "thank-you-one-interviewer",
        interview=card,
        sender=NOTE["sender"],
        answers={"role": "Data Lead", "topic": "😀 a\tb"},
    )
    assert "Dear Dr Dana Lee,\n" in draft["body_text"]
    assert "Data Lead" in draft["subject"]
    assert "Data Engineer" not in draft["subject"] + draft["body_text"]
    assert "on Tuesday 3 March" in draft["body_text"]
    assert "😀 a b" in draft["body_text"]
    assert "Priya Nair\n555-0142" in draft["body_text"]
    for blank in draft["blanks"]:
        assert wire(draft["body_text"], blank["span"]).startswith("[")


@pytest.mark.parametrize(
    ("name", "greeted"),
    [('Guadalupe "Lupe" Ortiz', "Guadalupe Ortiz"), ("The Lab Team", "The Lab Team")],
)
def test_a_draft_greets_people_as_one_says_their_name(
    client: FlaskClient, name: str, greeted: str
) -> None:
    card = {**NOTE["interview"], "interviewers": [{"name": name}]}
    draft = drawn(client, "thank-you-one-interviewer", interview=card)
    assert f"Dear {greeted},\n" in draft["body_text"]


def test_html_is_one_block_a_line_and_nothing_else(client: FlaskClient) -> None:
    draft = drawn(client, "thank-you-one-interviewer", answers={"topic": "<b>&amp;</b>"})
    assert "<b>" not in draft["body_html"]
    assert "&lt;b&gt;&amp;amp;&lt;/b&gt;" in draft["body_html"]
    lines = re.findall("<div>(.*?)</div>", draft["body_html"])
    assert "".join(f"<div>{line}</div>" for line in lines) == draft["body_html"]
    text = "\n".join("" if line == "<br>" else unescape(line) for line in lines)
    assert text == draft["body_text"]


# Checking


def test_a_report_is_as_documented(client: FlaskClient) -> None:
    report = check(client)
    assert schemas.Report(unknown=RAISE).validate(report) == {}
    assert report["kind"] == "thank-you"
    assert {outcome["status"] for outcome in report["outcomes"]} >= {"passed", "failed"}
    failed = {item["check"] for item in report["outcomes"] if item["status"] == "failed"}
    assert {finding["check"] for finding in report["findings"]} == failed


def test_a_report_names_every_check_of_every_guideline(client: FlaskClient) -> None:
    guidelines = client.get(f"{API}/guidelines").json["guidelines"]
    published = {(check, page["id"]) for page in guidelines for check in page["checks"]}
    reported = {(item["check"], item["guideline"]) for item in check(client)["outcomes"]}
    assert reported == published


def test_positions_count_as_browsers_do(client: FlaskClient) -> None:
    report = check(client)
    blank = next(item for item in report["findings"] if item["check"] == "unfilled-blank")
    assert blank["quote"] == "[topic]"
    for finding in report["findings"]:
        if finding["span"]:
            assert wire(NOTE[finding["field"]], finding["span"]) == finding["quote"]
    first = report["sentences"][0]
    assert wire(NOTE["body"], first["span"]) == "Thank you 😀 for the interview today."
    assert first["moves"] == ["gratitude"]
    assert report["facts"]["sentences"] == len(report["sentences"]) == 3
    assert report["facts"]["paragraphs"] == 2


def test_what_a_reader_misses_most_comes_first(client: FlaskClient) -> None:
    body = "Dear Dana,\n\nIt was sunny today.\n\nKind regards,\nPriya Nair"
    found = [finding["check"] for finding in check(client, body=body)["findings"]]
    assert found.index("no-gratitude") < found.index("no-recap") < found.index("too-short")
    assert found[-1] == "no-contact-details"


def test_what_another_finding_asks_for_too_is_said_to_be_covered(client: FlaskClient) -> None:
    body = "Dear Dana,\n\nThank you for your time.\n\nKind regards,\nPriya Nair"
    by = {one["check"]: one["covered_by"] for one in check(client, body=body)["findings"]}
    assert by["no-recap"] == by["too-short"] == "generic-draft"
    assert by["generic-draft"] is None and by["no-fit"] is None
    own = body.replace("time.", "time. The drawing of the loader on the wall stayed with me.")
    by = {one["check"]: one["covered_by"] for one in check(client, body=own)["findings"]}
    assert "generic-draft" not in by and by["too-short"] is None


def test_what_stops_a_send_comes_first(client: FlaskClient) -> None:
    levels = [finding["level"] for finding in check(client)["findings"]]
    assert "stop" in levels
    assert levels == sorted(levels, reverse=True)


def test_a_help_url_is_a_passage_of_the_page(client: FlaskClient) -> None:
    for finding in check(client)["findings"]:
        guideline, name = finding["guideline"], finding["check"]
        assert finding["help_url"] == f"/guidelines/{guideline}/#{name}"


def test_mail_about_something_else_is_not_judged(client: FlaskClient) -> None:
    body = "Hi Sam,\n\nThe printer on the second floor is out of paper again.\n\nAna"
    report = check(client, kind="auto", subject="Printer", body=body)
    assert (report["kind"], report["findings"]) == ("other", [])
    assert {outcome["status"] for outcome in report["outcomes"]} == {"not_applicable"}


def test_only_the_body_is_needed(client: FlaskClient) -> None:
    answer = client.post(f"{API}/checks", json={"body": NOTE["body"]})
    assert answer.status_code == 200
    assert answer.json["kind"] == "thank-you"
    nothing = dict.fromkeys(NOTE) | {"body": NOTE["body"]}
    assert client.post(f"{API}/checks", json=nothing).json == answer.json
    empty = {"body": NOTE["body"], "now": "", "interview": {"decision_by": "", "company": " "}}
    assert client.post(f"{API}/checks", json=empty).json == answer.json


@pytest.mark.parametrize("year", ["0001", "1899", "2200", "9999"])
@pytest.mark.parametrize("offset", ["", "Z", "+14:00", "-12:00"])
def test_a_year_that_no_interview_has_is_no_date(
    client: FlaskClient, year: str, offset: str
) -> None:
    moment = f"{year}-12-31T23:59:59{offset}"
    card = {**NOTE["interview"], "interviewed_at": moment, "decision_by": f"{year}-01-01"}
    unknown = {**NOTE["interview"], "interviewed_at": None, "decision_by": None}
    far = check(client, now=moment, interview=card)
    assert far == check(client, now=None, interview=unknown)


def test_a_day_that_they_named_counts(client: FlaskClient) -> None:
    def early(day: str) -> bool:
        card = {**NOTE["interview"], "decision_by": day}
        body = "Dear Dana,\n\nIs there any news about the role?\n\nKind regards,\nPriya Nair"
        said = {"kind": "follow-up", "now": "2026-03-09T09:00+00:00", "body": body}
        found = check(client, **said, interview=card)["findings"]
        return "early-follow-up" in {finding["check"] for finding in found}

    assert early("2026-03-12")
    assert early("2026-03-12T17:00+00:00")
    assert not early("2026-03-06")


def test_a_card_is_read_anew_when_it_changes(client: FlaskClient) -> None:
    for name, found in (("Dana Lee", False), ("Diana Lee", True), ("Dana Lee", False)):
        people = [{"name": name, "email": "dana@acme.example"}]
        answer = check(client, interview={**NOTE["interview"], "interviewers": people})
        assert ("misspelt-name" in {one["check"] for one in answer["findings"]}) is found


def test_a_card_that_cannot_be_read_is_refused_each_time(client: FlaskClient) -> None:
    for _ in range(2):
        answer = client.post(f"{API}/checks", json={**NOTE, "interview": {"company": 1}})
        assert answer.status_code == 422
        assert "interview.company" in answer.text


def test_a_whole_number_may_be_written_as_any_number(client: FlaskClient) -> None:
    assert check(client, attachments=2.0) == check(client, attachments=2)


def test_a_newer_client_may_say_more(client: FlaskClient) -> None:
    later = {**NOTE, "mood": "hopeful", "interview": {**NOTE["interview"], "floor": 3}}
    assert client.post(f"{API}/checks", json=later).json == check(client)


@pytest.mark.parametrize(
    "now", ["2026-03-03T20:00", "2026-03-03 20:00:00Z", "2026-03-03T22:00+02:00"]
)
def test_times_may_be_written_in_any_iso_form(client: FlaskClient, now: str) -> None:
    card = {**NOTE["interview"], "interviewed_at": "2026-03-03T14:00"}
    statuses = {
        item["check"]: item["status"] for item in check(client, now=now, interview=card)["outcomes"]
    }
    assert statuses["late-thank-you"] == "passed"


# What cannot be used

JSON = "application/json"
OBJECT = "Write an object: a value for each name."
MOMENT = "Write a date and a time, such as 2026-03-03T14:00+00:00."


@pytest.mark.parametrize(
    ("body", "kind", "status", "code", "words"),
    [
        (b"", JSON, 400, "malformed_json", "the body is empty."),
        (b"{", JSON, 400, "malformed_json", "JSON"),
        (b'{"body": "\\ud800"}', JSON, 400, "malformed_json", "surrogate"),
        (b'{"body": "\xff"}', JSON, 400, "malformed_json", "it is not in UTF-8."),
        (b'{"body": NaN}', JSON, 400, "malformed_json", "JSON"),
        (b"[" * 100_000, JSON, 400, "malformed_json", "JSON"),
        (b"[]", JSON, 422, "invalid_field", "Write an object"),
        (b"null", JSON, 422, "invalid_field", "Write an object"),
        (b'"note"', JSON, 422, "invalid_field", "Write an object"),
        (b"{}", JSON, 422, "invalid_field", "body: This field is needed"),
        (b'{"body": "x"}', "text/plain", 415, "not_json", "Content-Type"),
        (b"body=x", "application/x-www-form-urlencoded", 415, "not_json", "Content-Type"),
        (b'{"body": "x"}', "", 415, "not_json", "Content-Type"),
        (b'{"body": "' + b"a" * 1_000_000 + b'"}', JSON, 413, "too_large", "max_request_bytes"),
    ],
)
def test_a_body_that_is_no_request(  # noqa: PLR0917 - the columns of the table
    client: FlaskClient, body: bytes, kind: str, status: int, code: str, words: str
) -> None:
    answer = client.post(f"{API}/checks", data=body, content_type=kind)
    assert (answer.status_code, answer.mimetype) == (status, JSON)
    assert answer.json["error"]["code"] == code
    assert words.lower() in answer.json["error"]["message"].lower()
    assert schemas.Error(unknown=RAISE).validate(answer.json) == {}


@pytest.mark.parametrize(
    ("field", "value", "cure"),
    [
        ("body", None, "Write a text."),
        ("body", 7, "Write a text."),
        ("body", "a" * 200_001, "Longer than 200000 characters."),
        ("subject", "a" * 1_001, "Longer than 1000 characters."),
        ("subject", ["a"], "Write a text."),
        ("kind", "other", "Must be one of: thank-you, follow-up, courtesy, auto."),
        ("attachments", -1, "Write a number from 0 to 10000."),
        ("attachments", "2", "Write a whole number."),
        ("attachments", 1.5, "Write a whole number."),
        ("attachments", 10**30, "Write a number from 0 to 10000."),
        ("now", "yesterday", MOMENT),
        ("now", "2026-03-03", MOMENT),
        ("now", 1772546400, MOMENT),
        ("recipients", "dana@acme.example", "Write a list."),
        ("recipients", [{"name": "x"}] * 101, "More than 100 items."),
        ("recipients.1.name", [{"name": "Dana"}, {"name": 7}], "Write a text."),
        ("interview", [], OBJECT),
        ("interview.interviewers.0", {"interviewers": [None]}, OBJECT),
        ("interview.interviewers.0", {"interviewers": ["Dana"]}, OBJECT),
        ("interview.company", {"company": "a" * 1_001}, "Longer than 1000 characters."),
        ("interview.decision_by", {"decision_by": "soon"}, "Write a date, such as 2026-03-10."),
        ("interview.interviewers.0.email", {"interviewers": [{"email": 3}]}, "Write a text."),
        ("interview.topics.1", {"topics": ["fine", None]}, "Write a text."),
        ("interview.topics.0", {"topics": ["a" * 10_001]}, "Longer than 10000 characters."),
        ("sender.phone", {"phone": 5550142}, "Write a text."),
        ("other_interviews.0.role", [{"role": 1}], "Write a text."),
        ("earlier_follow_ups", True, "Write a whole number."),
        ("earlier_follow_ups", 1e300, "Write a number from 0 to 10000."),
    ],
)
def test_a_field_that_cannot_be_used_is_named(
    client: FlaskClient, field: str, value: object, cure: str
) -> None:
    data = json.dumps({**NOTE, field.split(".", maxsplit=1)[0]: value})
    answer = client.post(f"{API}/checks", data=data, content_type=JSON)
    assert answer.status_code == 422
    assert schemas.Error(unknown=RAISE).validate(answer.json) == {}
    assert answer.json["error"]["field"] == field
    assert answer.json["error"]["message"] == f"{field}: {cure}"


def test_all_fields_that_cannot_be_used_are_named(client: FlaskClient) -> None:
    error = client.post(f"{API}/checks", json={"attachments": -1, "now": "x"}).json["error"]
    assert {item["field"] for item in error["fields"]} == {"attachments", "body", "now"}


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"topic": 3}, "answers.topic"),
        ({"topic": "a" * 10_001}, "answers.topic"),
        ({"a" * 1_001: "x"}, f"answers.{'a' * 1_001}"),
        ({"a" * 1_001: 3}, f"answers.{'a' * 1_001}"),
        ([], "answers"),
        (dict.fromkeys(map(str, range(101)), "x"), "answers"),
    ],
)
def test_an_answer_that_cannot_be_used_is_named(
    client: FlaskClient, answers: object, field: str
) -> None:
    path = f"{API}/templates/thank-you-one-interviewer/draft"
    answer = client.post(path, json={"answers": answers})
    assert answer.status_code == 422
    assert answer.json["error"]["field"] == field
    assert schemas.Error(unknown=RAISE).validate(answer.json) == {}


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nothing", 404, "not_found"),
        ("GET", "/guidelines/nothing", 404, "not_found"),
        ("GET", "/guidelines/greet-by-name/more", 404, "not_found"),
        ("GET", "/templates/..%2f..%2fetc%2fpasswd", 404, "not_found"),
        ("GET", "/templates/%00", 404, "not_found"),
        ("POST", "/templates/nothing/draft", 404, "not_found"),
        ("GET", "/checks", 405, "method_not_allowed"),
        ("DELETE", "/checks", 405, "method_not_allowed"),
        ("POST", "/health", 405, "method_not_allowed"),
        ("PUT", "/templates/thank-you-one-interviewer", 405, "method_not_allowed"),
    ],
)
def test_an_address_that_is_not_there(
    client: FlaskClient, method: str, path: str, status: int, code: str
) -> None:
    answer = client.open(API + path, method=method, json={})
    assert (answer.status_code, answer.json["error"]["code"]) == (status, code)
    assert schemas.Error(unknown=RAISE).validate(answer.json) == {}
    assert ("Allow" in answer.headers) == (status == 405)


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("/nothing", "/openapi.json"),
        ("/guidelines/nothing", "/guidelines"),
        ("/templates/nothing", "/templates"),
    ],
)
def test_who_asks_for_what_is_not_there_hears_where_to_look(
    client: FlaskClient, path: str, way: str
) -> None:
    said = client.get(API + path).json["error"]["message"]
    assert f" {API}{way} " in said
    assert client.get(API + way).status_code == 200


def test_a_page_says_in_html_what_it_does_not_take(client: FlaskClient) -> None:
    answer = client.post("/guidelines/")
    assert (answer.status_code, answer.mimetype) == (405, "text/html")


HOSTILE = {
    "nothing": "",
    "white space": " \t\r\n\u00a0\u2028 ",
    "NUL": "Dear Dana,\x00\n\nThank you\x00 for your time.\n\nAna",
    "controls": "".join(map(chr, range(32))) + "\x7f\x85\u200b\ufeff",
    "right to left": "שלום דנה,\n\nתודה על הראיון היום.\n\nבברכה,\nאורי",
    "direction marks": "Dear \u202eanaD,\n\nThank you\u202c for today.",
    "astral": "😀" * 5_000,
    "joined": "👩‍👩‍👧‍👦 é" * 500,
    "one endless word": "a" * 199_999,
    "one endless line": "Thank you for your time. " * 7_900,
    "dots": "a." * 10_000,
    "brackets": "[" * 20_000,
    "closed brackets": "[]" * 10_000,
    "quotes": "> " * 10_000,
    "quoted lines": "> Thank you\n" * 5_000,
    "empty lines": "\n" * 20_000,
    "carriage returns": "Dear Dana,\r\rThank you.\r",
    "at signs": "a@" * 10_000,
    "digits": "9" * 20_000,
    "markup": "<div onclick=alert(1)>Thank you</div>" * 300,
    "format": "{0} {interviewer} %s %(x)s ${y} {{z}}",
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("kind", ["auto", "thank-you", "follow-up"])
def test_any_text_gets_a_report(client: FlaskClient, body: str, kind: str) -> None:
    report = check(client, body=body, kind=kind, subject=body[:900])
    assert schemas.Report(unknown=RAISE).validate(report) == {}
    assert "errored" not in {outcome["status"] for outcome in report["outcomes"]}
    for finding in report["findings"]:
        if finding["span"]:
            text = body if finding["field"] == "body" else body[:900]
            assert wire(text, finding["span"]) == finding["quote"]


@pytest.mark.parametrize("value", [text[:9_000] for text in HOSTILE.values()], ids=HOSTILE.keys())
def test_any_answer_fills_a_template(client: FlaskClient, value: str) -> None:
    answers = dict.fromkeys(("topic", "role", "interviewer", "sender_phone"), value)
    draft = drawn(client, "thank-you-one-interviewer", answers=answers)
    assert "\n" not in draft["subject"]
    for blank in draft["blanks"]:
        text = draft["subject" if blank["in"] == "subject" else "body_text"]
        assert wire(text, blank["span"]).startswith("[")


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def like(sample: object) -> st.SearchStrategy[Any]:
    """Draw values of the shape of `sample`, with some of another shape in them."""
    if isinstance(sample, dict):
        same: st.SearchStrategy[Any] = st.fixed_dictionaries(
            {}, optional={name: like(value) for name, value in sample.items()}
        )
    elif isinstance(sample, list):
        same = st.lists(like(sample[0]) if sample else st.text(), max_size=3)
    elif isinstance(sample, str):
        same = st.just(sample) | st.text()
    else:
        same = st.just(sample)
    return same if isinstance(sample, dict) else same | anything


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(body=like(NOTE) | anything)
def test_no_json_breaks_the_checks(client: FlaskClient, body: object) -> None:
    data = json.dumps(body)  # which, unlike the service, writes lone surrogates
    answer = client.post(f"{API}/checks", data=data, content_type=JSON)
    assert answer.status_code in {200, 400, 422}
    schema = schemas.Report if answer.status_code == 200 else schemas.Error
    assert schema(unknown=RAISE).validate(answer.json) == {}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    body=like({"interview": NOTE["interview"], "sender": NOTE["sender"], "answers": {"topic": "x"}})
)
def test_no_json_breaks_a_template(client: FlaskClient, body: object) -> None:
    path = f"{API}/templates/thank-you-one-interviewer/draft"
    answer = client.post(path, data=json.dumps(body), content_type=JSON)
    assert answer.status_code in {200, 400, 422}
    schema = schemas.Draft if answer.status_code == 200 else schemas.Error
    assert schema(unknown=RAISE).validate(answer.json) == {}


def test_a_fault_of_ours_shows_no_trace(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the words of a draft")

    monkeypatch.setattr("afterword.api.checks.parse", fail)
    answer = client.post(f"{API}/checks", json=NOTE)
    assert answer.status_code == 500
    assert answer.json["error"]["code"] == "internal"
    assert "words" not in answer.text
    assert "Traceback" not in answer.text
