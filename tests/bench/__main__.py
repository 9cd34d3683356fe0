"""Run the bench: `python -m tests.bench [engine|typing|length|odd|http|start|extension]`, or all.

Figures are compared only within one run, as ratios: a machine's own speed drifts by the hour. The
aims, and whether they are met, stand at the end.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import orjson

from tests.bench import client
from tests.bench.aims import Aim, show
from tests.bench.drafts import drafts
from tests.bench.extension import costs
from tests.bench.started import server

HERE = Path(__file__).parent
ROUNDS = 5
ODD = {
    "a": "a", "a space": "a ", "spaces": " ", "digits": "9", "brackets": "[", "newlines": "\n",
    "stops": "!", "a@": "a@", "a.": "a.", "the": "the ", "quotes": "> ", "capitals": "A",
    "Dear": "Dear ", "thank": "thank you ", "dashes": "-- \n", "accents": "é\u0301",
    "emoji": "😀", "paragraphs": "x\n\n", "sentences": "I am. ", "claims": "I have attached ",
    "sorry": "I am sorry ", "blanks": "[Name] ", "days": "yesterday ", "dates": "2026-03-04 ",
    "pay": "my salary of at least ",
}  # fmt: skip
DANA = {"name": "Dana Lee", "email": "dana@acme.example"}
CALL = {
    "kind": "thank-you",
    "subject": "Thank you",
    "interview": {
        "interviewers": [DANA], "company": "Acme", "role": "Data Engineer",
        "interviewed_at": "2026-03-03T14:00:00+00:00", "topics": ["nightly loads"],
    },
    "sender": {"name": "Priya Nair", "email": "priya@example.com", "phone": "555-0142"},
    "recipients": [DANA],
    "other_interviews": [{"interviewers": [{"name": "Omar Haddad"}], "company": "Kestrel"}],
    "attachments": 0,
    "now": "2026-03-04T10:00:00+00:00",
}  # fmt: skip
"""What the extension sends around a draft."""


def percentile(values: list[float], share: float) -> float:
    """Return the value below which `share` of the values lie."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


class Worker:
    """One peer in its own process."""

    def __init__(self, name: str) -> None:
        self.name = name
        command = (
            ["node", str(HERE / "worker.mjs"), name]
            if name in ("write-good", "harper.js")
            else [sys.executable, "-m", "tests.bench.workers", name]
        )
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def times(self, texts: list[str]) -> list[float]:
        """Return the milliseconds that each text took."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps(texts) + "\n")
        self.process.stdin.flush()
        return [nanoseconds / 1e6 for nanoseconds in json.loads(self.process.stdout.readline())]

    def close(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.wait()


def on_node(*names: str) -> list[str]:
    """Return these peers where this machine has Node and their packages; else say so."""
    if shutil.which("node") and (HERE / "node_modules").exists():
        return list(names)
    print(f"{' and '.join(names)}: left out, Node or their packages are missing.")
    return []


@contextmanager
def peers(*names: str) -> Iterator[list[Worker]]:
    """Start peers, each in its own process."""
    workers = [Worker(name) for name in names]
    try:
        yield workers
    finally:
        for worker in workers:
            worker.close()


def table(title: str, rows: dict[str, list[float]]) -> None:
    """Print median, p99 and the ratio of ours to each peer's median."""
    print(f"\n{title}\n{'':14}{'p50 ms':>9}{'p99 ms':>9}{'ours / it':>11}")
    ours = statistics.median(rows["afterword"])
    for name, times in rows.items():
        median = statistics.median(times)
        print(f"{name:14}{median:9.2f}{percentile(times, 0.99):9.2f}{ours / median:11.2f}")


def interleaved(workers: list[Worker], texts: Callable[[int], list[str]]) -> dict[str, list[float]]:
    """Time every worker in turn, round after round, on texts that it has not seen."""
    rows: dict[str, list[float]] = {worker.name: [] for worker in workers}
    for worker in workers:
        worker.times(texts(0)[:100])
    for round_ in range(1, ROUNDS + 1):
        for worker in workers:
            few = 30 if worker.name == "harper.js" else None
            rows[worker.name] += worker.times(texts(round_)[:few])
    return rows


