"""What each check finds and what it leaves alone, beyond the examples of its page.

A note is built around the words in question, so that every case is one line. The silent cases
matter most: each is something that real people write, and that must never be marked.
"""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, datetime

import pytest

from afterword.draft.draft import Draft
from afterword.draft.memory import forget
from afterword.draft.model import Context, Interview, Kind, Person, Sender
from afterword.draft.parse import parse
from afterword.engine.model import Field, Finding, Status
from tests.drafts import applied, apply, outcome, report

DANA = Person("Dana Lee", "dana.lee@acme.example")
OMAR = Person("Omar Haddad", "omar.haddad@acme.example")
CARD = Interview(
    interviewers=(DANA,),
    company="Acme",
    role="Data Engineer",
    interviewed_at=datetime.fromisoformat("2026-03-03T14:00+00:00"),  # a Tuesday
)
ME = Sender("Priya Nair", "priya.nair@example.com", "555-0142", "linkedin.com/in/priya-example")
TY = Context(
    kind=Kind.THANK_YOU,
    interview=CARD,
    sender=ME,
    recipients=(DANA,),
    attachments=0,
    now=datetime.fromisoformat("2026-03-04T09:00+00:00"),
)
FU = replace(TY, kind=Kind.FOLLOW_UP, now=datetime.fromisoformat("2026-03-11T09:00+00:00"))
THANKS = "Thank you for the interview and for showing me how the night loads are watched."


def note(
    words: str = "",
    context: Context = TY,
    *,
    greeting: str = "Dear Dana,",
    close: str = "Kind regards,\nPriya Nair\n555-0142",
    subject: str | None = "Data Engineer interview",
) -> Draft:
    body = "\n\n".join(part for part in (greeting, f"{THANKS} {words}".strip(), close) if part)
    return parse(subject, body, context)


def found(check: str, draft: Draft) -> list[str]:
    """Return the words at issue, or the message where there are none."""
    ended = outcome(check, draft)
    assert ended.status in (Status.PASSED, Status.FAILED), ended.status
    return [words(draft, finding) for finding in ended.findings]


def words(draft: Draft, finding: Finding) -> str:
    text = (draft.subject or "") if finding.field is Field.SUBJECT else draft.text
    return finding.span.of(text) if finding.span else finding.message


def repaired(check: str, draft: Draft) -> str:
    """Return the text with the first suggestion made, which must settle that finding."""
    first = outcome(check, draft).findings[0]
    edits = first.suggestions[0].edits
    after = applied(draft, first, edits)
    assert all(again.suggestions != first.suggestions for again in outcome(check, after).findings)
    return apply(draft.subject or "" if first.field is Field.SUBJECT else draft.text, edits)


def _again(draft: Draft) -> Draft:
    return parse(draft.subject, repaired("misspelt-name", draft), draft.context)


def with_people(*names: str, to: tuple[str, ...] = ()) -> Context:
    card = replace(CARD, interviewers=tuple(Person(name) for name in names))
    return replace(TY, interview=card, recipients=tuple(Person(name) for name in to))


class TestNames:
    @pytest.mark.parametrize(
        ("known", "written", "right"),
        [
            ("Dana Lee", "Diana", "Dana"),
            ("Dana Lee", "Dnaa", "Dana"),
            ("Chloé Lefèvre", "Chloe", "Chloé"),
            ("Latoya Bennett", "Latoyah", "Latoya"),
            ("Siobhán O'Donnell", "Siobhan", "Siobhán"),
            ("Jean-Luc Moreau", "Jean Luc", "Jean-Luc"),
            ("Vikram Kaminski", "Mr. Kaminsky", "Kaminski"),
            ("Nguyễn Minh Thư", "Nguyen Minh Thu", "Nguyễn Minh Thư"),
        ],
    )
    def test_a_name_nearly_right_is_put_right(self, known: str, written: str, right: str) -> None:
        draft = note(greeting=f"Dear {written},", context=with_people(known))
        assert len(found("misspelt-name", draft)) == 1
        assert right in repaired("misspelt-name", draft).split(",")[0]

    @pytest.mark.parametrize(
        ("known", "written"),
        [
            ("Dana Lee", "Dana"),
            ("Dana Lee", "Dana Lee"),
            ("Dana Lee", "Ms. Lee"),
            ("Dana Lee", "Ms Lee"),
            ("Dana Lee", "Dr. Lee"),
            ("Dana Lee", "D. Lee"),
            ("Jennifer Walsh", "Jen"),
            ("Robert Oyelaran", "Bob"),
            ("Elizabeth Tan", "Liz"),
            ("Ludwig van der Berg", "Mr. van der Berg"),
            ("Ludwig van der Berg", "Ludwig"),
            ("María José de la Cruz Pérez", "María José"),
            ("María José de la Cruz Pérez", "Sra. de la Cruz"),
            ("Mohammed al-Rashid", "Mr. al-Rashid"),
            ("Nguyễn Minh Thư", "Thư"),
            ("Zhang Wei", "Wei"),
            ("Zhang Wei", "Mr. Zhang"),
            ("Park Ji-woo", "Ji-woo"),
            ("Suharto", "Suharto"),
            ("Sukarni", "Ibu Sukarni"),
            ("Ana Lucía Ferreira da Silva", "Ana Lucía"),
            ("Ngozi Okonkwo", "Ngozi"),
            ("O'Brien, Máire", "Máire"),
            ("Björk Guðmundsdóttir", "Björk"),
            ("Thandiwe Nkosi", "Thandiwe Nkosi"),
            ("Ólafur Ragnar", "Ólafur"),
            ("Dana Lee", "all"),
            ("Dana Lee", "Hiring Manager"),
        ],
    )
    def test_a_right_name_is_never_marked(self, known: str, written: str) -> None:
        context = with_people(known, to=(known,))
        draft = note(greeting=f"Dear {written},", context=context)
        assert found("misspelt-name", draft) == []
        assert found("wrong-recipient", draft) == []

    def test_a_surname_that_sounds_the_same_is_a_slip(self) -> None:
        draft = note(subject="Thank you, Ms. Leigh", greeting="Dear Ms. Leigh,")
        assert found("misspelt-name", draft) == ["Leigh", "Leigh"]
        assert repaired("misspelt-name", draft).startswith("Dear Ms. Lee,")
        assert found("misspelt-name", note(greeting="Dear Leila,")) == []

    @pytest.mark.parametrize(
        ("subject", "marked"),
        [
            ("Thank you, Latoyah", "Latoyah"),
            ("Thanks again Latoyah – Data Engineer interview", "Latoyah"),
            ("Thank You, Ms. Bennet", "Bennet"),
            ("Data Engineer – thanks Latoyah", "Latoyah"),
            ("Interview with Latoya Bennet, thank you", "Latoya Bennet"),
            ("Interview with Ms. Latoyah Bennett", "Latoyah Bennett"),
            ("Re: Interview with Latoyah Bennett", None),
            ("Thank you, Latoya – Data Engineer interview", None),
            ("Thank You Latoya Bennett", None),
            ("Thank you, Ms. Bennett's team", None),
            ("Thank you, Laura", None),
            ("Thank you, Latóya", None),
            ("Priya Nair – Data Engineer interview", None),
            ("Interview with Mr. Benson", None),
        ],
    )
    def test_the_subject_is_read_for_names_too(self, subject: str, marked: str | None) -> None:
        people = with_people("Latoya Bennett", to=("Latoya Bennett",))
        draft = note(subject=subject, greeting="Dear Latoya,", context=people)
        assert found("misspelt-name", draft) == ([marked] if marked else [])

    @pytest.mark.parametrize(
        "words",
        [
            "Diana from the data team showed me the board.",
            "Please give my thanks to Danny and Lena.",
            "As Dana Friday knows, I like tests.",
            "I once read a book by Donna Leon.",
            "Ms. Park showed me the lab.",
            "Dana Lee, your question about queues stayed with me.",
            "Dana's question about queues stayed with me.",
            "Lee's plan for the loads is the one I would choose.",
        ],
    )
    def test_other_names_in_the_text_are_left_alone(self, words: str) -> None:
        assert found("misspelt-name", note(words)) == []

    @pytest.mark.parametrize(
        ("words", "marked"),
        [
            ("I liked the question that Dana Leee asked.", "Dana Leee"),
            ("I liked what Dana Lei said.", "Dana Lei"),
        ],
    )
    def test_a_whole_name_is_read_in_the_text_too(self, words: str, marked: str) -> None:
        assert found("misspelt-name", note(words)) == [marked]

    @pytest.mark.parametrize(
        ("card", "words", "marked"),
        [
            ("Oddvar Nilsen", "Odvar Nilsen showed me the loads.", ["Odvar Nilsen"]),
            ("Ben Akintola", "I liked what Ben Akintole said.", ["Ben Akintole"]),
            ('Hyun-woo "Harry" Choi', "I liked what Harry Choy said.", ["Harry Choy"]),
            ('Hyun-woo "Harry" Choi', "I liked what Harry Choi said.", []),
            ("Maria Rossi", "Mario Rossi met me at the door.", []),
            ("Robin Wood", "You told me of Rowan Wood.", []),
            ("Brock Hill", "You walked me round the ward on Brook Hill.", []),
            (
                "Brock Hill",
                "I took the bus up Brook Hill, and the road to Brook Hill is steep.",
                [],
            ),
            ("Brock Hill", "Please give this to Brook Hill.", ["Brook Hill"]),
            ("Rose King", "I liked what Rose Kline said.", []),
            ("Oddvar Nilsen", "Mr Nilsen and the Oslo Nilsen firm came up.", []),
            ("Thanh Nguyen", "Also Nguyen Street, and Than Nguyens, came up.", []),
        ],
    )
    def test_a_first_name_before_a_known_last_one(
        self, card: str, words: str, marked: list[str]
    ) -> None:
        context = with_people("Dana Lee", card, to=("Dana Lee",))
        assert found("misspelt-name", note(words, context)) == marked

    def test_a_title_brings_a_family_name(self) -> None:
        draft = note("Ms. Bhatacharya asked about queues.", with_people("Rina Bhattacharya"))
        assert found("misspelt-name", draft) == ["Bhatacharya"]

    @pytest.mark.parametrize(
        ("words", "marked"),
        [
            ("Thank you again, Ms. Bhatacharya.", ["Bhatacharya"]),
            ("Ms. Bhatacharya, your question stayed with me.", ["Bhatacharya"]),
            ("I met Ms. Bhatacharya in the hall.", []),
            ("My referee, Dr. Bhatacharya, will ring you.", []),
        ],
    )
    def test_the_only_reader_has_a_title_where_spoken_to(
        self, words: str, marked: list[str]
    ) -> None:
        context = with_people("Rina Bhattacharya", to=("Rina Bhattacharya",))
        assert found("misspelt-name", note(words, context)) == marked

    @pytest.mark.parametrize(
        ("card", "words", "marked"),
        [
            ("Dr. Pavel Hrdlicka", "I met Dr. Patel of the lab.", ["Patel"]),
            ("Beatriz Almeida", "I met Mrs Beattie too.", []),
            ("Paula Brandão", "I met Mrs. Brandl too.", []),
            ("Zeynep Öztürk", "I met Ms Ozturk too.", ["Ozturk"]),
            ("Piet Van Lief", "Van Life is a book.", []),
        ],
    )
    def test_a_short_surname_behind_a_title_has_one_slip(
        self, card: str, words: str, marked: list[str]
    ) -> None:
        assert found("misspelt-name", note(words, with_people(card, to=("Dana Lee",)))) == marked

    @pytest.mark.parametrize(
        ("company", "words", "marked"),
        [
            ("Google", "I would love to work at Gogle.", ["Gogle"]),
            ("Microsoft", "Thank you for the interview with Micorsoft.", ["Micorsoft"]),
            ("Harbour Maps Ltd", "I admire Harbor Maps for that.", ["Harbor"]),
            ("Coldharbour Foods", "I hope to join Coldarbour soon.", ["Coldarbour"]),
            ("Brightwell", "I hope to join Brightwel.", ["Brightwel"]),
            ("Barclays", "I live in Barclay Street and hope to join you.", []),
            ("Marks & Spencer", "I hope to join Marks and Spenser.", ["Spenser"]),
            ("Acme Corporation", "I hope to join Acme Corp.", []),
            ("Google", "I hope to join Google as a Googler.", []),
            ("Stripe", "I hope to join the Stripes team of the town.", []),
            ("Nestlé", "I hope to join Nestle.", []),
            ("PayPal", "I hope to join Paypal.", []),
            ("Harlan Freight", "I worked at Harlan Freights before.", []),
            ("Barnet Hospital", "I worked at Barnes Hospital for a year.", []),
            ("Orin", "I hope to join Oren one day.", []),
            ("Marsh", "I look forward to March.", []),
            ("Hanne", "I enjoyed talking with Hanna.", []),
            ("Quayline", "I asked Quaylin about the loads.", []),
            ("Delacroix", "I hope to work with Delacruix at acme.delacruix.example.", []),
            ("Googel", "I hope to join Google.", []),
            ("Acme & Sons", "I hope to join Acne & Sons.", []),
            ("Tweddle & Sons", "I hope to join Tweddel & Sons.", ["Tweddel"]),
            ("Delacroix Ropes", "I hope to join Delacroi Ropes.", ["Delacroi"]),
            ("Acme Consulting", "I would like to be an Acme Consultant one day.", []),
            ("Hansen", "Thank you for introducing me to Hanson.", []),
            ("Petersen Ropes", "I enjoyed the talk with Peterson about ropes.", []),
            ("Genova", "I would love to move to Geneva.", []),
        ],
    )
    def test_a_firm_nearly_right_is_put_right(
        self, company: str, words: str, marked: list[str]
    ) -> None:
        mail = (
            "dana.lee@delacroixropes.example" if "Ropes" in company else "dana.lee@google.example"
        )
        people = (Person("Dana Lee", mail),)
        context = replace(TY, interview=replace(CARD, company=company, interviewers=people))
        if "Delacruix" in words:
            context = replace(context, sender=replace(ME, email="priya@delacruix.example"))
        draft = note(words, context)
        assert found("misspelt-name", draft) == marked
        assert not marked or found("misspelt-name", _again(draft)) == []

    @pytest.mark.parametrize(
        ("subject", "marked"),
        [
            ("Thank you – Gogle interview", ["Gogle"]),
            ("Data Engineer at Gogle", ["Gogle"]),
            ("Re: Gogle interview", []),
            ("Thank you, Gogle", []),
        ],
    )
    def test_a_firm_in_the_subject_is_read_too(self, subject: str, marked: list[str]) -> None:
        context = replace(TY, interview=Interview(company="Google"), recipients=())
        assert found("misspelt-name", note(context=context, subject=subject)) == marked

    def test_a_person_greeted_in_two_parts_is_replaced_whole(self) -> None:
        other = Interview(interviewers=(Person("Priya K. Nair"),))
        context = replace(TY, other_interviews=(other,))
        draft = note(greeting="Dear Nair, Priya K.,", context=context)
        assert found("other-interview", draft) == ["Nair", "Priya K."]
        assert repaired("other-interview", draft).startswith("Dear Dana Lee,\n")
        draft = note(greeting="Dear Dana and Priya,", context=context)
        assert outcome("other-interview", draft).findings[0].suggestions == ()
        draft = note(
            greeting="Dear Nair, Priya,",
            context=with_people("Priya Nair", "Dana Lee", to=("Dana Lee",)),
        )
        assert repaired("wrong-recipient", draft).startswith("Dear Dana Lee,\n")

    @pytest.mark.parametrize(
        ("card", "words", "marked"),
        [
            ("Jordan Hill", "You told me about Jordan Hall and its roof.", []),
            ("Chelsea Hill", "I once worked for Chelsea Hall.", []),
            ("Paris Park", "I lived in Paris Mark for a year.", []),
            ("Brooklyn Greene", "I enjoyed Brooklyn Green and its trees.", []),
            ("Jordan Hill", "It was good that Jordan Hall asked about queues.", ["Jordan Hall"]),
            ("Jordan Hill", "I learned much from Jordan Hil.", ["Jordan Hil"]),
            ("Jordan Hill", "My thanks to Jordan Hall for the tour.", ["Jordan Hall"]),
        ],
    )
    def test_a_place_called_like_somebody_is_none(
        self, card: str, words: str, marked: list[str]
    ) -> None:
        context = with_people(card, to=("Dana Lee",))
        assert found("misspelt-name", note(words, context)) == marked
        draft = note(context=context, subject=words.rstrip("."))
        assert found("misspelt-name", draft) == marked

    def test_a_message_ends_with_one_stop(self) -> None:
        draft = note(greeting="Dear Prya K.,", context=with_people("Priya K. Nair"))
        assert outcome("misspelt-name", draft).findings[0].message.endswith("says Priya K.")

    def test_the_sender_may_share_a_name(self) -> None:
        context = replace(with_people("Pria Shah"), sender=Sender("Priya Nair"))
        assert found("misspelt-name", note("Dana and I, Priya Nair, agreed.", context)) == []

    def test_another_card_may_hold_the_right_name(self) -> None:
        other = Interview(interviewers=(Person("Diana Ross"), Person("Félix Gagnon")))
        context = replace(TY, other_interviews=(other,), recipients=())
        assert found("misspelt-name", note(greeting="Dear Diana,", context=context)) == []
        felix = replace(context, interview=with_people("Félix Gagné").interview)
        assert found("misspelt-name", note(greeting="Dear Felix,", context=felix)) == ["Felix"]

    @pytest.mark.parametrize(
        ("to", "written"),
        [(("Omar Haddad",), "Dana"), (("Omar Haddad",), "Maria"), (("Wei Zhang",), "Mr. Okafor")],
    )
    def test_a_greeting_for_somebody_else_is_marked(
        self, to: tuple[str, ...], written: str
    ) -> None:
        context = with_people("Dana Lee", "Omar Haddad", "Wei Zhang", to=to)
        draft = note(greeting=f"Dear {written},", context=context)
        assert found("wrong-recipient", draft) == [written.removeprefix("Mr. ")]
        assert repaired("wrong-recipient", draft).startswith(f"Dear {to[0]},")

    @pytest.mark.parametrize(
        ("to", "written"),
        [
            (Person("", "marie@acme.example"), "Dana"),
            (Person("Marie Duval"), "Maria"),
        ],
    )
    def test_a_colleague_is_marked_whatever_the_to_field_shows(
        self, to: Person, written: str
    ) -> None:
        marie = Person("Marie Duval", "marie@acme.example")
        card = replace(CARD, interviewers=(DANA, Person("Maria Sanchez"), marie))
        draft = note(
            greeting=f"Dear {written},", context=replace(TY, interview=card, recipients=(to,))
        )
        assert found("wrong-recipient", draft) == [written]
        assert repaired("wrong-recipient", draft).startswith("Dear Marie Duval,")

    @pytest.mark.parametrize(
        ("written", "right"), [("Vaino", "Väinö"), ("Marja", "Marjo"), ("Ainoo", "Aino")]
    )
    def test_of_two_names_the_nearest_is_meant_or_the_readers(
        self, written: str, right: str
    ) -> None:
        names = ("Aino Mäkelä", "Marju Salo", "Väinö Mäki", "Marjo Aho")
        to = {"Väinö": "Väinö Mäki", "Marjo": "Marjo Aho", "Aino": "Väinö Mäki"}[right]
        draft = note(greeting=f"Dear {written},", context=with_people(*names, to=(to,)))
        assert repaired("misspelt-name", draft).startswith(f"Dear {right},")

    def test_an_address_of_the_own_name_explains_no_other(self) -> None:
        aino, maki = Person("Aino Mäkelä"), Person("Väinö Mäki", "vaino.maki@acme.example")
        card = replace(CARD, interviewers=(aino, maki))
        draft = note(greeting="Dear Aino,", context=replace(TY, interview=card, recipients=(maki,)))
        assert found("wrong-recipient", draft) == ["Aino"]

    @pytest.mark.parametrize(
        ("to", "written"),
        [
            (Person("Sam Brook", "sam@acme.example"), "Dana"),  # a coordinator passes it on
            (Person("Acme Recruiting", "jobs@acme.example"), "Dana"),
            (Person("", "x17@acme.example"), "Maria"),
            (Person("dana.lee@acme.example", "dana.lee@acme.example"), "Dana"),
            (Person("Zhang Wei", "vivian.zhang@acme.example"), "Vivian"),
            (Person("HR Department", "hr@acme.example"), "Maria"),
            (Person("Rahul"), "Mr. Sharma"),  # no more than a first name is known
            (Person("Dana"), "Ms. Lee"),
            (Person("李伟"), "Wei"),
            (Person("Özgür Yılmaz"), "Özgür Bey"),
            (Person("Dana Lee (Acme)"), "Dana"),
            (Person("Lee, Dana"), "Dana"),
            (DANA, "Dana and Omar"),
            (DANA, "Diana"),  # a slip of the pen, which is said elsewhere
        ],
    )
    def test_a_greeting_that_can_be_explained_is_left_alone(self, to: Person, written: str) -> None:
        context = replace(TY, recipients=(to,))
        assert found("wrong-recipient", note(greeting=f"Dear {written},", context=context)) == []


