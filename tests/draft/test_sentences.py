"""Sentences of the body, as a reader would count them."""

from __future__ import annotations

import pytest

from afterword.draft.parse import parse


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("I met Dr. Rao of Acme Inc. about streaming. It grew.", 2),
        ("We use it for e.g. loads, i.e. a lot. It works.", 2),
        ("I met J. K. Rao at 3 p.m. on Tuesday. We talked.", 2),
        ("It starts at 9 a.m. I will be there.", 2),
        ("I lived in the U.S. We moved.", 2),
        ("The U.S. team is small.", 1),
        ("It grew 3.5 times in version 2.0.1 of it.", 1),
        ("See https://example.org/a.b?c=d.e. It helps.", 2),
        ("Mail a.b@example.com. Or call.", 2),
        ("I built it in Node.js and ASP.NET. It ran.", 2),
        ("Is it ready? I think so! (I hope.) Yes.", 4),
        ('He said "It works." Then he left.', 2),
        ('"Why now?" was your question. "Because," I said.', 2),
        ("Wait... what? Well… I see.", 3),
        ("thanks. i liked it. talk later", 3),
        ("Thank you for your time.Thank you again.", 2),
        ("Did you see it?I did.", 2),
        ("It was plan B. We chose it.", 2),
        ("Ms. Lee and Mr. Kim joined. St. Mary's too.", 2),
        ("I have a Ph.D. in physics. My M.Sc. was earlier.", 2),
        ("We did planning, reporting etc. Managing came later.", 2),
        ("I will send it by Fri. Sept. 5. Then wait.", 2),
        ("No. I did not. See No. 5.", 3),
        ("It was great!!! Really great.", 2),
        ("Thank you! 😀 I enjoyed it.", 2),
        ("It was good to meet the dogs 🐾 Let me know", 2),
        ("I brought 🍰 for the team.", 1),
        ("It was good to meet you ⭐ Let me know", 2),
        ("എന്\u200d പേര്\u200d ദാന എന്നാണ്.", 1),
        ("P.S. The article is here.", 1),
        ("今日はありがとうございました。またお会いしましょう。", 2),
        ("شكرا لك على وقتك. كان رائعا؟ نعم.", 3),
        ("Two things came up:\n- One is speed\n- Two is cost.", 3),
        ("1. First thing.\n2. Second thing\n3) Third", 3),
        ("* Budget.\n* Review process. It is long.", 3),
        ("One thought here\nAnother thought here\nA third", 3),
        ("The first line ends with a comma,\nThe next goes on.", 1),
        ("I met Dr.\nRao today.", 1),
        ("I met Omar and\nDana Fox.", 1),
        ("Hello there again.\n***\nNext.", 2),
        ("—\n* * *\n[image: logo]", 0),
        ("I led 3 teams (approx. 20 ppl.) at Acme Pvt. Ltd. in Pune. It went well.", 2),
        ("No stop at the end", 1),
    ],
)
def test_count(body: str, expected: int) -> None:
    draft = parse(None, f"Dear Dana,\n\n{body}\n\nBest regards,\nPriya Nair")
    assert len(draft.sentences) == expected, [s.text for s in draft.sentences]


def test_hard_wrapped_text() -> None:
    body = (
        "This sentence was wrapped by a mail program that breaks its lines at\n"
        "Column 72 or so, before a capital. A second one starts here and goes\n"
        "on to its end.\n"
    )
    draft = parse(None, f"Dear Dana,\n\n{body}\nBest regards,\nPriya Nair")
    assert [sentence.text.split()[0] for sentence in draft.sentences] == ["This", "A"]
    assert draft.sentences[0].text.endswith("capital.")


def test_list_marks_stand_outside() -> None:
    draft = parse(None, "Dear Dana,\n\n- One thing.\n• Two things\n\nBest,\nPriya")
    assert [sentence.text for sentence in draft.sentences] == ["One thing.", "Two things"]


def test_paragraphs() -> None:
    draft = parse(None, "Dear Dana,\r\n\r\nOne. Two.\r\n\r\n\r\n\tThree.\r\n\r\nBest,\r\nPriya")
    assert [span.of(draft.text) for span in draft.paragraphs] == ["One. Two.", "Three."]
    assert [sentence.paragraph for sentence in draft.sentences] == [0, 0, 1]


def test_a_lone_mark_or_an_emoji_is_no_word() -> None:
    assert parse(None, "It was good to meet you 😀 - and the dogs!").words == 9