def engine() -> Iterator[Aim]:
    """200 unseen drafts a round.

    `forgetful` is our own engine without what it remembers of texts before. Forty bare expressions,
    and one pass over the words with a dictionary, show what the language itself costs.
    """
    ours = ("afterword", "forgetful", "proselint", "expressions", "words")
    with peers(*ours, *on_node("write-good", "harper.js")) as workers:
        rows = interleaved(workers, lambda seed: drafts(200, seed))
    table("Engine: 200 unseen drafts of 60 to 300 words, five rounds in turn", rows)
    median = statistics.median(rows["afterword"])
    for peer, most in (("write-good", 0.6), ("proselint", 0.27)):
        if peer in rows:
            yield Aim(f"engine / {peer}", median / statistics.median(rows[peer]), most)
    yield Aim("engine, p99 / median", percentile(rows["afterword"], 0.99) / median, 2.5)


def typed(seed: int) -> list[str]:
    """Six drafts as they grow, at every third word."""
    steps = []
    for text in drafts(6, seed):
        words = text.split(" ")
        steps += [" ".join(words[:count]) for count in range(3, len(words), 3)]
    return steps


def typing() -> Iterator[Aim]:
    """Drafts while they are typed, beside whole unseen ones."""
    with peers("afterword", "proselint", "expressions", *on_node("write-good")) as workers:
        rows = interleaved(workers, typed)
        whole = interleaved(workers[:1], lambda seed: drafts(200, seed))["afterword"]
    table("While typing: six drafts, every third word", rows)
    share = statistics.median(rows["afterword"]) / statistics.median(whole)
    yield Aim("engine while typing / engine on unseen drafts", share, 0.5)