class TestOtherInterview:
    OTHER = replace(
        TY,
        other_interviews=(
            Interview((Person("Ronald Fraser"),), "Acorn House Ltd", "Playgroup Leader"),
            Interview((), "Indeed", "Analyst"),
            Interview((DANA,), "Acme Labs", "Data Engineer"),
        ),
    )

    @pytest.mark.parametrize(
        ("words", "marked"),
        [
            ("I would love to work at Acorn House.", "Acorn House"),
            ("I look forward to working at Acorn House.", "Acorn House"),
            ("I saw BigAcorn House, and would love to work at Acorn House.", "Acorn House"),
            ("The Playgroup Leader role is the one I want.", "Playgroup Leader"),
            ("Please thank Ronald Fraser too.", "Ronald Fraser"),
            ("I look forward to hearing from Acorn House.", "Acorn House"),
            ("I would be glad to help at Indeed soon.", "Indeed"),
            ("I was glad to interview at Acorn House.", "Acorn House"),
            ("I was glad to hear of the role at Acorn House.", "Acorn House"),
            ("Thank you for your time at Acorn House.", "Acorn House"),
            ("I hope to begin my career at Acorn House.", "Acorn House"),
            ("I look forward to the Acorn House Playgroup Leader duties.", "Acorn House"),
            ("I am sure that Acorn House is the right place for me.", "Acorn House"),
            ("I hope to be your Playgroup Leader.", "Playgroup Leader"),
            ("I left your office eager to join Acorn House.", "Acorn House"),
            ("It strengthened my desire to work for Acorn House.", "Acorn House"),
            ("This is what I could offer to Acorn House from the outset.", "Acorn House"),
            ("I am convinced that I can serve Acorn House well.", "Acorn House"),
            ("It would make me happy to work at Acorn House Ltd.", "Acorn House Ltd"),
            ("I would be proud to represent Acorn House.", "Acorn House"),
            ("What Ronald Fraser said about the songs stayed with me.", "Ronald Fraser"),
            ("Ronald Fraser's question about naps was a good one.", "Ronald Fraser"),
            ("Ronald Fraser was so kind.", "Ronald Fraser"),
            ("Your colleague Ronald Fraser led me through the yard.", "Ronald Fraser"),
            ("I would like to join the Acorn House graduate scheme.", "Acorn House"),
        ],
    )
    def test_a_fact_of_another_card_is_marked(self, words: str, marked: str) -> None:
        assert found("other-interview", note(words, self.OTHER)) == [marked]

    @pytest.mark.parametrize(
        "words",
        [
            "Indeed, I would love to.",
            "I have an offer from Acorn House, but your team is my first choice.",
            "In my current role as Playgroup Leader I plan the weeks.",
            "I worked at Acorn House for two years.",
            "I have been working at Acorn House since May.",
            "I read of your merger with Acorn House.",
            "I would love to work at Acme.",
            "I would love to work at Acme Labs, the part of Acme you lead.",
            "The Data Engineer role is the one I want.",
            "See https://acornhouse.example/Acorn for the plan.",
            "We grew acorns behind the house.",
            "I would like to withdraw, since I have accepted the Playgroup Leader role there.",
            "I have decided to take a role with Acorn House.",
            "My referee is Ronald Fraser.",
            "I have applied to Acorn House as well, but yours is where I want to be.",
            "Acorn House, where I trained, has no garden; I would love to join one that has.",
            "I expect to hear from Acorn House on Friday, and would rather come to you.",
            "I would love to do for you what I did for Acorn House.",
            "My notice at Acorn House is four weeks, so I could start in May.",
            "I have been with Acorn House for long, and would like a change.",
            "Ronald Fraser told me of your school.",
            "Ronald Fraser told me about Acme.",
            "It was Ronald Fraser who first told me that you look for somebody.",
            "I would bring the songs of Acorn House Records to the room.",
            "I should say that Acorn House would like me to decide by Friday.",
            "I am also talking to Acorn House, and would rather come to you.",
            "I enjoyed hearing about your years at Acorn House.",
            "Thank you for asking about my first project at Acorn House.",
            "I would be glad to use what I saw at Acorn House.",
            "I would be glad to show you the plan I made for Acorn House.",
            "I am happy to name a contact at Acorn House who knows my work.",
            "I would like to ask if you sell to Acorn House too.",
            "I spoke with Ronald Fraser yesterday, and he sends his best.",
            "I also met Ronald Fraser at the fair.",
            "Ronald Fraser sends his best wishes.",
            "I set up payments with Acorn House and would be glad to do it here.",
            "I would be happy to be paid with Acorn House.",
            "In my interview with Acorn House they asked the same.",
            "I learnt this from Ronald Fraser.",
            "Ronald Fraser, with whom I trained, would agree.",
            "You know Ronald Fraser, I believe.",
            "As your Playgroup Leader told me, the songs come first.",
            "I hope to become your Playgroup Leader's right hand.",
            "I know that Acorn House is in the next street.",
            "I am convinced that Acorn House sends you its hardest cases.",
            "I have a second interview with Acorn House on Friday, and yours is the job I want.",
            "The Playgroup Leader role you filled last year came up, too.",
            "Ronald Fraser wrote the songs that you sing.",
            "You and Ronald Fraser were at school together, you told me.",
            "You can call Ronald Fraser at his desk for a reference.",
            "I would not want to go back to Acorn House.",
            "I hope to bring the songs of Acorn House to your team.",
            "I learned to enjoy the noise at Acorn House.",
            "I learned at Acorn House that songs calm.",
            "I hope that the Acorn House deal goes through.",
        ],
    )
    def test_a_fact_named_on_purpose_is_left_alone(self, words: str) -> None:
        assert found("other-interview", note(words, self.OTHER)) == []

    @pytest.mark.parametrize("form", ["ASA", "Co., Ltd.", "Pvt. Ltd", "Sdn Bhd", "Private Limited"])
    def test_a_firm_is_known_without_its_legal_form(self, form: str) -> None:
        other = replace(TY, other_interviews=(Interview((), f"Acorn House {form}", None),))
        draft = note("I would love to work at Acorn House.", other)
        assert found("other-interview", draft) == ["Acorn House"]

    def test_the_subject_is_read_too(self) -> None:
        draft = note(context=self.OTHER, subject="Thank you – Acorn House interview")
        assert found("other-interview", draft) == ["Acorn House"]
        assert repaired("other-interview", draft) == "Thank you – Acme interview"

    @pytest.mark.parametrize("article", ["The", "the"])
    def test_a_firm_with_an_article_is_replaced_with_it(self, article: str) -> None:
        other = Interview((), "The Harbour Trust Ltd", None)
        draft = note(
            f"I hope to join {article} Harbour Trust.", replace(TY, other_interviews=(other,))
        )
        assert "I hope to join Acme." in repaired("other-interview", draft)

    def test_a_subject_may_begin_with_a_firm(self) -> None:
        context = replace(TY, other_interviews=(Interview((), "Globex"), Interview((), "Next")))
        draft = note(context=context, subject="Globex interview – thank you")
        assert repaired("other-interview", draft) == "Acme interview – thank you"
        assert found("other-interview", note(context=context, subject="Next interview")) == []

    def test_the_name_of_another_firm_is_no_detail(self) -> None:
        text = (
            "Dear Dana,\n\nThank you for the hour today. I look forward to hearing from you and"
            " the team at {}.\n\nKind regards,\nPriya Nair"
        )
        for firm in ("Acorn House", "Acme"):
            draft = parse("", text.format(firm), self.OTHER)
            assert len(found("generic-draft", draft)) == 1

    def test_the_greeting_is_read_too(self) -> None:
        draft = note(greeting="Dear Ronald,", context=self.OTHER)
        assert found("other-interview", draft) == ["Ronald"]
        assert found("wrong-recipient", draft) == []
        for greeting in ("Dear Mr. Fraser,", "Dear Sir Ronald,", "Dear Ronald Sir,"):
            draft = note(greeting=greeting, context=self.OTHER)
            assert repaired("other-interview", draft).startswith("Dear Dana Lee,")

    def test_a_word_of_the_own_role_names_no_other_firm(self) -> None:
        context = replace(self.OTHER, interview=replace(CARD, role="Customer Success Manager"))
        words = "I enjoyed our talk about the Customer Success Manager role at Acorn House."
        assert found("other-interview", note(words, context, subject="")) == ["Acorn House"]
        words = "I would love to meet your customer Acorn House."
        assert found("other-interview", note(words, context, subject="")) == []

    def test_the_reader_is_not_named_to_herself(self) -> None:
        draft = note("I enjoyed meeting you and Ronald Fraser.", self.OTHER)
        (finding,) = outcome("other-interview", draft).findings
        assert finding.suggestions == ()

    @pytest.mark.parametrize(
        ("subject", "marked"),
        [
            ("Thank you, Ronald – Data Engineer interview", ["Ronald"]),
            ("Interview with Ronald Fraser", ["Ronald Fraser"]),
            ("Playgroup Leader – thank you", ["Playgroup Leader"]),
            ("Thank you: Playgroup Leader", ["Playgroup Leader"]),
            ("Following up on my talk for Playgroup Leader", ["Playgroup Leader"]),
            ("Thank you from a Playgroup Leader", []),
            ("Questions of an Analyst", []),
            ("Analyst – thank you", ["Analyst"]),
            ("From Playgroup Leader to Data Engineer", []),
            ("Playgroup Leader, Data Engineer – thank you", []),
            ("Data Engineer, once a Playgroup Leader", []),
            ("My work as Playgroup Leader", []),
            ("Playgroup Leader references", []),
            ("Your question about my Playgroup Leader years", []),
            ("Reference: Playgroup Leader at Acorn Lane", []),
            ("Thank you, Playgroup Leader team", []),
            ("Notes on Playgroup Leader", []),
            ("Playgroup Leader at Acme", ["Playgroup Leader"]),
            ("Playgroup Leader interview: thank you", ["Playgroup Leader"]),
            ("Playgroup Leader candidate – thank you", ["Playgroup Leader"]),
            ("Thank you, Dana – Data Engineer interview", []),
            ("Letter of reference by Ronald Fraser", []),
            ("Data Engineer interview (ex Acorn House)", []),
            ("My Acorn House reference letter", []),
            ("Former Acorn House engineer, Data Engineer interview", []),
            ("Data Engineer – your question about Acorn House", []),
            ("Indeed, thank you", []),
        ],
    )
    def test_the_subject_is_read_for_people_too(self, subject: str, marked: list[str]) -> None:
        draft = note(context=self.OTHER, subject=subject)
        assert found("other-interview", draft) == marked
        fixed = repaired("other-interview", draft) if marked else ""
        assert not marked or "Dana Lee" in fixed or "Data Engineer" in fixed

    @pytest.mark.parametrize("words", ["My {} interview", "On {} role", "Thanks for the {} tour"])
    def test_the_subject_is_read_for_firms_too(self, words: str) -> None:
        draft = note(context=self.OTHER, subject=words.format("Acorn House"))
        assert repaired("other-interview", draft) == words.format("Acme")

    def test_a_role_may_be_written_out(self) -> None:
        card = replace(CARD, role="RN, nights")
        other = Interview((), "Acorn House", "Registered Nurse")
        context = replace(TY, interview=card, other_interviews=(other,))
        assert (
            found("other-interview", note("", context, subject="Registered Nurse – thanks")) == []
        )

    @pytest.mark.parametrize(
        ("words", "subject"),
        [
            ("You told me about Chelsea Park and its trees.", "Data Engineer interview"),
            ("I enjoyed the walk in Chelsea Park.", "Data Engineer interview"),
            ("", "Data Engineer interview in Brooklyn"),
        ],
    )
    def test_a_place_is_no_fact_of_another_card(self, words: str, subject: str) -> None:
        other = Interview((Person("Chelsea Park"),), "Brooklyn", "Analyst")
        draft = note(words, replace(TY, other_interviews=(other,)), subject=subject)
        assert found("other-interview", draft) == []


