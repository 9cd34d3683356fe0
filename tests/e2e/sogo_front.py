"""`python sogo_front.py PORT BEHIND PUBLIC`: the web server that stands before SOGo.

SOGo answers at the port `BEHIND` of this machine; its pictures and scripts lie in the folder
`PUBLIC`, and it does not show them itself. A process of its own: the proxy leaves connections to
be closed by the garbage collector.
"""

from __future__ import annotations

import sys

from werkzeug.exceptions import NotFound
from werkzeug.middleware.http_proxy import ProxyMiddleware
from werkzeug.middleware.shared_data import SharedDataMiddleware
from werkzeug.serving import run_simple


def main(port: int, behind: int, public: str) -> None:
    """Serve on a port of 127.0.0.1 until ended."""
    sogo = {
        "target": f"http://127.0.0.1:{behind}",
        "headers": {"x-webobjects-server-url": f"http://127.0.0.1:{port}"},
    }
    proxy = ProxyMiddleware(NotFound(), {"/SOGo/": sogo})
    whole = SharedDataMiddleware(proxy, {"/SOGo.woa/WebServerResources": public})
    run_simple("127.0.0.1", port, whole, threaded=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
