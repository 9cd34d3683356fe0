"""A keep-alive HTTP client that keeps its own books for every connection."""

from __future__ import annotations

import asyncio
import time


async def ask(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes
) -> tuple[int, float]:
    """Send one request and return the status and the seconds until the whole answer was there."""
    start = time.perf_counter()
    writer.write(request)
    head = await reader.readuntil(b"\r\n\r\n")
    status = int(head[9:12])
    length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
    await reader.readexactly(length)
    return status, time.perf_counter() - start


async def connection(port: int, requests: list[bytes], until: float) -> list[float]:
    """Ask over one connection until the clock says stop; return the seconds of every answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    times = []
    while time.perf_counter() < until:
        status, seconds = await ask(reader, writer, requests[len(times) % len(requests)])
        if status != 200:
            raise RuntimeError(f"status {status} from port {port}")
        times.append(seconds)
    writer.close()
    return times


async def load(
    port: int, requests: list[bytes], connections: int, seconds: float
) -> list[list[float]]:
    """Ask over many connections at once; return one list of seconds a connection."""
    until = time.perf_counter() + seconds
    tasks = [connection(port, requests, until) for _ in range(connections)]
    return list(await asyncio.gather(*tasks))


def post(port: int, body: bytes) -> bytes:
    """Return the bytes of one POST of JSON to the checks."""
    head = (
        f"POST /api/v1/checks HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body