class TestBlanks:
    def test_each_blank_is_marked_and_known_facts_are_offered(self) -> None:
        draft = note("I would love to join [Company] as a [role], because of [what you liked].")
        assert found("unfilled-blank", draft) == ["[Company]", "[role]", "[what you liked]"]
        offered = [f.suggestions for f in outcome("unfilled-blank", draft).findings]
        assert [s[0].edits[0].text for s in offered if s] == ["Acme", "Data Engineer"]

    @pytest.mark.parametrize(
        ("greeting", "marked"),
        [
            ("Dear Mr./Ms. Lee,", ["Mr./Ms."]),
            ("Dear Mr/Mrs Dana Lee,", ["Mr/Mrs"]),
            ("Dear Mr. or Ms. Lee,", ["Mr. or Ms."]),
            ("Dear Mr. and Mrs. Lee,", []),
            ("Dear Dr./Prof. Lee,", []),
            ("Dear Ms. Lee / Mr. Haddad,", []),
            ("Dear Mr/Mrs,", []),
        ],
    )
    def test_one_of_two_titles_is_still_to_choose(self, greeting: str, marked: list[str]) -> None:
        draft = note(greeting=greeting)
        assert found("unfilled-blank", draft) == marked
        assert not marked or repaired("unfilled-blank", draft).startswith("Dear Dana Lee,")

    def test_a_blank_for_a_name_is_the_readers_above_and_the_writers_below(self) -> None:
        draft = note("Ask [Name] first.", greeting="Dear [Name],", close="Kind regards,\n[Name]")
        offered = [f.suggestions for f in outcome("unfilled-blank", draft).findings]
        assert [[s.edits[0].text for s in one] for one in offered] == [
            ["Dana Lee"], [], ["Priya Nair"],
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("greeting", "marked"), [("Hi ,", "Hi ,"), ("Dear [Name],", "[Name]"), ("Dear Mr.,", None)]
    )
    def test_a_greeting_without_its_name(self, greeting: str, marked: str | None) -> None:
        draft = note(greeting=greeting)
        assert found("unfilled-blank", draft) == [marked or greeting]
        assert found("no-name-greeting", draft) == []

    @pytest.mark.parametrize(
        ("greeting", "marked"),
        [
            ("Dear NAME,", "NAME"), ("Dear First Name,", "First Name"), ("Hi *Name*,", "Name"),
            ("Dear ...,", "..."), ("Hi ???,", "???"), ("Dear Mr. X,", "X"), ("Hi XX,", "XX"),
            ("Dear ____:", "____"), ("Dear {{first_name}},", "{{first_name}}"),
            ("Dear ,", "Dear ,"),
            ("Dear Dr. [Last Name],", "[Last Name]"), ("Dear [Name] and [Name],", "[Name]"),
        ],
    )  # fmt: skip
    def test_what_stands_for_the_readers_name(self, greeting: str, marked: str) -> None:
        draft = note(greeting=greeting)
        assert found("unfilled-blank", draft)[0] == marked
        assert found("no-name-greeting", draft) == found("wrong-recipient", draft) == []
        right = repaired("unfilled-blank", draft).split("\n")[0].replace("*", "")
        assert right[:-1] in ("Dear Dana Lee", "Hi Dana Lee") and right[-1] == greeting[-1]

    def test_a_name_that_looks_like_a_blank_is_none(self) -> None:
        for name in ("X", "Malcolm X"):
            draft = note(greeting="Dear Mr. X,", context=with_people(name))
            assert found("unfilled-blank", draft) == []

    @pytest.mark.parametrize(
        "greeting",
        [
            "Dear [Name] of [Company],",
            "Dear [Mr./Ms.] Lee,",
            "Dear Dana [Surname],",
            "hi dana [name],",
        ],
    )
    def test_a_blank_for_more_or_less_than_the_name_is_left_to_the_writer(
        self, greeting: str
    ) -> None:
        draft = note(greeting=greeting)
        assert not any(f.suggestions for f in outcome("unfilled-blank", draft).findings)

    def test_a_blank_above_the_greeting_stays(self) -> None:
        draft = note(greeting="[Date]\n\nDear [Name],")
        date, name = outcome("unfilled-blank", draft).findings
        assert date.suggestions == ()
        assert apply(draft.text, name.suggestions[0].edits).startswith("[Date]\n\nDear Dana Lee,\n")

    @pytest.mark.parametrize(
        "words",
        [
            "As Smith [2019] writes, queues grow.",
            "The code is `items[0]`.",
            "My score was 9 (out of 10).",
            "I grew up in the XXth century.",
        ],
    )
    def test_brackets_that_belong_there_are_left_alone(self, words: str) -> None:
        assert found("unfilled-blank", note(words)) == []