def length() -> Iterator[Aim]:
    """Growth from 1,000 to 100,000 words."""
    worker = Worker("afterword")
    worker.times(drafts(100, 1))
    by_length = {}
    for words, times in ((1_000, 9), (10_000, 5), (100_000, 2)):
        texts = [
            " ".join(" ".join(drafts(words // 140, seed)).split(" ")[:words])
            for seed in range(words, words + times)
        ]
        by_length[words] = statistics.median(worker.times(texts))
    worker.close()
    print("\nLength: milliseconds, and as a multiple of 1,000 words")
    for words, milliseconds in by_length.items():
        print(f"{words:>9,}{milliseconds:10.1f}{milliseconds / by_length[1_000]:8.1f}")
    yield Aim("10,000 words / 1,000 words", by_length[10_000] / by_length[1_000], 11)
    a_word = by_length[100_000] / 100 / by_length[1_000]
    yield Aim("a word of 100,000 / a word of 1,000", a_word, 1.1)


def odd() -> Iterator[Aim]:
    """20,000 characters of one kind."""
    worker = Worker("forgetful")
    worker.times(drafts(20, 1))
    print("\nOdd input, 20,000 characters: milliseconds")
    slowest = 0.0
    for name, unit in ODD.items():
        text = (unit * 20_000)[:20_000]
        milliseconds = statistics.median(worker.times([text] * 3))
        slowest = max(slowest, milliseconds)
        print(f"{name:12}{milliseconds:8.1f}")
    worker.close()
    yield Aim("slowest odd 20,000 characters", slowest, 50, "ms")


def memory(process: subprocess.Popen[bytes]) -> float:
    """Return the resident memory of a process in MiB (Linux)."""
    status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def calls(port: int, texts: list[str]) -> list[bytes]:
    """Return a request for each text, with the card around it that the extension sends."""
    return [client.post(port, orjson.dumps(CALL | {"body": text})) for text in texts]


def rates(port: int, requests: list[bytes]) -> tuple[dict[int, float], list[float]]:
    """Return calls a second by connections, and the milliseconds of each call over one."""
    asyncio.run(client.load(port, requests, 1, 1))
    by_connections, times = {}, []
    for connections in (1, 8, 64):
        answers = asyncio.run(client.load(port, requests, connections, 3))
        by_connections[connections] = sum(map(len, answers)) / 3
        if connections == 1:
            times = [seconds * 1000 for seconds in answers[0]]
    return by_connections, times


def http() -> Iterator[Aim]:
    """The whole call with unseen drafts, beside bare frames, and 256 connections at once."""
    rows: dict[str, list[float]] = {}
    print("\nHTTP, calls a second by connections")
    with tempfile.TemporaryFile() as log:
        for name in ("wsgi", "lean", "echo", "afterword"):
            kept = log.fileno() if name == "afterword" else subprocess.DEVNULL
            with server(name, kept) as (port, process):
                by_connections, rows[name] = rates(port, calls(port, drafts(400, 3)))
                print(
                    f"{name:14}" + "".join(f"{c:>5}: {r:6.0f}" for c, r in by_connections.items())
                )
                if name == "afterword":
                    while_typing = asyncio.run(client.load(port, calls(port, typed(5)), 1, 2))[0]
                    rows["typing"] = [seconds * 1000 for seconds in while_typing]
                    many = asyncio.run(client.load(port, calls(port, drafts(400, 4)), 256, 6))
                    resident = memory(process)
                    log.seek(0)
                    lines = log.read().count(b"\n")
    with peers("afterword", *on_node("write-good")) as workers:
        bare = interleaved(workers, lambda seed: drafts(200, seed))
    table("HTTP: whole call at one connection", rows)
    whole, lean = statistics.median(rows["afterword"]), statistics.median(rows["lean"])
    frame = whole - statistics.median(bare["afterword"])
    print(f"of the call {frame:.2f} ms are no engine: {frame / lean:.2f} x the lean frame")
    yield Aim("whole call / lean frame", whole / lean, 2)
    if "write-good" in bare:
        yield Aim("whole call / write-good alone", whole / statistics.median(bare["write-good"]), 1)
    slowest = min(by_connections.values())
    yield Aim(
        "calls a second over 1 to 64, least / one", slowest / by_connections[1], 0.85, "x", True
    )
    yield from _crowd(many)
    yield Aim("log lines", lines, 0, "")
    yield Aim("resident memory", resident, 65, "MiB")


def _crowd(many: list[list[float]]) -> Iterator[Aim]:
    """Hold what 256 connections saw to the aims; the client shares the cores with the service."""
    longest = max(max(times) for times in many if times)
    turn = len(many) * 6 / sum(map(len, many))
    print(f"256 connections: longest wait {longest:.2f} s, {longest / turn:.1f} x a turn of all")
    yield Aim("of 256 connections, served", sum(map(bool, many)), len(many), "", True)
    yield Aim("of 256 connections, longest wait", longest, 2, "s")


def start() -> Iterator[Aim]:
    """From spawning the service to its first answer, its bytecode there since an earlier start."""
    times = []
    for _ in range(7):
        begin = time.perf_counter()
        with server("afterword") as (port, _process):
            urlopen(f"http://127.0.0.1:{port}/api/v1/health").read()
            times.append(time.perf_counter() - begin)
    yield Aim("from start to first answer", statistics.median(times), 0.5, "s")


def extension() -> Iterator[Aim]:
    """What the extension weighs, and what it costs the page that it runs in."""
    with server("afterword") as (port, _process):
        yield from costs(f"http://127.0.0.1:{port}")


SECTIONS = {
    "engine": engine, "typing": typing, "length": length, "odd": odd, "http": http, "start": start,
    "extension": extension,
}  # fmt: skip

if __name__ == "__main__":
    aims: list[Aim] = []
    if unknown := set(sys.argv[1:]) - SECTIONS.keys():
        sys.exit(f"There is no part {', '.join(unknown)}. There are: {', '.join(SECTIONS)}.")
    try:
        for name in sys.argv[1:] or SECTIONS:
            aims.extend(SECTIONS[name]())
    finally:  # also where it was broken off
        show(aims)
