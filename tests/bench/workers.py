"""One peer a process: reads a JSON list of texts a line, answers with nanoseconds a text."""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

CheckText = Callable[[str], object]


def afterword() -> CheckText:
    """Our whole engine: parse, derive, judge, with everything known that a check may need."""
    from afterword.cli.serve import steady
    from afterword.draft.model import Context, Interview, Kind, Person, Sender
    from afterword.draft.parse import parse
    from afterword.engine import registry
    from afterword.engine.run import run

    checks = registry.load()
    steady()
    dana = Person("Dana Lee", "dana@acme.example")
    held = datetime(2026, 3, 3, 14, tzinfo=UTC)
    context = Context(
        kind=Kind.THANK_YOU,
        interview=Interview((dana,), "Acme", "Data Engineer", held, topics=("nightly loads",)),
        sender=Sender("Priya Nair", "priya@example.com", "555-0142"),
        recipients=(dana,),
        other_interviews=(Interview((Person("Omar Haddad"),), "Kestrel", "Line Cook"),),
        attachments=0,
        now=held + timedelta(hours=20),
    )
    return lambda text: run(parse("Thank you", text, context), checks)


def proselint() -> CheckText:
    """The nearest peer in the same language, with its default checks."""
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    CheckRegistry().register_many(__register__)
    return lambda text: LintFile("draft", text).lint()


def expressions() -> CheckText:
    """Forty plain regular expressions, each run over the whole text: the simplest rival."""
    words = (
        "thank|thanks|appreciate|grateful|opportunity|interview|position|role|team|company|excited|"
        "enthusiastic|interested|skills|experience|background|fit|contribute|discussed|mentioned|"
        "conversation|learned|question|attached|reference|available|status|update|timeline|decision|"
        "next steps|follow up|following up|sorry|apologise|bother|asap|salary|regards|sincerely"
    ).split("|")
    patterns = [re.compile(rf"\b{word}(?:s|ed|ing)?\b(?:\W+\w+)?", re.IGNORECASE) for word in words]
    return lambda text: [list(pattern.finditer(text)) for pattern in patterns]


def words() -> CheckText:
    """One pass over the words with a look-up each: what every reader of words has to spend."""
    known = dict.fromkeys("thank thanks interview role team forward hearing position".split(), 1)
    word = re.compile(r"\w+(?:'\w+)?")
    return lambda text: sum(known.get(found, 0) for found in word.findall(text.lower()))


def unremembered() -> CheckText:
    """Our engine, made to forget what it read before each text."""
    from afterword.draft.memory import forget

    check = afterword()

    def fresh(text: str) -> object:
        forget()
        return check(text)

    return fresh


PEERS = {
    "afterword": afterword,
    "forgetful": unremembered,
    "proselint": proselint,
    "expressions": expressions,
    "words": words,
}


def main() -> None:
    """Serve the peer that the first argument names until the input ends."""
    check = PEERS[sys.argv[1]]()
    for line in sys.stdin:
        times = []
        for text in json.loads(line):
            start = time.perf_counter_ns()
            check(text)
            times.append(time.perf_counter_ns() - start)
        print(json.dumps(times), flush=True)


if __name__ == "__main__":
    main()