class TestAttachments:
    @pytest.mark.parametrize(
        "words",
        [
            "I have attached my portfolio.",
            "I've attached the report you asked for.",
            "Attached is the plan.",
            "Please find attached two references.",
            "Please find my CV attached.",
            "My portfolio is attached.",
            "I am attaching the slides.",
            "Please see the attached summary.",
            "Attaching the sheet we spoke about.",
            "With this email I send you my CV.",
            "Please find attached the form you sent me, signed.",
            "I have attached the form that you sent.",
            "I attach the slides you asked for.",
            "I enclose two letters.",
            "PFA my CV.",
            "My CV is attached for reference.",
            "I took the liberty of attaching my CV.",
            "Here is my updated CV (attached).",
            "Attached: my CV and two references.",
            "PS: CV attached.",
            "As requested, I am herewith sending my updated CV.",
            "Kindly find herewith my certificates.",
            "Updated resume attached for your reference.",
            "Attached, the slides you asked for.",
            "Thank you.\n\nAttachments: CV, references",
            "Thank you.\n\nEnc: two sketches",
            "The notebook is attached, 2 pages, please be kind to the plots.",
            "The winding drawing that we argued about last week is attached, in full.",
            "I attach a photograph of the folio.",
            "I enclose the names of two referees on one sheet.",
            "My reasoning is on one page, which I enclose.",
            "I have therefore attached a one-page version that does.",
            "Two pages attached: one spring instead of two, and no glue.",
            "I redrew her on the metro, photo attached.",
            "The effect is still there, only smaller (figure attached).",
            "There is a leaflet on it, attached.",
            "My figures are on the attached sheet.",
            "The attached shows how I would do it.",
            "The enclosed sketch shows the bypass.",
            "Attached, as you requested, is the scanned copy of my rating.",
            "Enclosed you will find my unofficial transcript.",
            "It's attached now.",
            "I send in attachment the invoice of the train.",
            "Kindly find the attachment for your reference.",
            "Please see attachment.",
            "The signed form is in the attachement.",
            "You will find my references attached.",
            "I'm sending over the style sheet from Lisbon (attached).",
            "I am enclosing herewith my salary slip.",
            "The employment form is completed and attached, with a sample.",
            "I drew it again as a worksheet, which I enclose in the hope that it is of use.",
            "I have typed it up and attach it here.",
            "Thank you for your time; I signed the form and attach the second page.",
            "The contract is attached in two copies.",
            "In the attachment you find the curves.",
            "The attached lab report has the numbers.",
            "Sorry, I forgot to attach it, here it is.",
            "I forgot the attachment in my last email. Here it is now.",
            "I had forgotten to attach the plan; it is here, this time.",
            "This time with the certificate attached.",
            "Now with attachment!",
            "I'm sending over my certificate with this email.",
            "I am sending herewith the teaching statement that you asked for.",
            "See attachment for my certificate.",
            "I have taken the liberty to attach a drawing.",
            "I thought I'd attach the drawing.",
            "I left out the slide, number nine, and it's attached now.",
            "My experience letter from the Fujairah project is attached too.",
            "You wanted the name and the sheet, and both are attached with a page of notes.",
            "She wrote it down in English, it's page 2 of the attachment.",
            "I am sending herewith the checklist that we used.",
            "Let me attach my plan here.",
            "I'm sharing the drawing as an attachment.",
        ],
    )
    def test_a_claim_without_a_file_is_marked(self, words: str) -> None:
        assert len(found("missing-attachment", note(words))) == 1
        there = note(words, replace(TY, attachments=1))
        assert found("missing-attachment", there) == []
        unknown = note(words, replace(TY, attachments=None))
        assert outcome("missing-attachment", unknown).status is Status.NOT_APPLICABLE

    @pytest.mark.parametrize(
        ("words", "marked"),
        [
            ("Here are the three sketches for the series.", ["Here are"]),
            ("I am sending you the sketches that I promised.", ["I am sending you the"]),
            ("Here are the sketches: https://example.org/s", []),
            ("Here's the plan that I promised you.", ["Here's"]),
            ("The sketches are in the post.", []),
            ("I am sending the sketches by post.", []),
            ("Here is the answer I owe you. I would draw it twice.", []),
            ("I will send the sketches on Monday.", []),
            ("As promised, the sketches went to Omar by hand.", []),
            ("As promised, the sketches. My page is www.priya-nair.example.", []),
            ("I'll drop the sketches in tomorrow as promised.", []),
            ("As promised, I have asked for the plan; it takes a week.", []),
            ("I handed the plan in at the desk, as promised.", []),
            ("The plan, as promised, is in the envelope that Omar took.", []),
            ("As promised, the plan.", ["As promised"]),
            ("Heres the plan you wanted.", ["Heres"]),
            ("As promised, here are the posters and the sketches.", ["As promised, here are"]),
            ("As promised, the sketches. My page is https://priya-nair.example.", []),
        ],
    )
    def test_a_promised_file_is_missed(self, words: str, marked: list[str]) -> None:
        promised = replace(
            CARD, promised=("three sketches for the series", "the plan (PDF)", "an answer")
        )
        assert found("missing-attachment", note(words, replace(TY, interview=promised))) == marked

    @pytest.mark.parametrize(
        "words",
        [
            "I am very attached to this kind of work.",
            "The school is attached to the hospital.",
            "I can send a portfolio if you wish.",
            "I will attach my references to the form next week.",
            "I have attached a link: https://example.org/plan",
            "The CV attached to my application has the dates.",
            "You attached great weight to tests, and so do I.",
            "There are no strings attached to the grant.",
            "The importance you attached to care impressed me.",
            "I attach great importance to tests.",
            "I have attached sensors to over forty bridges.",
            "I attached the two halves by hand.",
            "I enclosed the cable run in steel.",
            "I attached the log to the ticket that you opened.",
            "See the attachment theory of Bowlby.",
            "I can send it as an attachment.",
            "Attached to your letter was a stamp from 1911.",
            "Enclosed gardens are what I know best.",
            "I herewith confirm that I could begin in May.",
            "I am herewith sending the link to my CV: https://example.org/cv",
            "Attachments: https://example.org/cv",
            "Attached as I am to the old lamps, I would change them.",
            "I have attached myself to the galley; it would not let go of me.",
            "The offer came with no strings attached.",
            "The workshop is attached, by a covered way, to the old barn.",
            "The tank is enclosed, so that the fumes stay inside.",
            "You asked how the sensor is attached, and I drew it.",
            "You drew a plan of how the sensor is attached.",
            "A school with a farm attached is what I have always wanted.",
            "Thank you for the form attached to your email.",
            "The PDF you attached opened without trouble.",
            "My attachment at the clinic ended in May.",
            "Each blade is attached with two bolts.",
            "I attach the tags to the ears before noon.",
            "Could I attach my portfolio to the form?",
            "Please check the attachment points twice.",
            "The enclosed courtyard plan is lovely.",
            "You will find me attached to facts.",
            "At my old firm I built a rig and attached it, and it held.",
            "I sent the notes attached to my application.",
            "I attach the list here as text: one, two, three.",
            "The photos, each with a note attached, were filed by year.",
            "I will send the report with the samples attached.",
            "I filled in the forms enclosed with your letter.",
            "I design cards, and each card is enclosed in a sleeve.",
            "Please feel free to contact me with questions about the attachment.",
            "The map attached above your desk is older than the harbour.",
            "I noticed the note attached with a red pin.",
            "The letter enclosed in the parcel touched me.",
            "I attach the greatest importance to accuracy.",
            "I attach a lot of weight to how a team talks about its mistakes.",
            "You showed me how you lift the frame and attach the panels.",
            "I would fold the sleeves first and attach the collar last.",
            "The ropes which I attach every spring hold the whole tent.",
            "First I attach the hose, then I open the valve.",
            "I liked the workshop and the attached data centre.",
            "You will find that children get attached quickly.",
            "You can see from my drawings where each bracket gets attached.",
            "The room to which it is attached is the old chapel.",
            "I came to see the attachment between a mother and a child as the key.",
            "In my attachment at the brokers I reconciled 300 lots a week.",
            "Once the slip is attached, the parcel goes to the van.",
            "I forgot to attach it to the form on Monday.",
            "I am attaching myself to no other team.",
            "This time with the families attached to the plan, it worked.",
            "The scan on page 2 of the attachment you sent is blurred.",
            "The monitor is attached now, as you saw.",
            "I saw the house and the barn, and both are attached to the mill.",
            "You thought I'd attach the hose the wrong way.",
            "Would you like the certificate attached or by post?",
            "I forgot to attach the second clamp, and you laughed.",
            "I forgot to attach the handle. Here is what I would do now.",
            "I forgot the attachment, so here is the link: https://example.org/cv",
            "I once forgot to attach the report, and this time I had a colleague look.",
            "I told you how I forgot to attach the file; here you are careful to check.",
            "I am sending my thanks to the whole team with this email.",
            "I have read the attached contract that you sent on Monday.",
            "Attaching the hose took me three tries.",
            "Attaching the plan view was easy in the old tool.",
            "With this email I send you my best wishes.",
        ],
    )
    def test_other_uses_of_the_word_are_left_alone(self, words: str) -> None:
        assert found("missing-attachment", note(words)) == []


