"""Every error leaves in one shape: `{error: {code, message, field?, fields?}}`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from afterword.api import PREFIX, answer
from afterword.api.log import LOG
from afterword.engine.where import where

CODES = {
    400: ("bad_request", "The request cannot be read."),
    404: (
        "not_found",
        f"There is nothing at this address. {PREFIX}/openapi.json names what there is.",
    ),
    405: ("method_not_allowed", "This address takes the methods that `Allow` names."),
    413: ("too_large", "The request is larger than the setting `max_request_bytes` allows."),
    415: ("not_json", "Send JSON, with the header Content-Type: application/json."),
}


class RequestError(Exception):
    """A request that cannot be served; becomes an answer of the one shape."""

    def __init__(self, status: int, code: str, message: str, **more: object) -> None:
        super().__init__(code)
        self.status = status
        self.message = message
        self.field = str(more.get("field", ""))
        self.body = {"error": {"code": code, "message": message, **more}}


def invalid(faults: Mapping[Any, Any]) -> RequestError:
    """Return the 422 that names each field of marshmallow's `faults`, the first one in front."""
    fields = [{"field": field, "message": message} for field, message in flatten(faults)]
    first = fields[0]
    message = f"{first['field']}: {first['message']}" if first["field"] else first["message"]
    return RequestError(422, "invalid_field", message, field=first["field"], fields=fields)


def not_found(what: str, name: str) -> RequestError:
    """Return the 404 for an id that is not there."""
    message = f"There is no {what} named {name[:80]!r}. {PREFIX}/{what}s lists all."
    return RequestError(404, "not_found", message)


def flatten(faults: Mapping[Any, Any], path: str = "") -> Iterator[tuple[str, str]]:
    """Yield the path and the message of every field in marshmallow's `faults`."""
    for name, fault in faults.items():
        here = path if name == "_schema" else f"{path}.{name}".lstrip(".")
        if isinstance(fault, Mapping):
            yield from flatten(fault, here)
        else:
            yield here, " ".join(map(str, fault))


def _refused(error: RequestError) -> Response:
    return answer.json(error.body, error.status)


def http(error: HTTPException) -> Response | HTTPException:
    """Answer as JSON below the API; pages answer for themselves."""
    if not request.path.startswith("/api/") or error.code is None or error.code < 400:
        return error
    code, message = CODES.get(error.code, ("refused", error.name + "."))
    response = answer.json({"error": {"code": code, "message": message}}, error.code)
    for name, value in error.get_headers():
        if name == "Allow":
            response.headers[name] = value
    return response


def _internal(error: Exception) -> Response:
    """Log where it went wrong, never with what: the message may quote the draft."""
    LOG.error(where(error))
    message = "The service could not answer. Its log says where."
    return answer.json({"error": {"code": "internal", "message": message}}, 500)


def register(app: Flask) -> None:
    """Give `app` one shape for all errors."""
    app.register_error_handler(RequestError, _refused)
    app.register_error_handler(HTTPException, http)
    app.register_error_handler(Exception, _internal)
