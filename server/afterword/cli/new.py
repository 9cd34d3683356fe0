"""`afterword new`: the skeleton of a guideline, a template, an occasion, a webmail or a page."""

from __future__ import annotations

from datetime import date

import click

from afterword.cli.checkout import checkout
from afterword.cli.problem import Problem
from afterword.names import ID, folder_of

GUIDELINE = """\
+++
title = "Write the advice as an instruction"
answer = "Say the advice in at most thirty words, as the first thing a reader meets."
agreement = "consensus"
kinds = ["thank-you", "follow-up"]
seed = []
checks = [{checks}]
shares = []
related = []
reviewed = {today}

[[sources]]
title = "Write who says so"
url = "https://example.org/"
year = {year}
base = "who was asked, or what kind of advice it is"
+++
## Why

## Good and bad
{examples}
## When not

## What the check looks for

{passage}
"""

EXAMPLES = """
```email bad {check}
Kind: thank-you
Interviewer: Leila Haddad <leila@northwind.example>
Role: Analyst
Subject: Thank you – Analyst interview

Dear Leila,

Write a whole email here, with the words at issue between these marks: ⟦words⟧.
```

```email good
Kind: thank-you
Interviewer: Leila Haddad <leila@northwind.example>
Role: Analyst
Subject: Thank you – Analyst interview

Dear Leila,

Write the same email here as it should be.
```
"""

CHECK = '''\
"""Write what the checks of this guideline look for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from afterword.draft.draft import Draft
from afterword.engine.check import check
from afterword.engine.model import Finding, Level


@check("{check}", level=Level.ADVICE, summary="Say the fault in one sentence.")
def {function}(draft: Draft, options: Mapping[str, float]) -> Iterator[Finding]:
    """Say what it looks for."""
    if not draft.sentences:
        yield Finding("Say what is there, why it matters, and how to mend it.")
'''

TEMPLATE = """\
+++
title = "Name the occasion"
occasion = "Say when to use it, in one sentence."
door = "had-an-interview"
kind = "thank-you"
step = "thank"
order = 99
earliest = "when it can first be sent"
usual = "when it is usually sent"
latest = "when it is too late"
guidelines = []

[[fields]]
name = "topic"
question = "Ask for the one detail that makes the email personal?"
blank = "what you talked about"
example = "how your team plans its week"
+++
Subject: Thank you – {role} interview

Dear {interviewer},

Thank you for talking with me [[on {interviewed_on} ]]about the {role} role.
I enjoyed hearing {topic}.

Kind regards,
{sender_name}
[[{sender_phone}]]
"""

OCCASION = """\
+++
title = "You are in this situation"
answer = "Say what to write, and when, in at most thirty words."
door = "had-an-interview"
order = 99
templates = ["thank-you-one-interviewer"]
aliases = []
reviewed = {today}
+++
## What matters

Say what makes a good email here, in a few short sentences.

## Pitfalls

- **What often goes wrong.** Say it, and [lead to the guideline](/guidelines/make-it-personal/).

## When not to write

- Say when it is better to leave it.
"""

PAGE = """\
+++
title = "{title}"
description = "Say in one sentence what the page answers."
section = "More"
order = 99
aliases = []
+++
Answer the reader's question in the first thirty words.
"""

ADAPTER = """\
/** {title}: say which version was looked at, and where its compose window is. */

/** @import {{ Adapter }} from "../contract.js" */

import {{ endsOf, readAddresses }} from "../mail.js";

const COMPOSE = "[data-compose]";
const EDITOR = "[contenteditable=true]";
const SUBJECT = "input[name=subject]";
const CHIP = "[title]";
const SEND = "button[type=submit]";

/** @type {{Adapter}} */
export const {variable} = {{
  id: "{name}",
  name: "{title}",
  seen: {{ where: "rebuilt", what: "compose.html", on: "{today}" }},
  origins: [],

  matches: (document) => document.querySelector(COMPOSE) !== null,
  composes: (document) => [...document.querySelectorAll(/** @type {{"div"}} */ (COMPOSE))],
  editor: (root) => root.querySelector(/** @type {{"div"}} */ (EDITOR)),
  subject: (root) => root.querySelector(/** @type {{"input"}} */ (SUBJECT)),
  recipients: (root) =>
    [...root.querySelectorAll(CHIP)].flatMap((chip) =>
      readAddresses(chip.getAttribute("title") ?? ""),
    ),
  attachments: () => null,
  buttonSpot: (root) => root.querySelector(SEND),
  sends: (root) => [...root.querySelectorAll(SEND)],
  chords: [],
  block: "div",
  ends: endsOf,
}};
"""

