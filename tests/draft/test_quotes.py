"""Quoted and forwarded mail is not the writer's."""

from __future__ import annotations

import pytest

from afterword.draft.model import Context, Sender
from afterword.draft.parse import parse

OWN = "Dear Dana,\n\nThank you for today.\n\nBest,\nPriya Nair"
YOU_WROTE = "On 3 March 2026, at 14:00, you wrote:"


@pytest.mark.parametrize(
    "quote",
    [
        "> quoted\n> more",
        ">quoted",
        "On Tue, 3 Mar 2026 at 10:00, Dana Lee <dana@acme.example> wrote:\n> Hello\n>\n> Bye",
        "On Tue, 3 Mar 2026 at 10:00 AM Dana Lee <\ndana@acme.example> wrote:\n\n> Hello",
        "On 3 Mar 2026, Dana wrote:\n\nHello Priya,\nthank you",
        "Am 03.03.2026 um 10:00 schrieb Dana Lee:\n> Hallo",
        "Le mar. 3 mars 2026 à 10:00, Dana Lee a écrit :\n> Bonjour",
        "El mar, 3 mar 2026 a las 10:00, Dana (<dana@acme.example>) escribió:\n\nHola",
        "Dana Lee wrote:\n> hi",
        "2026년 3월 2일 (월) 오후 4:12, Dana <dana@acme.example>님이 작성:\n\nHello",
        "Dana Lee <dana@acme.example> 于2026年3月2日周一 16:12写道：\n\nHello",
        "Vào Th 2, 2 thg 3, 2026 vào lúc 16:12 Dana <dana@acme.example> đã viết:\n\nHello",
        "Pada Sen, 2 Mar 2026 pukul 16.12 Dana <dana@acme.example> menulis:\n\nHello",
        "po 2. 3. 2026 v 16:12 odesílatel Dana <dana@acme.example> napsal:\n\nHello",
        "Dana <dana@acme.example> ezt írta (időpont: 2026. márc. 2., H, 16:12):\n\nHello",
        "În lun., 2 mar. 2026 la 16:12, Dana <dana@acme.example> a scris:\n\nHello",
        "Στις Δευ 2 Μαρ 2026 στις 4:12 μ.μ., Dana <dana@acme.example> έγραψε:\n\nHello",
        "Dana <dana@acme.example> 2 Mar 2026 16:12 tha sgrìobh:\n\n> Hello",
        "------------------ Original ------------------\nFrom: Dana\nHello",
        "-----原始邮件-----\n发件人：Dana <dana@acme.example>\n发送时间：2026-03-02\n你好",
        "发件人: Dana\n发送时间: 2026年3月2日\n收件人: Priya\n主题: Hi\n\n你好",
        "差出人: Dana\n送信日時: 2026年3月2日\n宛先: Priya\n件名: Hi\n\nこんにちは",
        "Kimden: Dana\nGönderilen: Pazartesi\nKime: Priya\nKonu: Hi\n\nMerhaba",
        "Od: Dana\nWysłano: poniedziałek\nDo: Priya\nTemat: Hi\n\nCześć",
        "Fra: Dana\nSendt: mandag\nTil: Priya\nEmne: Hi\n\nHej",
        ">>> Dana Lee <dana@acme.example> 3/2/2026 4:12 PM >>>\nHello Priya,\nsee you",
        "Sent: Monday, March 2, 2026\nFrom: Dana Lee\nTo: Priya\nSubject: Hi\n\nHello Priya",
        "Gesendet: Montag, 2. März 2026\nVon: Dana\nAn: Priya\nBetreff: Hallo\n\nHallo",
        "Tuesday, March 3, 2026, 10:00:00 AM, you wrote:\n\n> hi",
        "As you wrote on 3 March:\n> hi",
        "On 3 March 2026, at 14:00, you wrote:\n\nHello Priya,\nthank you. It was good.",
        "On 3 March 2026, you wrote:\nHello Priya,\n\nit was good.\n\nBest,\nDana",
        "On Tuesday, 3 March 2026, at 14:00,\nyou wrote:\n\nHello Priya",
        "Tuesday, March 3, 2026, 10:00:00 AM, you wrote:\n\nHello Priya",
        "2026-03-03 14:00, you wrote:\n\nHello Priya",
        "On Tue, Mar 3rd, 2026 at 2:00 p.m. (GMT +0100), you wrote:\n\nHello Priya",
        "From: Dana Lee\nSent: Tuesday\nTo: Priya\nSubject: Hi\n\nHello Priya",
        "*From:* Dana\n*Date:* Tue\n*To:* Priya\n*Subject:* Hi\n\nHello",
        "________________________________\nFrom: Dana Lee\nSent: Tuesday\nTo: Priya\n\nHello",
        "Von: Dana Lee\nGesendet: Dienstag\nAn: Priya\nBetreff: Hallo\n\nHallo",
        "-----Original Message-----\nFrom: Dana\nHello",
        "-----Ursprüngliche Nachricht-----\nHallo",
        "---------- Forwarded message ---------\nFrom: Dana\nHello",
        "Begin forwarded message:\n\nHello",
        "---- On Tue, 03 Mar 2026 10:00:00 +0100 Dana <dana@acme.example> wrote ----\n\nHello",
        "вт, 3 мар. 2026 г. в 10:00, Dana Lee <dana@acme.example>:\n\nHello",
        "2026年3月3日(火) 10:00 Dana Lee <dana@acme.example>:\n\nHello",
    ],
)
def test_quoted(quote: str) -> None:
    draft = parse(None, f"{OWN}\n\n{quote}")
    assert [sentence.text for sentence in draft.sentences] == ["Thank you for today."]
    assert [span.of(draft.text) for span in draft.quoted] == [quote]
    assert draft.signature is not None
    assert draft.signature.text == "Priya Nair"


