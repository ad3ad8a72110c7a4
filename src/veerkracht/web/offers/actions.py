"""Writes of the catalogue: one row added, changed, stopped or put back, or a whole file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account
from veerkracht.web.record.models import Conflict

from .examples import example_centres, example_offers
from .models import CareCentre, CatalogueOffer, InCatalogue
from .queries import centre_of, offer_of


@action("offers.offer_added", allow=("create", "aanbod"))
def add_offer(*, by: Account, **values: Any) -> CatalogueOffer:
    return CatalogueOffer.objects.create(municipality=by.municipality, **values)


@action("offers.offer_changed", allow=("update", "aanbod"))
def change_offer(*, by: Account, offer_id: int, seen_version: int, **values: Any) -> CatalogueOffer:
    """Raises Conflict: somebody changed it meanwhile. What a person kept up is no example any more."""
    return offer_of(account=by, offer_id=offer_id).change(seen_version, is_example=False, **values)


@action("offers.offer_stopped", allow=("update", "aanbod"))
def stop_offer(
    *, by: Account, offer_id: int, seen_version: int, stopped_on: dt.date | None
) -> CatalogueOffer:
    """It is not proposed any more from that day on; None: it runs again. What was promised of it stays."""
    return offer_of(account=by, offer_id=offer_id).change(seen_version, stopped_on=stopped_on)


@action("offers.centre_added", allow=("create", "aanbod"))
def add_centre(*, by: Account, **values: Any) -> CareCentre:
    return CareCentre.objects.create(municipality=by.municipality, **values)


@action("offers.centre_changed", allow=("update", "aanbod"))
def change_centre(*, by: Account, centre_id: int, seen_version: int, **values: Any) -> CareCentre:
    return centre_of(account=by, centre_id=centre_id).change(seen_version, is_example=False, **values)


@action("offers.centre_stopped", allow=("update", "aanbod"))
def stop_centre(*, by: Account, centre_id: int, seen_version: int, stopped_on: dt.date | None) -> CareCentre:
    return centre_of(account=by, centre_id=centre_id).change(seen_version, stopped_on=stopped_on)


@action("offers.file_read", allow=("create", "aanbod"))
def import_rows(
    *, by: Account, kind: str, rows: Sequence[tuple[Mapping[str, Any], tuple[int, int] | None]]
) -> None:
    """A checked file. With each row the number and version of what it replaces; None: it is new.

    Raises:
        Conflict: one of them was changed meanwhile; then nothing of the file is written.
    """
    for values, seen in rows:
        if seen is None:
            _add(by, _MODELS[kind], values)
        else:
            row = _MODELS[kind]._default_manager.get(municipality=by.municipality, pk=seen[0])
            row.change(seen[1], is_example=False, **values)


def _add(by: Account, model: type[InCatalogue], values: Mapping[str, Any]) -> None:
    name = {key: values[key] for key in _KEYS[model] if key in values}
    there = model._default_manager.filter(municipality=by.municipality, **name).first()
    if there is not None:
        raise Conflict(there)
    model._default_manager.create(municipality=by.municipality, **values)


@action("offers.examples_added", allow=("create", "aanbod"))
def add_examples(*, by: Account) -> None:
    """The set to try it with, each row labelled as an example. Where one of that name stands already, that stays."""
    for model, rows in ((CatalogueOffer, example_offers()), (CareCentre, example_centres())):
        for values in rows:
            name = {key: values[key] for key in _KEYS[model]}
            row, _is_new = model._default_manager.get_or_create(
                municipality=by.municipality, **name, defaults={**values, "is_example": True}
            )
            if row.is_example and row.stopped_on:
                row.change(row.version, stopped_on=None)


@action("offers.examples_removed", allow=("update", "aanbod"))
def stop_examples(*, by: Account) -> None:
    """The examples are not proposed any more; what somebody took of them stays where it is."""
    for model in (CatalogueOffer, CareCentre):
        rows = model._default_manager.filter(municipality=by.municipality, is_example=True, stopped_on=None)
        for row in rows.order_by("pk"):
            row.change(row.version, stopped_on=timezone.localdate())


_MODELS: Mapping[str, type[InCatalogue]] = {"aanbod": CatalogueOffer, "opvang": CareCentre}
_KEYS: Mapping[type[InCatalogue], tuple[str, ...]] = {
    CatalogueOffer: ("name", "organisation"),
    CareCentre: ("name", "kind"),
}