class TestDays:
    def test_a_weekday_may_be_somebody(self) -> None:
        context = with_people("Monday Okoro", "Dana Lee")
        assert found("wrong-day", note("It was good to meet Monday.", context)) == []
        assert found("wrong-day", note("I enjoyed our talk on Monday.", context)) == ["on Monday"]

    @pytest.mark.parametrize(
        ("words", "marked", "right"),
        [
            ("It was good to meet you today.", "today", "yesterday"),
            ("It was good to meet you this morning.", "this morning", "yesterday afternoon"),
            ("I enjoyed our conversation on Monday.", "on Monday", "on Tuesday"),
            ("I enjoyed our talk on 2 March.", "on 2 March", "on 3 March"),
            ("Our interview on Wednesday 3 March was a joy.", "Wednesday 3 March", "Tuesday"),
            ("Today's interview was a joy.", "Today", "Yesterday"),
            ("Thank you so much for today.", "today", "yesterday"),
            ("Thank you for seeing me on the 2nd.", "on the 2nd", "on the 3rd"),
            ("I enjoyed our talk of the 2nd, very much.", "the 2nd", "our talk of the 3rd"),
            ("Thank you for having me in on Monday.", "on Monday", "on Tuesday"),
            (
                "I enjoyed our meeting of the day before yesterday.",
                "the day before yesterday",
                "of yesterday",
            ),
            ("Thank you for the interview on 30 March.", "on 30 March", "on 3 March"),
            ("Thank you for letting me work the pass on Monday.", "on Monday", "on Tuesday"),
            ("Thank you for walking me round on Monday.", "on Monday", "on Tuesday"),
            ("Thank you for walking me through the yard on Monday.", "on Monday", "on Tuesday"),
            ("Here is what you asked for at our talk on Monday.", "on Monday", "on Tuesday"),
            ("Thank you for letting me come to the yard on Monday.", "on Monday", "on Tuesday"),
            ("It was lovely to chat on Monday.", "on Monday", "on Tuesday"),
            ("We talked about the role on Monday.", "on Monday", "on Tuesday"),
            ("Thank you for talking about the loads on Monday.", "on Monday", "on Tuesday"),
            ("The loads we talked about on Monday are odd.", "on Monday", "on Tuesday"),
            ("It was a pleasure to speak with you earlier today.", "earlier today", "yesterday"),
            ("Thank you for the trial shift on Monday.", "on Monday", "on Tuesday"),
            ("Thank you for your time on Monday.", "on Monday", "on Tuesday"),
            ("We had a good conversation on Monday.", "on Monday", "on Tuesday"),
            ("It was good to meet Dana and Nora on Monday.", "on Monday", "on Tuesday"),
            ("I enjoyed speaking with Ms Lee from Data on Monday.", "on Monday", "on Tuesday"),
            ("I enjoyed my call with Acme on Monday.", "on Monday", "on Tuesday"),
            ("I enjoyed our Monday chat.", "Monday", "enjoyed our Tuesday chat"),
            ("Thank you for our talk today, Wednesday.", "today, Wednesday", "talk yesterday."),
            ("I enjoyed our talk today (Wednesday).", "today (Wednesday)", "talk yesterday."),
            ("I enjoyed our 2 March interview.", "2 March", "enjoyed our 3 March interview"),
            ("I enjoyed meeting you and Nora on Monday.", "on Monday", "on Tuesday"),
            ("I enjoyed my interview with HR on Monday.", "on Monday", "on Tuesday"),
            ("I enjoyed meeting the Hiring Committee on Monday.", "on Monday", "on Tuesday"),
        ],
    )
    def test_a_day_that_was_right_once(self, words: str, marked: str, right: str) -> None:
        draft = note(words)
        assert found("wrong-day", draft) == [marked]
        assert right in repaired("wrong-day", draft)
        assert found("wrong-day", parse("", repaired("wrong-day", draft), TY)) == []

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            ("It was good to meet you today.", "“today” is no longer true"),
            ("It was good to meet you two days ago.", "“two days ago” does not fit"),
        ],
    )
    def test_only_a_day_that_was_true_once_is_true_no_longer(self, words: str, said: str) -> None:
        (finding,) = outcome("wrong-day", note(words)).findings
        assert finding.message.startswith(said)

    @pytest.mark.parametrize(
        "words",
        [
            "It was good to meet you yesterday.",
            "I enjoyed our conversation on Tuesday.",
            "I enjoyed our talk on 3 March.",
            "Thanks for Saturday, and for letting me loose on the loads.",
            "I enjoyed our talk on Tuesday, March 3.",
            "I enjoyed our talk the other day.",
            "Since our talk I have tried it today.",
            "You said that you meet every Monday.",
            "Could we meet on Thursday?",
            "I will call you on Friday.",
            "I look forward to our next conversation on Monday.",
            "I read your report today.",
            "You asked me what I would do today if a load failed.",
            "I have worked on Mondays for years.",
            "You told me that the team meets on Thursdays.",
            "I found the advert on 12 February.",
            "It was good to meet you in person after our phone call on Friday.",
            "I can start on Monday 9 March.",
            "We met on Tuesday, and today I tried your puzzle.",
            "Thank you for the interviews on March 2nd, 3rd and 4th.",
            "It was good to meet you at the fair on Saturday.",
            "You mentioned that the loads fail on Friday.",
            "You told me Thursday at the latest.",
            "I spoke with my chief today.",
            "Call me tonight.",
            "You told me on Monday by phone that the loads fail.",
            "You mentioned on Monday in your email that the loads fail.",
            "It was good to meet you on the 3rd.",
            "It was good to meet you on the 2nd floor.",
            "We talked about the move on the 20th.",
            "We discussed the audit on 20 March.",
            "We talked about the outage on Friday.",
            "You and I discussed the long outage on 12 February.",
            "Our conversation on the 2nd, 3rd and 4th of your rules was a joy.",
            "I can begin on the 16th.",
            "Thank you for letting me know on Monday.",
            "My manager is letting me go early on Friday.",
            "Omar told me on Monday that you keep it at night.",
            "My sister is taking me to the sea on Sunday.",
            "It was good to speak to somebody who knows Saturday nights.",
            "It was nice to talk about Sunday dinners.",
            "Thank you for the talk about Saturday nights.",
            "Thank you for letting me do a full Friday on the pass.",
            "You were going to talk to the manager on Monday.",
            "I am free for a call at any hour on Wednesday or Thursday.",
            "I am free for a trial evening on any Friday this month.",
            "Thank you for the talk; I come for the trial on any Monday.",
            "The talk I gave last Friday had your loads in it.",
            "I met your colleague at the open day on Saturday.",
            "The meeting of the owners on Monday sounded lively.",
            "You were on call from Friday to Monday, and had time for me.",
            "You spoke of the fire on the 3rd of May 2019.",
            "I enjoyed the story of your visit to Rome on 3 May 2019.",
            "I'll bring the slides to Monday's lab meeting.",
            "Thank you for the parts; I ran the trial on Monday.",
            "Thank you for taking me through the incident on Friday and how you mended it.",
            "Thank you for walking me through the outage of Monday.",
            "Thank you for walking me through what fails on Monday night.",
            "Thank you for letting me come back on Monday.",
            "Thank you for letting me start on Monday.",
            "Thank you for having me back on Monday.",
            "As for my trial on Monday, I bring my own shoes.",
            "I gather that the client call was on Monday, and hope that it went well.",
            "The board meeting on Monday, you said, would settle it.",
            "Your phone call on Monday made my week.",
            "I enclose the receipt that you asked me for on Monday.",
            "I confirm the meeting on the 24th.",
            "I confirm our interview on 24 March.",
            "Thank you for setting the meeting on the 24th.",
            "Sorry that I missed your call on Monday.",
            "Thank you for moving our meeting from Monday.",
            "I came back to our conversation this morning and had an idea.",
            "Our talk is still on my mind today.",
            "Thinking of our talk today, I drew it.",
            "I have a call on Friday with my old firm.",
            "I have a meeting on Thursday, so any other day suits me.",
            "We have a visit from the inspector on Friday.",
            "I had an interview on Friday with another firm.",
            "I had a call on Monday about the flat.",
            "This time on Friday I fly home.",
            "We spoke on Monday, and again on Tuesday.",
            "I met your colleague on Monday at the trade fair.",
            "We met Nora on Monday at the training day.",
            "I hope that the meeting on Monday went well.",
            "I had an interview elsewhere on Monday.",
            "We last spoke on the phone on Monday.",
            "Our call is set for Monday.",
            "The call I had on Monday with the visa office went well.",
            "When we spoke on Monday to set the time, you were kind.",
            "As you said on Monday in your talk, loads drift.",
            "Our Monday meetings at Brightloom were long.",
            "Our Monday team meeting at Brightloom was long.",
            "Met Nora Quist and her crew on Monday.",
            "I spoke with your colleague Nora Quist on Monday.",
            "My conversation with Dr. Quist of the lab on Monday settled it.",
        ],
    )
    def test_other_days_are_left_alone(self, words: str) -> None:
        assert found("wrong-day", note(words)) == []

    def test_a_date_that_is_another_weekday_is_put_right(self) -> None:
        draft = note("We spoke on Tuesday, 4 March about the loads.")
        assert found("wrong-day", draft) == ["Tuesday, 4 March"]
        assert "spoke on Tuesday 3 March about" in repaired("wrong-day", draft)
        draft = note("We spoke on Wednesday 3 March about the loads.")
        assert "spoke on Tuesday 3 March about" in repaired("wrong-day", draft)
        far = note("The plant opens on Tuesday 25 August.")
        assert not outcome("wrong-day", far).findings

    @pytest.mark.parametrize(
        ("words", "right"),
        [
            ("I come back on Monday's interview.", "I come back on Tuesday's interview."),
            ("Our talk of yesterday stays with me.", "Our talk of Tuesday stays with me."),
            ("It was good to meet you Monday morning.", "to meet you on Tuesday afternoon."),
            ("It was good to meet you on the 2nd of March.", "to meet you on 3 March."),
            ("Thank you for the interview last March 2.", "for the interview on March 3."),
            ("We met about two weeks ago.", "We met on Tuesday."),
            ("Thank you for an hour of your Monday.", "for an hour of your Tuesday."),
            ("Thank you for meeting me this morning.", "meeting me on Tuesday afternoon."),
            ("Thank you for meeting me tonight.", "meeting me on Tuesday afternoon."),
            ("Our talk on Wednesday, March 4 was a joy.", "Our talk on March 3 was a joy."),
            ("Our talk on Tuesday, March 4 was a joy.", "on Tuesday, March 3 was a joy."),
            ("Our talk on Monday, 2 March was a joy.", "Our talk on 3 March was a joy."),
            ("Our talk on Monday the 2nd was a joy.", "Our talk on the 3rd was a joy."),
            ("Our talk on Monday 2nd was a joy.", "Our talk on the 3rd was a joy."),
        ],
    )
    def test_the_words_around_a_new_day_fit_it(self, words: str, right: str) -> None:
        context = replace(TY, now=datetime.fromisoformat("2026-03-06T09:00+00:00"))
        assert right in repaired("wrong-day", note(words, context))

    @pytest.mark.parametrize(
        "day",
        [
            *("Tuesday the 3rd", "Tuesday, the 3rd", "Tuesday 3rd", "the 3rd"),
            *("Tuesday", "Tuesday last", "Tuesday last week", "last Tuesday"),
        ],
    )
    def test_a_weekday_before_its_date_is_that_one(self, day: str) -> None:
        assert found("wrong-day", note(f"Thank you for the talk on {day}.", FU)) == []

    @pytest.mark.parametrize(
        ("subject", "words", "right"),
        [
            ("Great meeting you today!", "", "Great meeting you yesterday!"),
            ("Thank you for today", "", "Thank you for yesterday"),
            ("Thanks for our talk on Monday, Dana", "", "Thanks for our talk on Tuesday, Dana"),
            ("This morning's interview", "", "Yesterday afternoon's interview"),
            ("Data Engineer interview, 2 March", "", "Data Engineer interview, 3 March"),
            ("Our talk of March 2", "", "Our talk of March 3"),
            ("Interview on 2 March – any news?", "", "Interview on 3 March – any news?"),
            ("Interview on Wednesday 3 March", "", "Interview on Tuesday 3 March"),
            ("Thank you for your time today", "It was good to meet you yesterday.", "yesterday"),
            ("Our talk on Monday", "Our talk on Monday was a joy.", "Our talk on Tuesday"),
        ],
    )
    def test_the_subject_is_read_for_days_too(self, subject: str, words: str, right: str) -> None:
        draft = note(words, subject=subject)
        assert outcome("wrong-day", draft).findings[0].field is Field.SUBJECT
        assert right in repaired("wrong-day", draft)

    @pytest.mark.parametrize(
        ("subject", "words"),
        [
            ("Thank you for yesterday", ""),
            ("Tuesday's interview", ""),
            ("Re: Interview today at 10", ""),
            ("Interview on Monday?", ""),
            ("Second interview on 20 March", ""),
            ("Confirming our meeting on the 24th", ""),
            ("Interview on 20 March", ""),
            ("Your letter of 2 March about the interview", ""),
            ("Data Engineer interview, available today", ""),
            ("Thank you for the interview – a note on Black Friday", ""),
            ("Interview with Friday Harbor Labs", ""),
            ("Thanks for Saturday", ""),
            ("Before you meet on Thursday", ""),
            ("Thank you for Monday", "Thank you for the call on Monday and our talk on Tuesday."),
            ("Tomorrow's meeting", ""),
        ],
    )
    def test_other_days_in_the_subject_are_left_alone(self, subject: str, words: str) -> None:
        assert found("wrong-day", note(words, subject=subject)) == []

    def test_two_meetings_may_have_two_days(self) -> None:
        draft = note("Thank you for the call on Monday and for the interview on Tuesday.")
        assert found("wrong-day", draft) == []

    def test_the_day_is_the_one_at_the_place_of_the_interview(self) -> None:
        card = replace(CARD, interviewed_at=datetime.fromisoformat("2026-03-04T08:00+09:00"))
        now = datetime.fromisoformat("2026-03-03T17:00-08:00")
        draft = note("It was good to meet you today.", replace(TY, interview=card, now=now))
        assert found("wrong-day", draft) == []


class TestTime:
    @pytest.mark.parametrize(
        ("met", "now", "late"),
        [
            ("2026-03-03T14:00+00:00", "2026-03-04T13:00+00:00", False),
            ("2026-03-03T14:00+00:00", "2026-03-04T15:00+00:00", True),
            ("2026-03-06T17:00+00:00", "2026-03-09T09:00+00:00", False),
            ("2026-03-06T17:00+00:00", "2026-03-10T09:00+00:00", True),
            ("2026-03-03T14:00+09:00", "2026-03-04T04:00+00:00", False),
            ("2026-03-03T14:00+00:00", "2026-03-03T13:00+00:00", False),
        ],
    )
    def test_a_day_of_work_is_in_time(self, met: str, now: str, late: bool) -> None:
        card = replace(CARD, interviewed_at=datetime.fromisoformat(met))
        context = replace(TY, interview=card, now=datetime.fromisoformat(now))
        assert bool(found("late-thank-you", note(context=context))) is late

    @pytest.mark.parametrize(
        ("now", "said"),
        [
            ("2026-03-04T16:00+00:00", "yesterday, and most notes come within a day"),
            ("2026-03-05T13:00+00:00", "two days ago, and most notes come within a day"),
            ("2026-03-05T14:00+00:00", "two days ago, and most notes come within a day"),
            ("2026-03-09T09:00+00:00", "six days ago; a day is usual"),
        ],
    )
    def test_two_days_are_not_called_late(self, now: str, said: str) -> None:
        draft = note(context=replace(TY, now=datetime.fromisoformat(now)))
        (finding,) = outcome("late-thank-you", draft).findings
        assert said in finding.message
        assert ("late thanks" in finding.message) is ("six days" in said)

    def test_thanks_that_were_given_before_are_not_late(self) -> None:
        text = (
            "Dear Dana,\n\nThank you again for the interview. You asked about the night loads: I"
            " have attached the plan that I promised.\n\nKind regards,\nPriya Nair"
        )
        context = replace(TY, now=datetime.fromisoformat("2026-03-12T09:00+00:00"))
        assert found("late-thank-you", parse("Plan", text, context)) == []

    def test_an_interview_of_today_was_no_number_of_days_ago(self) -> None:
        now = datetime.fromisoformat("2026-03-03T18:00+00:00")
        (finding,) = outcome(
            "early-follow-up", note("Is there any news?", replace(FU, now=now))
        ).findings
        assert finding.message.startswith("The interview was today.")

    @pytest.mark.parametrize(
        ("now", "promised", "earlier", "early", "late"),
        [
            ("2026-03-06", None, None, True, False),
            ("2026-03-09", None, None, True, False),
            ("2026-03-10", None, None, False, False),
            ("2026-03-12", None, None, False, False),
            ("2026-03-13", None, None, False, True),
            ("2026-03-12", "2026-03-12", None, True, False),
            ("2026-03-13", "2026-03-12", None, False, False),
            ("2026-03-24", "2026-03-12", None, False, True),
            ("2026-03-12", None, 1, True, False),
            ("2026-03-17", None, 1, False, False),
            ("2026-04-30", None, 2, True, False),
        ],
    )
    def test_a_question_about_the_decision_has_its_days(
        self, now: str, promised: str | None, earlier: int | None, early: bool, late: bool
    ) -> None:
        card = replace(CARD, decision_by=date.fromisoformat(promised) if promised else None)
        moment = datetime.fromisoformat(f"{now}T09:00+00:00")
        context = replace(FU, interview=card, now=moment, earlier_follow_ups=earlier)
        draft = note("Could you tell me when you expect to decide?", context)
        assert bool(found("early-follow-up", draft)) is early
        assert bool(found("late-follow-up", draft)) is late

    def test_an_answer_may_go_at_once(self) -> None:
        now = datetime.fromisoformat("2026-03-04T09:00+00:00")
        draft = note("Here is the plan I promised: https://example.org", replace(FU, now=now))
        assert found("early-follow-up", draft) == []


