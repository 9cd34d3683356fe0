"""One page of each layout of the site, by its path below the start page."""

from __future__ import annotations

LAYOUTS = {
    "start": "",
    "occasions": "occasions/",
    "occasion": "occasions/panel/",
    "guidelines": "guidelines/",
    "guideline": "guidelines/greet-by-name/",
    "templates": "templates/",
    "template": "templates/thank-you-one-interviewer/",
    "page": "sources/",
    "sources": "sources/every/",
    "helper": "helper/",
    "when": "when/",
    "try": "try/",
    "practice": "practice/",
    "developers": "developers/",
    "api": "developers/api/",
    "index": "all/",
    "not_found": "404.html",
}
