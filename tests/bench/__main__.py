"""Run the bench: `python -m tests.bench [engine|typing|length|odd|http|start]`, or all.

Figures are compared only within one run, as ratios: a machine's own speed drifts by the hour.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import orjson

from tests.bench import client
from tests.bench.drafts import drafts

HERE = Path(__file__).parent
ROUNDS = 5
ODD = {
    "a": "a", "a space": "a ", "spaces": " ", "digits": "9", "brackets": "[", "newlines": "\n",
    "stops": "!", "a@": "a@", "a.": "a.", "the": "the ", "quotes": "> ", "capitals": "A",
    "Dear": "Dear ", "thank": "thank you ", "dashes": "-- \n", "accents": "é\u0301",
    "emoji": "😀",
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
        on_node = name in ("write-good", "harper.js")
        command = (
            ["node", str(HERE / "worker.mjs"), name]
            if on_node
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


@contextmanager
def peers() -> Iterator[list[Worker]]:
    """Start every peer that this machine has; say which are missing.

    `forgetful` is our own engine without what it remembers of texts before.
    """
    names = ["afterword", "forgetful", "proselint", "expressions"]
    if shutil.which("node") and (HERE / "node_modules").exists():
        names += ["write-good", "harper.js"]
    else:
        print("write-good and harper.js are left out: Node or their packages are missing.")
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


def engine() -> None:
    """200 unseen drafts a round."""
    with peers() as workers:
        table(
            "Engine: 200 unseen drafts of 60 to 300 words, five rounds in turn",
            interleaved(workers, lambda seed: drafts(200, seed)),
        )


def typed(seed: int) -> list[str]:
    """Six drafts as they grow, at every third word."""
    steps = []
    for text in drafts(6, seed):
        words = text.split(" ")
        steps += [" ".join(words[:count]) for count in range(3, len(words), 3)]
    return steps


def typing() -> None:
    """Drafts while they are typed."""
    with peers() as workers:
        table("While typing: six drafts, every third word", interleaved(workers, typed))


def length() -> None:
    """Growth from 1,000 to 100,000 words."""
    worker = Worker("afterword")
    worker.times(drafts(100, 1))
    by_length = {}
    for words, times in ((1_000, 9), (10_000, 5), (100_000, 1)):
        texts = [
            " ".join(" ".join(drafts(words // 140, seed)).split(" ")[:words])
            for seed in range(words, words + times)
        ]
        by_length[words] = statistics.median(worker.times(texts))
    worker.close()
    print("\nLength: milliseconds, and as a multiple of 1,000 words")
    for words, milliseconds in by_length.items():
        print(f"{words:>9,}{milliseconds:10.1f}{milliseconds / by_length[1_000]:8.1f}")


def odd() -> None:
    """20,000 characters of one kind."""
    worker = Worker("afterword")
    worker.times(drafts(20, 1))
    print("\nOdd input, 20,000 characters: milliseconds")
    for name, unit in ODD.items():
        text = (unit * 20_000)[:20_000]
        print(f"{name:12}{statistics.median(worker.times([text] * 3)):8.1f}")
    worker.close()


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int) -> None:
    """Return as soon as something listens on the port."""
    for _ in range(2000):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.005)
    raise RuntimeError(f"nothing listens on port {port}")


@contextmanager
def server(name: str) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """Start our service or one of the frames on a free port."""
    port = free_port()
    command = (
        [sys.executable, "-m", "afterword", "serve", "--port", str(port)]
        if name == "afterword"
        else [sys.executable, "-m", "tests.bench.servers", name, str(port)]
    )
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield port, process
    finally:
        process.kill()
        process.wait()


def memory(process: subprocess.Popen[bytes]) -> float:
    """Return the resident memory of a process in MiB (Linux)."""
    status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def http() -> None:
    """The whole call, beside bare frames, and 256 connections at once."""
    bodies = [orjson.dumps(CALL | {"body": text}) for text in drafts(50, 3)]
    rows: dict[str, list[float]] = {}
    print("\nHTTP, calls a second by connections")
    for name in ("wsgi", "lean", "echo", "afterword"):
        with server(name) as (port, process):
            requests = [client.post(port, body) for body in bodies]
            asyncio.run(client.load(port, requests, 1, 1))
            rates = {}
            for connections in (1, 8, 64):
                answers = asyncio.run(client.load(port, requests, connections, 3))
                rates[connections] = sum(map(len, answers)) / 3
                if connections == 1:
                    rows[name] = [seconds * 1000 for seconds in answers[0]]
            print(f"{name:14}" + "".join(f"{c:>5}: {rate:6.0f}" for c, rate in rates.items()))
            if name == "afterword":
                many = asyncio.run(client.load(port, requests, 256, 6))
                longest = max(max(times) for times in many if times)
                served = sum(bool(times) for times in many)
                print(f"256 connections: {served} served, longest wait {longest:.2f} s")
                print(f"resident memory: {memory(process):.0f} MiB")
    table("HTTP: whole call at one connection", rows)


def start() -> None:
    """From spawning the service to its first answer."""
    times = []
    for _ in range(7):
        begin = time.perf_counter()
        with server("afterword") as (port, _process):
            urlopen(f"http://127.0.0.1:{port}/api/v1/health").read()
            times.append(time.perf_counter() - begin)
    print(f"\nStart to first answer: median {statistics.median(times):.2f} s of 7")


SECTIONS = {
    "engine": engine, "typing": typing, "length": length, "odd": odd, "http": http, "start": start,
}  # fmt: skip

if __name__ == "__main__":
    for section in sys.argv[1:] or SECTIONS:
        SECTIONS[section]()