class TestGreeting:
    @pytest.mark.parametrize(
        ("greeting", "right"),
        [
            ("Hi there,", "Hi Dana Lee,"),
            ("Dear Hiring Manager:", "Dear Dana Lee:"),
            ("To whom it may concern,", "Dear Dana Lee,"),
            ("Gentlemen,", "Dear Dana Lee,"),
            ("Good morning,", "Good morning Dana Lee,"),
            ("Hello!", "Hello Dana Lee,"),
            ("hi all,", "Hi Dana Lee,"),
            ("hi all and thanks for today.", "Hi Dana Lee and thanks for today."),
            ("Hello team thanks for today.", "Hello Dana Lee, thanks for today."),
            ("", "Dear Dana Lee,\n\nThank"),
        ],
    )
    def test_a_greeting_without_a_name(self, greeting: str, right: str) -> None:
        draft = note(greeting=greeting)
        assert len(found("no-name-greeting", draft)) == 1
        assert repaired("no-name-greeting", draft).startswith(right)

    def test_two_readers_are_greeted_by_both_names(self) -> None:
        draft = note(context=replace(TY, recipients=(DANA, OMAR)), greeting="Hi both,")
        assert "names of those you met" in outcome("no-name-greeting", draft).findings[0].message
        assert repaired("no-name-greeting", draft).startswith("Hi Dana Lee and Omar Haddad,\n")
        unnamed = replace(TY, recipients=(DANA, Person("", "omar.haddad@acme.example")))
        draft = note(context=unnamed, greeting="Hi both,")
        assert outcome("no-name-greeting", draft).findings[0].suggestions == ()

    @pytest.mark.parametrize(
        "greeting",
        [
            "Dear Dana,", "Hi Dana -", "Hello Ms. Lee:", "Dana,", "Good afternoon, Dana,",
            "Dear Dana and Omar,", "Kia ora Dana,", "Respected Dana Lee,", "Dear Dr Lee",
            "Dear Prof. Nguyễn,", "Dear Señora Quispe Mamani,", "Hi Jean-Luc,", "Dear Mr O'Brien,",
        ],
    )  # fmt: skip
    def test_a_greeting_with_a_name(self, greeting: str) -> None:
        assert found("no-name-greeting", note(greeting=greeting)) == []
        assert found("casual-greeting", note(greeting=greeting)) == []

    @pytest.mark.parametrize(
        ("name", "right"),
        [
            ('Guadalupe "Lupe" Ortiz', "Guadalupe Ortiz"),
            ("Hyun-woo “Harry” Choi", "Hyun-woo Choi"),
            ("Min-ji 'MJ' Kim", "Min-ji Kim"),
            ("Robert (Bob) Smith (he/him)", "Robert Smith"),
            ("Zhang Wei（张伟）", "Zhang Wei"),
            ("Dana Lee, PhD", "Dana Lee"),
            ("Seán O'Brien d'Arcy", "Seán O'Brien d'Arcy"),
            ("Muthu a/l Raman", "Muthu a/l Raman"),
            ('"Lupe"', "Lupe"),
        ],
    )
    def test_a_name_is_written_as_people_say_it(self, name: str, right: str) -> None:
        draft = note(greeting="Hello,", context=with_people(name, to=(name,)))
        assert repaired("no-name-greeting", draft).startswith(f"Hello {right},\n")

    def test_a_title_is_written_once(self) -> None:
        person = Person("Dr. Dana Lee", title="Dr")
        draft = note(greeting="Hello,", context=replace(TY, recipients=(person,)))
        assert repaired("no-name-greeting", draft).startswith("Hello Dr. Dana Lee,\n")

    def test_an_address_book_turns_a_name_that_the_card_has(self) -> None:
        draft = note(greeting="Hello,", context=replace(TY, recipients=(Person("Lee, Dana"),)))
        assert repaired("no-name-greeting", draft).startswith("Hello Dana Lee,\n")

    @pytest.mark.parametrize(
        "name",
        [
            "HR", "Hiring Team", "dana@acme.example", "Li, Dan", "", "Dana Lee | Acme",
            "Dana Lee via Indeed", "Dana Lee - Acme", "Acme, Inc.", "()", ", PhD",
        ],
    )  # fmt: skip
    def test_only_a_name_is_offered(self, name: str) -> None:
        draft = note(greeting="Hello,", context=with_people("Dana Lee", "Omar Haddad", to=(name,)))
        assert len(found("no-name-greeting", draft)) == 1
        assert outcome("no-name-greeting", draft).findings[0].suggestions == ()

    @pytest.mark.parametrize(
        ("opening", "marked"),
        [
            ("Thank you, Dana!", False),
            ("Thanks again Dana, that was good.", False),
            ("I met Dana, and she told me.", True),
            ("Thank you, Omar!", True),
        ],
    )
    def test_a_reader_may_be_named_in_the_first_words(self, opening: str, marked: bool) -> None:
        draft = note(greeting=f"{opening} {THANKS}")
        assert bool(found("no-name-greeting", draft)) is marked

    def test_the_readers_may_be_named_below_the_greeting(self) -> None:
        context = replace(
            TY, recipients=(DANA, OMAR), interview=replace(CARD, interviewers=(DANA, OMAR))
        )
        draft = note(
            greeting=f"Good morning!\n\nDana and Omar, thank you. {THANKS}", context=context
        )
        assert found("no-name-greeting", draft) == []

    def test_a_firm_is_nobody(self) -> None:
        assert len(found("no-name-greeting", note(greeting="Dear Acme,"))) == 1
        ann = replace(CARD, interviewers=(Person("Ann Taylor"),), company="Ann Taylor")
        context = replace(TY, interview=ann, recipients=())
        assert found("no-name-greeting", note(greeting="Dear Ann Taylor,", context=context)) == []

    @pytest.mark.parametrize("detail", ["07700 900142", "priya@example.com"])
    def test_a_name_is_put_between_sign_off_and_detail(self, detail: str) -> None:
        right = repaired("no-full-name", note(close=f"Kind regards, {detail}"))
        assert right.endswith(f"Kind regards,\nPriya Nair\n{detail}")

    def test_a_large_group_is_greeted_as_one(self) -> None:
        five = tuple(Person(name) for name in ("Ana Paz", "Bo Li", "Cy Ray", "Di Ng", "Ed Oy"))
        assert (
            found(
                "no-name-greeting", note(greeting="Dear all,", context=replace(TY, recipients=five))
            )
            == []
        )

    @pytest.mark.parametrize(
        ("greeting", "right"),
        [
            ("Hey Dana,", "Dear Dana,"), ("Heyyy Dana!", "Dear Dana!"), ("Yo Dana,", "Dear Dana,"),
            ("Hey there,", "Hello there,"), ("G'day Dana,", "Dear Dana,"),
            ("good morning dana,", "Good morning Dana,"),
            ("Hey there Dana,", "Hello there Dana,"), ("Hey, Dana!", "Hello, Dana!"),
            ("Yo Ms. Lee,", "Dear Ms. Lee,"),
            ("dear mr van der berg,", "Dear Mr Van der Berg,"),
            ("dear anand ji,", "Dear Anand ji,"),
        ],
    )  # fmt: skip
    def test_a_greeting_for_friends(self, greeting: str, right: str) -> None:
        assert repaired("casual-greeting", note(greeting=greeting)).startswith(right)


class TestClose:
    @pytest.mark.parametrize(
        "close",
        [
            "Kind regards,\nPriya Nair\n555-0142", "Sincerely,\nPriya Nair\npriya@example.com",
            "Best,\nPriya Nair | 555-0142", "Yours faithfully,\n\nPriya Nair\n+44 20 7946 0142",
            "Many thanks,\nPriya Nair\n(281) 555-0142", "Warmly, Priya Nair\n555-0142",
            "Thanks & regards,\nPriya Nair\nMob: 98765 43210", "Best regards\nNAIR Priya\n555-0142",
            "Best,\nPriya Nair\nlinkedin.com/in/priya-example",
            "Respectfully yours,\nPriya Nair\nPhone: 555-0142\nSent from my phone",
        ],
    )  # fmt: skip
    def test_a_whole_close(self, close: str) -> None:
        for check in ("no-sign-off", "casual-sign-off", "no-full-name", "no-contact-details"):
            assert found(check, note(close=close)) == [], check

    @pytest.mark.parametrize(
        ("check", "close", "right"),
        [
            ("no-sign-off", "Priya Nair\n555-0142", "Kind regards,\nPriya Nair\n555-0142"),
            ("no-sign-off", "", "Kind regards,\nPriya Nair"),
            ("casual-sign-off", "cheers,\nPriya Nair", "Kind regards,\nPriya Nair"),
            ("casual-sign-off", "xoxo\nPriya Nair", "Kind regards,\nPriya Nair"),
            ("casual-sign-off", "laters x\nPriya Nair", "Kind regards,\nPriya Nair"),
            ("casual-sign-off", "Ta ta for now\nPriya Nair", "Kind regards,\nPriya Nair"),
            ("casual-sign-off", "Best,\nPriya Nair\nxx", "Best,\nPriya Nair"),
            ("casual-sign-off", "Later,\nPriya Nair", "Kind regards,\nPriya Nair"),
            ("no-full-name", "Best,\nPriya\n555-0142", "Best,\nPriya Nair\n555-0142"),
            ("no-full-name", "Best,", "Best,\nPriya Nair"),
            ("no-contact-details", "Best,\nPriya Nair", "Best,\nPriya Nair\n555-0142"),
        ],
    )
    def test_a_part_that_is_missing_is_added(self, check: str, close: str, right: str) -> None:
        assert repaired(check, note(close=close)).endswith(right)

    def test_line_breaks_stay_as_they_are(self) -> None:
        draft = note(close="Priya Nair")
        windows = parse(draft.subject, draft.text.replace("\n", "\r\n"), TY)
        assert repaired("no-sign-off", windows).endswith("Kind regards,\r\nPriya Nair")

    def test_one_name_is_whole_where_it_is_the_only_one(self) -> None:
        draft = note(close="Best,\nSukarni", context=replace(TY, sender=Sender("Sukarni")))
        assert found("no-full-name", draft) == []

    def test_contact_details_may_stand_in_the_last_sentences(self) -> None:
        draft = note("You can reach me at 555-0142.", close="Best,\nPriya Nair")
        assert found("no-contact-details", draft) == []

    def test_linkedin_is_asked_for_in_follow_ups_alone(self) -> None:
        assert outcome("no-linkedin", note()).status is Status.NOT_APPLICABLE
        assert repaired("no-linkedin", note(context=FU)).endswith("\nlinkedin.com/in/priya-example")
        linked = note(
            context=FU, close="Best,\nPriya Nair\nhttps://www.LinkedIn.com/in/priya-example"
        )
        assert found("no-linkedin", linked) == []
        unknown = note(context=replace(FU, sender=Sender("Priya Nair")))
        assert outcome("no-linkedin", unknown).status is Status.NOT_APPLICABLE

    @pytest.mark.parametrize(
        ("words", "marked"),
        [
            ("Dana Lee has left Acme, so I write to you.", []),
            ("She is no longer with you, I hear.", []),
            ("My email to her bounced.", []),
            ("I learned that Dana is on maternity leave.", []),
            ("I have left my old job.", ["Dear hiring team,"]),
        ],
    )
    def test_an_office_is_greeted_where_nobody_else_is_left(
        self, words: str, marked: list[str]
    ) -> None:
        assert found("no-name-greeting", note(words, greeting="Dear hiring team,")) == marked

    @pytest.mark.parametrize(
        "last",
        [
            "I would gladly come to Leeds again on any morning.",
            "If you would like the originals, I can bring them round.",
            "Please ring me at any time if a question comes up.",
        ],
    )
    def test_an_offer_is_a_last_line(self, last: str) -> None:
        ask = "Could you tell me when you expect to decide?"
        assert len(found("no-closing-line", note(ask, FU))) == 1
        assert found("no-closing-line", note(f"{ask} {last}", FU)) == []


class TestSubject:
    @pytest.mark.parametrize(
        ("subject", "kind", "right"),
        [
            ("", Kind.THANK_YOU, "Thank you – Data Engineer interview"),
            ("(no subject)", Kind.THANK_YOU, "Thank you – Data Engineer interview"),
            ("  ", Kind.FOLLOW_UP, "Data Engineer interview – next steps"),
        ],
    )
    def test_an_empty_subject(self, subject: str, kind: Kind, right: str) -> None:
        draft = note(subject=subject, context=replace(TY, kind=kind))
        assert repaired("no-subject", draft) == right
        assert found("vague-subject", draft) == []

    @pytest.mark.parametrize(
        "subject",
        ["Hi", "Following up", "Thank you", "Thanks!", "Interview follow-up", "Quick question",
         "Request for Interview Status", "Thank you for meeting with me", "Yesterday",
         "Checking in", "Hiya", "Sorry again",
         "Any word?", "That was good fun", "Need an answer asap", "Thursday",
         "Interview this morning", "Second request", "Sorry to trouble you again",
         "Great to meet you both", "With appreciation", "A last note from me"],
    )  # fmt: skip
    def test_a_subject_for_any_email(self, subject: str) -> None:
        assert found("vague-subject", note(subject=subject)) == [subject]

    @pytest.mark.parametrize(
        "subject",
        ["Re: Your interview", "RE: Interview", "AW: Termin", "Thank you – Ward Clerk interview",
         "Pastry Chef trial – next steps", "Thank you, Dana", "Interview on 3 March",
         "Acme interview", "Follow-up: job 4711", "Danke für das Gespräch",
         "Tuesday's meeting", "Thanks for Friday", "Night porter", "One correction",
         "Reference letters", "Interview in May", "Thank you for letting me know",
         "Thank you for the second interview", "Final round – thank you",
         "Thank you for the phone screen", "Thanks from Arvid", "IT interview", "Night job",
         "Following our second meeting"],
    )  # fmt: skip
    def test_a_subject_that_says_something(self, subject: str) -> None:
        assert found("vague-subject", note(subject=subject)) == []
        assert found("no-subject", note(subject=subject)) == []

    @pytest.mark.parametrize("subject", ["Thank you, Hope", "Next: interview and next steps"])
    def test_a_usual_word_may_be_a_name(self, subject: str) -> None:
        card = replace(CARD, company="Next plc", interviewers=(Person("Hope Adeyemi"),))
        draft = note(subject=subject, context=replace(TY, interview=card))
        assert found("vague-subject", draft) == []

    def test_a_subject_too_long_to_read(self) -> None:
        subject = (
            "Thank you for the interview for the Data Engineer role at Acme on Tuesday, 3 March"
        )
        assert found("vague-subject", note(subject=subject)) == [subject]

    def test_a_long_subject_that_opens_with_the_role_loses_nothing(self) -> None:
        subject = (
            "Data Engineer, interview of Tuesday, 3 March in Leith: a question on the next steps"
        )
        assert found("vague-subject", note(subject=subject)) == []
        assert found("vague-subject", note(subject=f"Ref. 11-C, {subject}")) == []

    def test_an_unknown_subject_is_not_judged(self) -> None:
        assert outcome("no-subject", note(subject=None)).status is Status.NOT_APPLICABLE


