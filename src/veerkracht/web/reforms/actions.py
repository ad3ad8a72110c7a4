"""Start a run, keep what came out, take it away again."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from veerkracht.population.reforms.reading import PopulationReform, as_toml
from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account

from . import runs
from .models import LEVERS, KeptOutcome
from .queries import kept_outcome


@action("reforms.run_started", allow=("create", "simulatie"))
def start_run(*, by: Account, asked: runs.Calculation) -> None:
    """Run it in a process of its own. Somebody whose run is there already gets that one."""
    runs.launch(asked)


@action("reforms.page_kept", allow=("create", "simulatie"))
def keep_page(*, by: Account, reform: PopulationReform, outcome: dict[str, Any]) -> KeptOutcome:
    """Keep an outcome with its day and the file of its reform."""
    return KeptOutcome.objects.create(
        municipality=by.municipality,
        kept_by=by,
        kept_on=timezone.localdate(),
        reform=reform.name,
        reform_file=as_toml(reform),
        outcome=outcome,
    )


@action("reforms.page_kept", allow=("create", "simulatie"))
def keep_levers(*, by: Account, outcome: dict[str, Any]) -> KeptOutcome:
    """Keep what a municipality can change, with its day."""
    return KeptOutcome.objects.create(
        municipality=by.municipality,
        kept_by=by,
        kept_on=timezone.localdate(),
        reform=LEVERS,
        reform_file="",
        outcome=outcome,
    )


@action("reforms.page_removed", allow=("delete", "simulatie"))
def remove_page(*, by: Account, page_id: int) -> None:
    """Take away a kept page of one's own municipality."""
    kept_outcome(account=by, page_id=page_id).delete()
