"""Reads of the catalogue: offers, centres, and at whom it all aims."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q, QuerySet
from django.http import Http404

from veerkracht.web.people.models import Account

from .domain.balance import CatalogueBalance, CountedOffer, balance_of
from .models import CareCentre, CatalogueOffer


def offers_of(*, account: Account) -> list[CatalogueOffer]:
    """The whole catalogue of this municipality, also what stopped."""
    return list(CatalogueOffer.objects.filter(municipality=account.municipality_id).order_by("name", "pk"))


def running_offers(*, account: Account, day: dt.date) -> list[CatalogueOffer]:
    return list(_running(account.municipality_id, day))


def _running(municipality_id: int, day: dt.date) -> QuerySet[CatalogueOffer]:
    rows = CatalogueOffer.objects.filter(municipality=municipality_id)
    rows = rows.order_by("name", "pk")
    return rows.filter(Q(ends_on=None) | Q(ends_on__gte=day), Q(stopped_on=None) | Q(stopped_on__gt=day))


def offer_of(*, account: Account, offer_id: int) -> CatalogueOffer:
    """Raises Http404: this municipality has no such offer."""
    offer = CatalogueOffer.objects.filter(municipality=account.municipality_id, pk=offer_id).first()
    if offer is None:
        raise Http404
    return offer


def centres_of(*, account: Account) -> list[CareCentre]:
    """All centres of this municipality, also those that stopped."""
    return list(CareCentre.objects.filter(municipality=account.municipality_id).order_by("name", "pk"))


def open_centres(*, account: Account, day: dt.date) -> list[CareCentre]:
    rows = CareCentre.objects.filter(municipality=account.municipality_id).order_by("name", "pk")
    return list(rows.filter(Q(stopped_on=None) | Q(stopped_on__gt=day)))


def centre_of(*, account: Account, centre_id: int) -> CareCentre:
    """Raises Http404: this municipality has no such centre."""
    centre = CareCentre.objects.filter(municipality=account.municipality_id, pk=centre_id).first()
    if centre is None:
        raise Http404
    return centre


def catalogue_balance(*, account: Account, day: dt.date) -> CatalogueBalance:
    """At whom the offers aim that run on this day: the first question of whoever looks at its own policy."""
    return balance_of(
        CountedOffer(
            aim=offer.aim,
            gender_sensitive=offer.gender_sensitive,
            is_example=offer.is_example,
        )
        for offer in _running(account.municipality_id, day)
    )