class TestTone:
    def test_words_are_quoted_whole(self) -> None:
        draft = note("Nobody has come back to me, and frankly it’s rude.", FU)
        messages = [one.message for one in outcome("negative-tone", draft).findings]
        assert [message.split(" reads")[0] for message in messages] == ["“it’s rude”"]

    @pytest.mark.parametrize(
        ("check", "words", "marked"),
        [
            ("pressure", "Let me know by Friday.", "Let me know by Friday."),
            ("pressure", "I need an answer soon.", "I need an answer soon."),
            ("pressure", "You still have not replied.", "You still have not replied."),
            ("pressure", "When can I expect an answer?", "When can I expect an answer?"),
            ("pressure", "Why haven't you written?", "Why haven't you written?"),
            ("negative-tone", "My boss is terrible.", "My boss is terrible."),
            ("negative-tone", "I know I did badly.", "I know I did badly."),
            ("negative-tone", "I will do anything.", "I will do anything."),
            ("negative-tone", "I really need this job.", "I really need this job."),
            ("negative-tone", "It was a waste of my time.", "It was a waste of my time."),
            ("casual-tone", "It was awesome lol.", "lol"),
            ("casual-tone", "I'm gonna try it.", "gonna"),
            ("casual-tone", "It was fun 😀", "😀"),
            ("casual-tone", "It was fun :)", ":)"),
            ("casual-tone", "And i liked it.", "i"),
            ("pay-talk", "What is the salary for this?", "What is the salary for this?"),
            ("pay-talk", "What is the PTO policy?", "What is the PTO policy?"),
            ("stock-phrase", "I hope you are doing well.", "I hope you are doing well."),
            ("stock-phrase", "I am the ideal candidate.", "the ideal candidate"),
            ("stock-phrase", "I am touching base on it.", "touching base"),
            ("stock-phrase", "Just closing the loop.", "closing the loop"),
            ("stock-phrase", "I will give it my 110 percent.", "give it my 110"),
            ("shouting", "I REALLY liked it.", "REALLY"),
            ("shouting", "I liked it!!", "!!"),
            ("shouting", "I work HARD.", "HARD"),
            ("shouting", "It was the BEST day.", "BEST"),
            ("shouting", "I WANT TO WORK HERE WITH YOU.", "WANT TO WORK HERE WITH YOU"),
        ],
    )
    def test_words_that_change_the_tone(self, check: str, words: str, marked: str) -> None:
        assert found(check, note(words)) == [marked]

    def test_doubled_marks_are_one_finding_with_one_repair(self) -> None:
        draft = parse("", "Hi Dana!!\n\nI liked it!!! It was a joy! Let me know! !\n\nPriya", TY)
        (finding, _) = outcome("shouting", draft).findings
        assert finding.message == "One exclamation mark is enough here, and in 2 more places."
        calm = "Hi Dana!\n\nI liked it! It was a joy! Let me know!\n\nPriya"
        assert repaired("shouting", draft) == calm

    @pytest.mark.parametrize(
        "words",
        [
            "Could you tell me when you expect to decide?",
            "I would be grateful for a word on the next steps.",
            "Please let me know if you need anything else.",
            "You said that I would hear back by Friday.",
            "I was wondering whether there is any news.",
            "If it helps, I can reply by phone.",
            "I understand that these things take time.",
            "I need to add one thing to my answer.",
            "I have another offer, and I am asked to decide by Friday.",
            "I have been asked to answer by Friday 20 March.",
            "I told them that I would reply by Monday.",
            "Sorry that I was late.",
            "You were right that the reports are a mess of old tables.",
            "I was not sure about the second question, so I looked it up.",
            "You asked about my salary, and it is 41,000.",
            "I have run payroll and benefits systems for five years.",
            "I kept the wage tables of a port.",
            "We used SQL, AWS and ETL in the NHS.",
            "HMRC and the BBC were clients.",
            "At IBM I led QA for the ERP move.",
            "What a view! It stayed with me!",
            "I'd love to, and I don't mind nights.",
            "The role is in Imo State.",
            "The letters i, j and k were loops; see part (i).",
            "My hobby is chess: I play every week.",
            "It runs at http://example.org:8080/p.",
            "The ratio was 3:1 in March.",
            "I worked for U. S. Steel.",
            "It was a pleasure to see how calm the ward is.",
            "I was disappointed not to be chosen, but I enjoyed meeting you.",
            "You spoke of the worst winter on the line, and how you kept the trains going.",
            "I manage difficult conversations with angry callers each day.",
            "Frustrated users were the heart of my thesis.",
            "I grew up with toxic waste sites nearby, and so I chose chemistry.",
            "I do not hate mornings.",
            "I am writing to thank you all.",
            "I was nervous, and you made it easy.",
            "You said you would get back to me by Friday, so I thought I would write.",
            "I know that you are expecting a quick start, and I could begin in April.",
            "It was a waste of water to run the line all night, and we stopped it.",
            "I am not good at small talk, as you may have noticed, but I listen.",
            "Please give me a chance to show you the prototype on Monday.",
            "The salary survey that you showed me was new to me.",
            "My role included paid leave planning for two hundred nurses.",
            "Thank you for explaining the benefits package.",
            "I have no worries about night shifts.",
            "The team nailed it down with two screws.",
            "I have another offer and must answer by Friday; where are you in the process?",
            "I demand a lot of myself.",
            "Although I do not have a licence yet, I start the course in May.",
            "Despite my lack of sleep after the night shift, I enjoyed every minute.",
            "I understand if you have not decided yet.",
            "You have not seen the second half of my portfolio.",
            "Rude customers taught me patience, and the staff were never rude to them.",
            "Kindly revert at your convenience.",
            "I was sorry to leave, and I apologise for the muddy boots.",
            "It is NOT a large change, but it saves two hours.",
            "The question on indexes is one that I did not answer well: the key is the date.",
            "I saw where you lose hours each week.",
            "I did not hesitate to say yes.",
            "I hope this reaches you before the panel sits.",
            "I liked that the three of you guide each new nurse.",
        ],
    )
    def test_words_that_real_people_write_are_left_alone(self, words: str) -> None:
        checks = "pressure negative-tone casual-tone pay-talk shouting stock-phrase over-apology"
        assert {check: found(check, note(words)) for check in checks.split()} == {
            check: [] for check in checks.split()
        }

    @pytest.mark.parametrize(
        ("company", "marked"), [("Acme", ["convo"]), ("Convoy", ["convo"]), ("Convo’s Bar", [])]
    )
    def test_a_word_of_the_card_is_excused_and_no_part_of_one(
        self, company: str, marked: list[str]
    ) -> None:
        context = replace(TY, interview=replace(CARD, company=company))
        assert found("casual-tone", note("It was a great convo with you.", context)) == marked

    @pytest.mark.parametrize(
        ("words", "marked"),
        [
            ("Its been 9 days now and you said one week.", True),
            ("You said Monday and it's now Wednesday.", True),
            ("You said you'd call on Friday but nobody called.", True),
            ("You told me I would hear within a week and it's been three.", True),
            ("You said I'd hear by the 19th and it's the 24th now.", True),
            ("I have another offer and need an answer by tomorrow.", True),
            ("You mentioned a decision by Friday, so I wanted to ask.", False),
            ("They would like to know by Friday, and need an answer from me.", False),
            ("You said two weeks, and as it is now the 20th I thought I would ask.", False),
            ("You said that the roof leaks and it is now the first thing on the list.", False),
            ("You said Monday is the day of the big loads, and Tuesday of the small.", False),
            ("It has been two weeks since you told me about the loads.", False),
            ("You said two weeks and it has been two weeks.", False),
            ("You said that two teams became one and it has been calm since.", False),
        ],
    )
    def test_their_date_is_no_reproach(self, words: str, marked: bool) -> None:
        assert bool(found("pressure", note(words, FU))) is marked

    def test_the_card_own_words_are_never_at_issue(self) -> None:
        card = replace(CARD, role="Salary Expectations Analyst", topics=("stock options",))
        draft = note("The salary expectations part is new to me.", replace(TY, interview=card))
        assert found("pay-talk", draft) == []

    @pytest.mark.parametrize(
        ("words", "marked"),
        [
            ("I am sorry to write. I apologise again.", ["I apologise"]),
            ("Sorry. Sorry. My apologies.", ["Sorry", "My apologies"]),
            ("I am sorry that it took so long.", []),
            ("I was sorry to hear of the fire, and I am sorry for the delay.", []),
            ("Sorry for the rush. Please excuse the late reply.", ["Please excuse the"]),
            ("I am sorry. I beg your pardon for asking twice.", ["beg your pardon"]),
            ("Kindly excuse my typing. Forgive this long note.", ["Forgive this"]),
            ("Sorry for the delay. The tide, pardon the pun, had turned.", []),
            ("Sorry for the delay. A wet ramp is no excuse for me, nor the pilot.", []),
        ],
    )
    def test_one_apology_is_enough(self, words: str, marked: list[str]) -> None:
        assert found("over-apology", note(words)) == marked

    def test_an_apology_above_the_name_counts(self) -> None:
        text = "Hi Dana,\n\nSorry to ask again. Is there news?\n\nThanks, sorry again!\nPriya"
        assert found("over-apology", parse("", text, FU)) == ["sorry"]
        assert found("over-apology", parse("", text.replace("Sorry to", "May I"), FU)) == []

    def test_many_marks_become_stops(self) -> None:
        draft = note("I liked it! It was fun! I want it! Thank you!")
        assert repaired("shouting", draft).count("!") == 2

    def test_repairs_of_one_word(self) -> None:
        assert "I am going to try" in repaired("casual-tone", note("I am gonna try."))
        assert "And I liked what I saw" in repaired("casual-tone", note("And i liked what i saw."))
        assert "It was fun\n" in repaired("casual-tone", note("It was fun 😀"))
        assert repaired("casual-tone", note(greeting="Hi Dana 👋,")).startswith("Hi Dana,\n")
        assert repaired("casual-tone", note(greeting="Hi 👋 Dana,")).startswith("Hi Dana,\n")
        assert "\n\nI liked it" in repaired("casual-tone", note("\n\n😀 I liked it."))
        close = "Kind regards 😊\nPriya Nair\n555-0142"
        assert "Kind regards\nPriya" in repaired("casual-tone", note(close=close))

    def test_what_others_wrote_is_theirs(self) -> None:
        for words in ("\n\n> see you 😀", "\n\n> i liked it :)\n\nSo did I."):
            assert found("casual-tone", note(words)) == []
        assert found("casual-tone", note("\n\n> see you 😀\n\nSo 🙂 it is.")) == ["🙂"]

    @pytest.mark.parametrize(
        ("subject", "clear"),
        [
            ("Thank you, Acme 😊", "Thank you, Acme"),
            ("🙏 Data Engineer interview", "Data Engineer interview"),
            ("Data Engineer :) thank you", "Data Engineer thank you"),
        ],
    )
    def test_a_subject_is_clear_without_a_face(self, subject: str, clear: str) -> None:
        assert repaired("casual-tone", note(subject=subject)) == clear

    @pytest.mark.parametrize(
        "subject",
        ["Re: Your interview 😊", "Data Engineer (Acme): thank you", "Data Engineer → next steps"],
    )
    def test_a_subject_without_a_face_or_of_another_hand(self, subject: str) -> None:
        assert found("casual-tone", note(subject=subject)) == []

    def test_a_stock_sentence_can_go(self) -> None:
        text = "Dear Dana,\n\nI hope this email finds you well. Thank you.\n\nBest,\nPriya Nair"
        assert repaired("stock-phrase", parse("", text, TY)).startswith("Dear Dana,\n\nThank you.")


class TestMissing:
    CHAT = (
        "tysm for today it was so good to see the whole place and meet everybody there and sit with"
        " the two of them at lunch and talk a bit about how the week goes and when the phones ring"
        " and what they do then and who does what on a friday and where the keys are"
    )
    AND_DAYS = f"{CHAT} and i can do weekends and any day after three just say when"

    @pytest.mark.parametrize("check", ["no-interest", "no-fit", "no-gratitude"])
    def test_who_writes_without_stops_is_not_told_what_is_missing(self, check: str) -> None:
        draft = parse("Barista", f"hi Dana\n\n{self.AND_DAYS}\n\nbest,\nPriya Nair", TY)
        assert found(check, draft) == []

    def test_who_sets_them_is(self) -> None:
        set_apart = self.AND_DAYS.replace(" and ", ". And ", 5)
        draft = parse("Barista", f"hi Dana\n\n{set_apart}\n\nbest,\nPriya Nair", TY)
        assert len(found("no-interest", draft)) == 1


