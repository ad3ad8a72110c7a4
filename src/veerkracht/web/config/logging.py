"""What the program writes to its log: who did what to which thing, by id. Never a name, never content."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

import structlog

# The only fields a line may carry; anything else is dropped, so that a careless call cannot leak.
ALLOWED = {
    "event",
    "level",
    "timestamp",
    "logger",
    "method",
    "route",
    "status",
    "account",
    "case",
    "milliseconds",
    "error",
    "task",
    "count",
    "request",
}


def only_allowed(logger: object, method: str, line: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Keep the fields of ALLOWED; positional arguments and tracebacks with values never pass."""
    return {key: value for key, value in line.items() if key in ALLOWED}


def count_events(logger: object, method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """What the log says, `/metrics` counts: log-ins, refusals, locks, and what went wrong."""
    from .metrics import count_event  # known only once Django is set up

    count_event(str(line.get("event", "")))
    return line


_shared: list[structlog.typing.Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": "structlog.stdlib.ProcessorFormatter",
            "processors": [
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                only_allowed,
                structlog.processors.JSONRenderer(),
            ],
            "foreign_pre_chain": _shared,
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        # Django's own lines carry the path with a case id and, on errors, the request: ours say the route.
        "django.request": {"handlers": [], "propagate": False, "level": "CRITICAL"},
        "django.security": {"handlers": [], "propagate": False, "level": "CRITICAL"},
        "django.server": {"handlers": [], "propagate": False, "level": "CRITICAL"},
        "axes": {"handlers": [], "propagate": False, "level": "CRITICAL"},
        "veerkracht": {"handlers": ["stderr"], "propagate": False, "level": "INFO"},
    },
}

structlog.configure(
    processors=[*_shared, count_events, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
    logger_factory=structlog.stdlib.LoggerFactory(),
    cache_logger_on_first_use=True,
)