@pytest.mark.parametrize("end", ["Priya Nair", "Priya", "Thanks,\nPriya N", "Regards, P", "--\nP."])
def test_quoted_below_a_name(end: str) -> None:
    context = Context(sender=Sender("Priya Nair"))
    draft = parse(None, f"Hi Dana,\n\nThank you for today.\n\n{end}\n\n{YOU_WROTE}\nHi", context)
    assert [span.of(draft.text) for span in draft.quoted] == [f"{YOU_WROTE}\nHi"]
    own = f"Priya here.\n\n{YOU_WROTE}\nthe night begins at 10.\n\nI agree."
    assert parse(None, own, context).quoted == ()


def test_answers_between_quotes() -> None:
    text = (
        "On Tue, 3 Mar 2026, Dana wrote:\n> Could you send it?\n\nYes, I attach it.\n\n"
        "> And when?\n\nOn Monday.\n\nBest,\nPriya"
    )
    draft = parse(None, text)
    assert [sentence.text for sentence in draft.sentences] == ["Yes, I attach it.", "On Monday."]
    assert len(draft.quoted) == 2


def test_a_signature_ends_at_a_quote() -> None:
    draft = parse(None, f"{OWN}\n> Could you send it?\nI attach it")
    assert draft.signature is not None
    assert draft.signature.text == "Priya Nair"
    assert [s.text for s in draft.sentences] == ["Thank you for today.", "I attach it"]


@pytest.mark.parametrize(
    "own",
    [
        "As a poet once wrote:\nlife is long. I agree.",
        "On Tuesday we met and I said: yes.",
        "From: the start I knew it.",
        "-- well, almost",
        "Write to me before 10:00 at <me@example.com>: I read it then.",
        "- I wrote it on 3 March -",
        "In 1925 Woolf wrote:\n\n“One wanted fifty pairs of eyes to see with.”",
        "Sent: this morning\nFrom: the train\nTo: you, with thanks.",
        "You can reach me from 9:30 on, at <me@example.com>:\n\nI read it then.",
        "Send it before 10.30 to me <me@example.com>:\nI read it then.",
        "As you wrote on 3 March:\n\nthe night shift begins at 10.",
        "What you wrote on 3 March is so:\n\nthe night shift begins at 10.",
        "On 3 March 2026, at 14:00, you wrote:\n\nthe night shift begins at 10.\n\nI agree.",
        f"Dear Dana,\n\n{YOU_WROTE}\n\nthe night begins at 10.\n\nI agree.\n\nBest,\nPriya",
        f"Dana,\n\nMany thanks!\n\n{YOU_WROTE}\nthe night begins at 10.\n\nI agree.",
        f"Thank you for the talk.\n\nMany thanks!\n\n{YOU_WROTE}\nit begins at 10.\nI agree.",
        f"Greetings,\n\n{YOU_WROTE}\nthe night begins at 10.\n\nI agree.",
        f"Thank you for the talk.\n\nNight Loads\n\n{YOU_WROTE}\nit begins at 10.\n\nI agree.",
        f"{OWN}\n\nP.S.\n{YOU_WROTE}\nit begins at 10.\nI agree.",
        f"{OWN}\n\nPPS\n{YOU_WROTE}\nit begins at 10.\nI agree.",
        f"{OWN}\n\nOn 3 March 2026 I came back to what you wrote:\nit begins at 10.\nI agree.",
        f"{OWN}\n\nOn page 12 of the 2026 plan you wrote:\nit begins at 10.\nI agree.",
        f"{OWN}\n\nP.S. {YOU_WROTE}\nit begins at 10.\nI agree.",
        f"{OWN}\n\nOne thing more, which I forgot.\n{YOU_WROTE}\nit begins at 10.\nI agree.",
        f"{OWN}\n\nOn the train I read again what you wrote:\nit begins at 10.\nI agree.",
    ],
)
def test_not_quoted(own: str) -> None:
    assert parse(None, own).quoted == ()
    assert parse(None, own).sentences


def test_blanks_in_quotes_are_not_the_writers() -> None:
    draft = parse("Thank you, [name]", "Hi [name],\n\nI met [company].\n\n> at [company]")
    assert [blank.text for blank in draft.blanks] == ["[name]", "[company]"]
    assert [blank.text for blank in draft.subject_blanks] == ["[name]"]


def test_mail_that_is_quoted_first_is_quoted_from_its_first_character() -> None:
    quote = "> Hello Priya,\n> how did it go?"
    draft = parse(None, f"{quote}\n\n{OWN}")
    assert [span.of(draft.text) for span in draft.quoted] == [quote]
