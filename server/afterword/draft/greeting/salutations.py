"""How greetings begin, in English and in the languages that people greet in before they go on."""

from __future__ import annotations

import re

_SALUTATIONS = (
    # English, of several countries
    r"(?:a[ ]+(?:very[ ]+)?)?(?:good|gd)[ \t\xa0]+(?:morning|afternoon|evening|day)"
    r"(?:[ ]+to[ ]+you)?",
    r"happy[ ]+(?:\w+day|new[ ]+year)",
    r"(?:my[ \t]+|very[ \t]+)?dear(?:est)?(?:[ \t]+(?:respected|esteemed|honou?red))?",
    r"hi+|he+y+a?|hello+|hallo|hullo|hiya|howdy|yo|sup|oi",
    r"alright|h?eita|howzit|aweh|wagwan|(?:ay|aye|ey)[ ]up",
    r"greetings|salutations|good[ \t]?day|g'day|g’day|morning|afternoon|evening",
    r"respected|esteemed",
    # Welsh, Irish, Icelandic, Danish, Norwegian, Swedish
    r"annwyl|shwmae|helo|dia[ \t]+dhuit|sæll?|kær[aei]|hej|hei|hallå",
    # German, Dutch
    r"grüezi|grüessech|grüß[ \t]+gott|moin|servus|sehr[ \t]+geehrte[rs]?",
    r"liebe[r]?|guten[ \t]+(?:tag|morgen|abend)|beste|geachte",
    # French, Spanish, Catalan, Basque, Portuguese, Italian, Romanian
    r"bonjour|bonsoir|ch(?:er|ère)|salut|estimad[oa]s?|querid[oa]s?|hola",
    r"buen[oa]s?[ \t]+(?:días|dias|tardes|noches)|benvolgu(?:t|da)|kaixo",
    r"prezad[oa]s?|olá|ola|bo(?:m|a)[ \t]+(?:dia|tarde|noite)",
    r"ciao|salve|gentile|gentilissim[oa]|egregio|buongiorno",
    r"stimat[eă]|dragă|bună(?:[ ]+ziua)?",
    # Polish, Czech and Slovak, Croatian and Serbian, Slovene, Hungarian
    r"drog[ia]|szanown[ay]|witam|dzień[ \t]+dobry|dobrý[ ]+den|vážen[ýá]",
    r"dobar[ ]+dan|poštovan[aei]|pozdravljen[ai]|kedves|tisztelt|szia|sziasztok",
    # Finnish, Estonian, Lithuanian, Latvian
    r"hyvä|terve|tere|kallis|gerbiam(?:as|a)|labas|sveiki",
    # Russian, Greek, Turkish
    r"дорог(?:ой|ая|ие)|уважаем(?:ый|ая|ые)|здравствуйте|привет|добрый[ ]+день",
    r"γεια[ ]+σας|αγαπητ(?:έ|ή)|merhaba|sayın",
    # Arabic, Hebrew
    r"(?:as[ \t-]?)?salaa?mu?[ \t'’-]*ala[iy]+kum|salaam|salam|marhaba|مرحبا|عزيزي|عزيزتي"
    r"|السلام[ ]+عليكم|shalom|שלום",
    # Of India
    r"namaste|namaskaram?|vanakkam|sat[ \t]+sri[ \t]+akal|नमस्ते|प्रिय",
    # Filipino, Malay, Vietnamese, Japanese
    r"kumusta|mabuhay|magandang[ \t]+\w+(?:[ \t]+po)?|mahal[ ]+na|selamat[ \t]+\w+",
    r"xin[ \t]+chào|chào(?:[ ]+(?:anh|chị|em|cô|chú|bác))?|kính[ ]+(?:gửi|chào)|konnichiwa",
    # Māori, Hawaiian, Samoan, Fijian, Swahili, Zulu
    r"tēnā[ \t]+(?:koe|korua|koutou)|kia[ \t]+ora|mōrena|morena(?=[ \t]+[^\W\d_]+,)",
    r"aloha|talofa|bula|jambo|habari|sawubona",
)
SALUTATION = re.compile(rf"(?:{'|'.join(_SALUTATIONS)})(?![\w'’-])")
"""What a greeting in lower case begins with."""
TO_AN_OFFICE = re.compile(
    r"to[ \t]+(?:whom[ \t]+it[ \t]+may[ \t]+concern|the[ \t]+(?:[\w&'’-]+[ \t]+){0,4}"
    r"(?:team|office|department|committee|board|panel|managers?|officer|staff)"
    r"(?:[ \t]+(?:at|of|in)[ \t]+[\w&'’ \t-]{1,40})?[ \t]*(?=[,:][ \t]*$))"
)
"""“To whom it may concern”, and a line to those who hold an office."""
PLAIN = ("hi", "hello", "hey", "dear", "good ", "my dear", "hallo", "hola", "bonjour")
"""Salutations that are nothing else, and need no mark behind the name."""
GENERIC = frozenset(
    "gentlemen|ladies and gentlemen|ladies|sir|madam|sirs|sir or madam|sir/madam|team|all|everyone"
    "|folks|hiring manager|friends".split("|")
)
"""What greets by itself, before a comma."""
