"""Makes post-interview emails of 60 to 300 words for timing; never the same sentence twice."""

from __future__ import annotations

import random

SLOTS = {
    "name": "Dana Omar Ingrid Kwame Mei Tunde Siobhan Rafael Leila Piotr Anjali Mateus".split(),
    "last": "Lee Haddad Novak Mensah Tanaka Okafor Byrne Ortiz Rahimi Kowalski Rao Silva".split(),
    "role": [
        "Data Engineer", "Ward Nurse", "Line Cook", "Policy Officer", "Site Manager",
        "Support Analyst", "Primary Teacher", "Warehouse Lead", "Lab Technician",
    ],
    "company": ["Acme", "Northwind", "Halden Labs", "Brightwater", "Orchard House", "Kestrel"],
    "topic": [
        "the move from nightly loads to streaming", "how the night shift hands over",
        "the new menu for spring", "the backlog of housing applications",
        "reading groups for the older pupils", "the plan for a second loading bay",
        "the audit in autumn", "how calls are shared between the two offices",
    ],
    "skill": [
        "I ran a similar change for two years", "I trained six new colleagues last winter",
        "my work on stock counts cut the losses by 8.5 percent",
        "I wrote the guide that we still use",
        "I have led a team of four since 2022", "I kept the service open during the move",
    ],
    "day": "Monday Tuesday Wednesday Thursday Friday yesterday".split(),
}  # fmt: skip

SENTENCES = [
    "Thank you for meeting with me on {day} about the {role} position.",
    "I appreciated the time that you and {name} {last} gave me.",
    "Our talk about {topic} stayed with me on the way home.",
    "You asked how I would begin, and I have thought about {topic} since then.",
    "I would be glad to join {company} and to work on {topic}.",
    "What you said about {topic} made me even more interested in the {role} role.",
    "As we discussed, {skill}, and I could bring that to {company}.",
    "Because {skill}, I believe that I could help with {topic} from the first weeks.",
    "You mentioned that {name} looks after {topic}; I enjoyed hearing about it.",
    "Could you tell me when you expect to decide about the {role} position?",
    "I am writing to ask whether there is any news on the {role} role at {company}.",
    "If it helps, I can send references or come back on any {day}.",
    "The question about {topic} deserved a better answer: {skill}.",
    "I'm super excited!! This would be a dream come true for me.",
    "I hope this email finds you well.",
    "Sorry for bothering you again, I know that you are busy.",
    "Please let me know if you need anything else, e.g. a portfolio or two references.",
    "I look forward to hearing from you.",
    "Thank you again for your time and consideration.",
]
READER, WRITER = "Dana", "Priya Nair"
"""The names on the card that the engine is given."""
RIGHT = 0.9
"""Share of the drafts that greet the person on the card."""
SWAPS = "small large early later useful simple careful open shared local recent honest".split()


def fill(sentence: str, rng: random.Random) -> str:
    """Return the sentence with its slots filled and one or two ordinary words added."""
    filled = sentence.format(**{slot: rng.choice(values) for slot, values in SLOTS.items()})
    words = filled.split()
    for _ in range(rng.randint(1, 2)):
        words.insert(rng.randint(1, len(words) - 1), rng.choice(SWAPS))
    return " ".join(words)


def draft(rng: random.Random) -> str:
    """Return one whole email of 60 to 300 words."""
    target = rng.randint(50, 285)
    lines, words = [], 0
    while words < target:
        paragraph = [fill(rng.choice(SENTENCES), rng) for _ in range(rng.randint(2, 4))]
        lines.append(" ".join(paragraph))
        words += len(lines[-1].split())
    greeted = READER if rng.random() < RIGHT else rng.choice(SLOTS["name"])
    body = "\n\n".join(lines)
    return f"Dear {greeted},\n\n{body}\n\nBest regards,\n{WRITER}\n555-0142\n"


def drafts(count: int, seed: int) -> list[str]:
    """Return `count` emails; another seed gives other sentences of the same lengths and kinds."""
    rng = random.Random(seed)
    return [draft(rng) for _ in range(count)]