class TestDetail:
    def test_a_note_to_anyone(self) -> None:
        text = (
            "Dear Dana,\n\nThank you for taking the time to interview me. I enjoyed learning more"
            " about the Data Engineer role at Acme.\n\nI look forward to hearing from you.\n\nBest,"
        )
        assert len(found("generic-draft", parse("", text, TY))) == 1

    @pytest.mark.parametrize(
        ("context", "words"),
        [
            (TY, "omg thx so much for today, it was super fun and I really want this, lmk asap!"),
            (TY, "I am hardworking and punctual. My family depends on me, so I beg you. Thanks."),
            (FU, "Thank you. This is my third message, and nobody has called me. Please reply."),
            (FU, "Thanks again. You said Monday, and now it is Thursday."),
            (TY, "Thank you. My leadership, creativity and teamwork suit your clients' needs."),
            (TY, "Thank you. My coursework and love of research make me a strong candidate."),
        ],
    )
    def test_pleas_and_chat_words_are_no_details(self, context: Context, words: str) -> None:
        draft = parse("", f"Dear Dana,\n\n{words}\n\nBest,\nPriya Nair", context)
        assert len(found("generic-draft", draft)) == 1

    @pytest.mark.parametrize(
        ("context", "words"),
        [
            (TY, "Thank you. I kept bees for six years and sold the honey at two markets."),
            (TY, "Thank you for the day. Your parrot in the hall made it easy."),
            (FU, "Thank you for informing me of your decision. I would like to apply again."),
            (FU, "Any news? My welding ticket came through this week."),
        ],
    )
    def test_one_detail_is_enough(self, context: Context, words: str) -> None:
        draft = parse("", f"Dear Dana,\n\n{words}\n\nBest,\nPriya Nair", context)
        assert found("generic-draft", draft) == []

    def test_the_same_note_twice(self) -> None:
        sentences = "I would keep the old ferry timetable. Ten crews and two islands need it."
        first = f"Dear Omar,\n\n{THANKS} {sentences}\n\nBest,\nPriya"
        context = replace(TY, earlier_notes=(first,))
        assert len(found("generic-draft", note(sentences, context))) == 3
        other = "You asked what I would do when the second pump fails in a storm at low water."
        more = "My answer was short, and here is the rest of it: we keep a spare on the pier."
        assert found("generic-draft", note(f"{other} {more}", context)) == []

    def test_a_short_sentence_is_told_twice_as_well(self) -> None:
        told = "Ten crews need it."
        context = replace(TY, earlier_notes=(f"Dear Omar,\n\n{told}\n\nBest,\nPriya",))
        draft = parse("", f"Dear Dana,\n\n{told}\n\nBest,\nPriya Nair", context)
        assert told in found("generic-draft", draft)

    def test_a_sentence_of_which_half_is_another_is_its_own(self) -> None:
        told = "That is how it sank."
        context = replace(TY, earlier_notes=(f"Dear Omar,\n\n{told}\n\nBest,\nPriya",))
        own = "That is how it floats."
        draft = parse("", f"Dear Dana,\n\n{own}\n\nBest,\nPriya Nair", context)
        assert own not in found("generic-draft", draft)

    def test_the_same_note_in_other_words(self) -> None:
        first = f"Dear Omar,\n\n{THANKS} I would keep the old ferry timetable for both islands.\n"
        context = replace(TY, earlier_notes=(first,))
        words = "I'd certainly keep that old ferry timetable for these two islands."
        assert words in found("generic-draft", note(words, context))
        other = "I would paint the old ferry green before the islands hold their market."
        assert other not in found("generic-draft", note(other, context))

    def test_a_formula_may_stand_in_both(self) -> None:
        formula = "I look forward to hearing from you."
        first = f"Dear Omar,\n\n{THANKS} {formula}\n\nBest,\nPriya"
        context = replace(TY, earlier_notes=(first,))
        assert formula not in found("generic-draft", note(formula, context))

    def test_a_topic_of_the_card_is_a_memory(self) -> None:
        text = "Dear Dana,\n\nThank you. I like {}.\n\nBest,\nPriya Nair"
        card = replace(CARD, topics=("counting stock by voice", "streaming"))
        context = replace(TY, interview=card)
        for words, silent in (("your stock", False), ("stock counts", True), ("streaming", True)):
            draft = parse("", text.format(words), context)
            assert (found("no-recap", draft) == []) is silent

    def test_a_template_blank_without_its_brackets(self) -> None:
        draft = note("I enjoyed hearing what you talked about.")
        assert found("template-unchanged", draft) == ["what you talked about"]
        draft = note("Now I what you have done that would help.")
        assert found("template-unchanged", draft) == ["what you have done that would help"]
        for words in (
            "I enjoyed hearing [what you talked about].",
            "What you talked about is new.",
            "I am very interested in the position.",
            "The person in the position needs patience.",
            "You told me who would succeed in the position.",
            "I would be glad to take on the role at school level.",
            "Thank you for your advice on the kind of work I should look for.",
            "I asked Omar about the job title on your page.",
            "Thank you for our talk about the role you want to fill.",
            "If anything is unclear, tell me what you would like to know.",
            "I would be glad to hear which part of the talk was good.",
            "I am sorry about what was wrong in my last email.",
        ):
            assert found("template-unchanged", note(words)) == []

    @pytest.mark.parametrize(
        ("words", "open_now"),
        [
            ("Thank you.", True),
            ("You asked how I would handle a supplier who is late.", False),
            ("After a missed deadline I visit the supplier.", False),
            ("I would like to know the deadline.", True),
        ],
    )
    def test_an_open_question(self, words: str, open_now: bool) -> None:
        question = "How would you handle a supplier who misses two deadlines?"
        context = replace(FU, interview=replace(CARD, open_questions=(question,)))
        assert bool(found("unanswered-question", note(words, context))) is open_now

    @pytest.mark.parametrize(
        ("question", "words"),
        [
            ("When can you start?", "I can begin on 1 May."),
            ("When are you available?", "My notice period is two months."),
            ("Do you drive?", "I do have a full licence, clean since 2011."),
            ("Recovery?", "I have thought about your question: I would replay the log."),
            (
                "Can you open at 5:30?",
                "Your question about early mornings: half past five is fine.",
            ),
            ("Are you OK with nights out?", "You asked about them; I do not mind the cab."),
            ("How would you shard the ledger?", "As for your question, by account."),
            ("How would you shard the ledger?", "On your question, by account, then by month."),
            ("How would you shard the ledger?", "I slept on your question: by account."),
            ("Why did you leave your last job?", "You wanted to know why: the grant ended."),
            ("Can you drive?", "I passed my test in 2019 and have a car."),
            ("Can you work weekends?", "Saturdays and Sundays are fine with me."),
            ("Do you know Kubernetes?", "I have run Kubernetes for three years."),
            ("How many people have you managed?", "At Brightloom I led nine people."),
            ("Do you have your own tools?", "My own kit fills two boxes."),
            ("How did you reduce the error rate?", "We cut errors by a third."),
            ("Do you smoke?", "I owe you an answer: I gave up in 2015."),
        ],
    )
    def test_an_answer_in_other_words(self, question: str, words: str) -> None:
        context = replace(FU, interview=replace(CARD, open_questions=(question,)))
        assert found("unanswered-question", note(words, context)) == []

    def test_one_of_two_questions_taken_up_leaves_the_other(self) -> None:
        questions = ("Can you open at 5:30?", "Are you allergic to milk?")
        context = replace(FU, interview=replace(CARD, open_questions=questions))
        draft = note("Your question about early mornings: 5:30 is fine, I open gladly.", context)
        assert len(found("unanswered-question", draft)) == 1

    def test_what_they_asked_said_over_is_no_question_about_the_decision(self) -> None:
        asked = replace(CARD, open_questions=("How would you shard the ledger?",))
        context = replace(FU, interview=asked, now=TY.now)
        over = note("How would I shard the ledger? By account.", context)
        assert found("early-follow-up", over) == []
        for more in ("Is there any news?", "You were waiting for news. Did they?"):
            both = note(f"How would I shard the ledger? By account. {more}", context)
            assert len(found("early-follow-up", both)) == 1

    def test_an_answer_to_their_question_is_no_note_to_anyone(self) -> None:
        text = "Dear Dana,\n\nThank you for the interview. I can open at five.\n\nPriya Nair"
        asked = replace(FU, interview=replace(CARD, open_questions=("Can you open at five?",)))
        assert found("generic-draft", parse("", text, asked)) == []
        assert len(found("generic-draft", parse("", text, FU))) == 1


@pytest.mark.parametrize("piece", ["as promised ", "my interview with Acorn House "])
def test_what_is_said_a_thousand_times_is_not_read_as_often(piece: str) -> None:
    """Four times the text takes about four times as long; a square would take sixteen."""
    card = replace(CARD, promised=("the poster as a PDF",))
    context = replace(TestOtherInterview.OTHER, interview=card)

    def seconds(size: int) -> float:
        best = float("inf")
        for _ in range(3):
            forget()
            start = time.process_time()
            report(parse("", piece * (size // len(piece)), context))
            best = min(best, time.process_time() - start)
        return best

    assert seconds(20_000) < 9 * seconds(5_000) + 0.01


class TestLength:
    def test_a_long_note(self) -> None:
        assert found("too-long", note("I like it. " * 90)) == []
        assert len(found("too-long", note("I like it. " * 110))) == 1

    def test_a_short_note(self) -> None:
        assert len(found("too-short", note())) == 1
        assert (
            found("too-short", note("I would be glad to bring my seven years with slow data. " * 3))
            == []
        )

    def test_an_answer_below_its_question_may_stand_before_the_thanks(self) -> None:
        answers = "> {}\n\nIn May. I asked my head. She agrees.\n\n> {}\n\nYes, in Leeds.{}"
        questions = ("When can you start?", "Would you move?", "\n\nThank you for the hour today.")
        text = "Dear Dana,\n\nHere are my answers.\n\n{}\n\nBest,\nPriya Nair"
        draft = parse("Re: Two questions", text.format(answers.format(*questions)), TY)
        assert found("late-gratitude", draft) == []
        plain = answers.replace("> {}\n\n", "").format(questions[2])
        draft = parse("Re: Two questions", text.format(plain), TY)
        assert found("late-gratitude", draft) == ["Thank you for the hour today."]

    @pytest.mark.parametrize("thanks", ["Diolch yn fawr", "Maraming salamat po", "Merci"])
    def test_thanks_in_another_language_are_thanks(self, thanks: str) -> None:
        text = f"Dear Dana,\n\n{thanks} for the hour.\n\nKind regards,\nPriya Nair"
        assert found("no-gratitude", parse("", text, TY)) == []

    def test_thanks_above_the_name_are_not_called_none(self) -> None:
        text = "Dear Dana,\n\nYour loads run at night.\n\n{}\nPriya Nair"
        for close, said in (
            ("Thanks so much, sorry again!", "Only your sign-off thanks them."),
            ("Kind regards,", "No sentence thanks them yet."),
        ):
            (told,) = found("no-gratitude", parse("", text.format(close), TY))
            assert told.startswith(said)

    def test_a_few_words_too_few_are_not_counted_out(self) -> None:
        for more, said in ((24, "has 39 words"), (25, "is nearly long enough"), (30, "")):
            told = "".join(found("too-short", note(" ".join(["like"] * more) + ".")))
            assert said in told if said else not told

    def test_a_block(self) -> None:
        block = "I like the way you watch the loads at night. " * 12
        assert len(found("dense-block", note(block))) == 1
        assert found("dense-block", note(block.replace("night. I", "night.\n\nI", 6))) == []


@pytest.mark.parametrize(
    ("check", "draft", "labels"),
    [
        ("casual-greeting", note(greeting="Hey Dana,"), ['Use "Dear"']),
        ("no-name-greeting", note(greeting=""), ['Begin with "Dear Dana Lee,"']),
        ("no-sign-off", note(close="Priya Nair"), ['Add "Kind regards,"']),
        ("no-sign-off", note(close=""), ['Add "Kind regards," and your name']),
        ("casual-sign-off", note(close="Kind regards,\nPriya Nair xx"), ["Remove it"]),
        ("no-full-name", note(close="Kind regards,\nPriya"), ['Use "Priya Nair"']),
        ("no-full-name", note(close="Kind regards,"), ["Add your name"]),
        (
            "no-contact-details",
            note(close="Kind regards,\nPriya Nair"),
            ["Add your phone number", "Add your email address"],
        ),
        ("misspelt-name", note(greeting="Dear Danna,"), ['Use "Dana"']),
        ("no-subject", note(subject=""), ['Use "Thank you – Data Engineer interview"']),
        ("shouting", note("That was great!!!"), ["Keep one exclamation mark"]),
        ("shouting", note("That was great!! I enjoyed it!!"), ["Keep one in each place"]),
        ("shouting", note("I REALLY liked it."), ['Use "really"']),
        ("wrong-day", note("I enjoyed our talk on Monday."), ['Use "on Tuesday"']),
    ],
)
def test_a_button_says_what_it_does(check: str, draft: Draft, labels: list[str]) -> None:
    (finding,) = outcome(check, draft).findings
    assert [suggestion.label for suggestion in finding.suggestions] == labels
