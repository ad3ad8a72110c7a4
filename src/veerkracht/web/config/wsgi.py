"""The WSGI application; refuses to start on a database that could lose an acknowledged write."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "veerkracht.web.config.settings")
application = get_wsgi_application()

from veerkracht.web.record.durability import refuse_unsafe  # noqa: E402 - needs Django set up

refuse_unsafe()
