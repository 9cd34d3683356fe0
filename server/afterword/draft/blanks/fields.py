"""The words by which a template names what is to be filled in."""

from __future__ import annotations

from afterword.draft.lines import lowered

_NOUNS = frozenset(
    "name names company employer organisation organization firm position role job title date time "
    "day interviewer interviewers manager recruiter hiring "
    "department location city topic topics skill skills experience "
    "project achievement achievements accomplishment accomplishments qualification qualifications "
    "detail details number phone email e-mail address linkedin profile link url portfolio website "
    "industry field product university school degree reason question answer month year week "
    "recipient sender signature contact information info value goal goals challenge "
    "area something example examples timeframe timeline strength strengths team place deadline "
    "firstname lastname surname applicant candidate "
    "site venue hospital branch ward "
    "person mr/ms mr./ms. mr./mrs. blank placeholder".split()
)
"""Words that templates use for what they do not know."""
_ORDERS = frozenset(
    "insert add enter list mention fill describe include specify state write put name explain "
    "reference briefly your their what who how why when where specific relevant one e.g".split()
)
_FIELD_WORDS = frozenset("first last full your the of our my".split())


def words_of(content: str) -> list[str]:
    """Return the words of what may name a field, in lower case."""
    return lowered(content).replace("_", " ").replace("/", " ").strip(" \t.:…").split()


def names_a_field(content: str) -> bool:
    """Say whether one of the words is what a template does not know."""
    return any(
        word.strip(".,:;!?()'\"’") in _NOUNS or _of_whom(word) in _NOUNS
        for word in words_of(content)
    )


def _of_whom(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def is_order(content: str) -> bool:
    """Tell an order to the writer: “insert the date here”."""
    words = words_of(content)
    return len(words) > 1 and words[0].strip(".,:") in _ORDERS


def is_field_word(word: str) -> bool:
    """Say whether a word may be one of a field's name: “Your First Name”."""
    return _of_whom(word) in _NOUNS or word in _FIELD_WORDS