COMPOSE = """\
<!doctype html>
<!-- {title}, cut to its compose window: say what it was rebuilt from. -->
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>{title}</title>
  <style>[data-editor] {{ min-height: 200px; width: 600px; }}</style>
</head>
<body>
  <script type="application/json" id="webmail">
    {{
      "chord": false,
      "states": ["new", "reply", "draft"],
      "without": {{
        "pop-out": ["unknown", "Nothing that was read tells of one."],
        "full-screen": ["unknown", "Nothing that was read tells of one."],
        "two": ["unknown", "Nothing that was read tells of one."],
        "minimised": ["unknown", "Nothing that was read tells of one."],
        "plain": ["unknown", "Nothing that was read tells of one."]
      }},
      "labels": {{
        "en": {{ "send": "Send", "wrote": "On Tuesday, Dana Lee wrote:" }},
        "fr": {{ "send": "Envoyer", "wrote": "Mardi, Dana Lee a écrit :" }}
      }}
    }}
  </script>

  <template data-skeleton=""><slot name="compose"></slot></template>
  <template data-part="compose">
    <form data-compose>
      <slot name="recipients"></slot>
      <input name="subject" data-subject>
      <div data-editor="native"></div>
      <button type="submit" data-does="send">{{{{send}}}}</button>
    </form>
  </template>
  <template data-part="recipient">
    <span title="&quot;{{{{name}}}}&quot; &lt;{{{{email}}}}&gt;">{{{{name}}}}</span>
  </template>
  <template data-part="line"><div>{{{{line}}}}</div></template>
  <template data-part="blank"><div><br></div></template>
  <template data-part="body">
    <slot name="lines"></slot><div><br></div>
    <slot name="signature"></slot><slot name="quote"></slot>
  </template>
  <template data-part="signature"><div data-signature>Priya Nair</div></template>
  <template data-part="quote">
    <div class="moz-cite-prefix">{{{{wrote}}}}</div>
    <blockquote><slot name="lines"></slot></blockquote>
  </template>
</body>
</html>
"""


def _name(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
    if not ID.fullmatch(value):
        raise click.BadParameter("Use small letters and dashes, such as greet-by-name.")
    checkout()  # without one there is nothing to write into
    return value


NAMED = click.argument("name", callback=_name)


@click.group()
def new() -> None:
    """Write the skeleton of something new into this checkout."""


@new.command()
@NAMED
@click.option("--check", metavar="ID", help="Id of its check; without it the page is advice only.")
def guideline(name: str, check: str | None) -> None:
    """Write the folder of a guideline."""
    if check and not ID.fullmatch(check):
        raise click.BadParameter("Use small letters and dashes.", param_hint="--check")
    folder = f"server/afterword/guidelines/{folder_of(name)}"
    today = date.today()
    text = GUIDELINE.format(
        checks=f'"{check}"' if check else "",
        today=today,
        year=today.year,
        examples=EXAMPLES.format(check=check) if check else "",
        passage=f"### {check}\n" if check else "This page is advice only.",
    )
    _write(f"{folder}/guideline.md", text)
    _write(f"{folder}/__init__.py", "")
    if check:
        _write(f"{folder}/check.py", CHECK.format(check=check, function=folder_of(check)))
    click.echo("Next: write the page and its examples; `make test` tells what is missing.")


@new.command()
@NAMED
def template(name: str) -> None:
    """Write the file of an email template."""
    _write(f"server/afterword/templates/{folder_of(name)}.md", TEMPLATE)
    click.echo("Next: one question a field, each with an example; then `make test`.")


@new.command()
@NAMED
def occasion(name: str) -> None:
    """Write the page of an occasion."""
    _write(f"site/occasions/{name}.md", OCCASION.format(today=date.today()))
    click.echo("Next: name its template, write three pitfalls or more; then `make test`.")


@new.command()
@NAMED
def page(name: str) -> None:
    """Write a page of the site."""
    _write(f"site/pages/{name}.md", PAGE.format(title=_title(name)))
    click.echo("Next: write it, then `make run` and look at it on a narrow screen too.")


@new.command()
@NAMED
def webmail(name: str) -> None:
    """Write the folder of a webmail adapter."""
    folder = f"extension/webmail/{name}"
    first, *rest = name.split("-")
    words = {
        "name": name,
        "title": _title(name),
        "variable": first + "".join(word.capitalize() for word in rest),
        "today": date.today(),
    }
    _write(f"{folder}/adapter.js", ADAPTER.format(**words))
    _write(f"{folder}/compose.html", COMPOSE.format(**words))
    click.echo(
        "Next: add two lines to extension/webmail/index.js, and its name to ADAPTERS there:\n"
        f'  import {{ {words["variable"]} }} from "./{name}/adapter.js";\n'
        "and the adapter to `resources` in extension/manifest.json:\n"
        f'  "webmail/{name}/adapter.js"'
    )


def _title(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _write(place: str, text: str) -> None:
    path = checkout() / place
    if path.exists():
        raise Problem(f"{path} is there already. Choose another name.")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    click.echo(f"Wrote {place}")
