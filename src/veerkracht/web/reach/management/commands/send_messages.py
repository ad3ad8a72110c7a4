"""`veerkracht web send_messages`: what waited for its hour goes out. Run it every ten minutes."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from veerkracht.web.reach.outbox import send_what_is_due


class Command(BaseCommand):
    help = "Send the messages whose moment has come."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{send_what_is_due()} sent")
