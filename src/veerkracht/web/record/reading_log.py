"""Who looked: a line for each look, chained so that a line that was changed or taken out shows.

One chain for each case and one for the lists of each account, numbered from 1. A digest is SHA-256 over the digest of
the line before it and the line itself. Old lines become one stub, from which the rest can still be verified.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import router, transaction
from django.utils import timezone

from .models import Reading, ReadingHead, ReadingStub


def case_chain(case_id: int) -> str:
    return f"case {case_id}"


def account_chain(account_id: int) -> str:
    return f"account {account_id}"


def note_reading(*, account_id: int, case_id: int, what: str, role: str) -> None:
    """Somebody looked at something of one case."""
    _add(
        case_chain(case_id),
        Reading(at=timezone.now(), account_id=account_id, case_id=case_id, what=what, role=role),
    )


def note_list_reading(*, account_id: int, what: str, role: str, selection: str) -> None:
    """Somebody looked at a list of several people: one line, of nobody's case.

    Args:
        selection: which part and in what order; never the words of a search.
    """
    line = Reading(at=timezone.now(), account_id=account_id, what=what, role=role, selection=selection[:60])
    _add(account_chain(account_id), line)


def _add(chain: str, line: Reading) -> None:
    """Put the line behind the last one of its chain; two at once stand in a row."""
    with transaction.atomic(using=router.db_for_write(Reading)):
        head = ReadingHead.objects.select_for_update().filter(chain=chain).first()
        if head is None:
            ReadingHead.objects.get_or_create(chain=chain, defaults={"number": 0, "digest": ""})
            head = ReadingHead.objects.select_for_update().get(chain=chain)
        line.chain, line.number, line.day = chain, head.number + 1, timezone.localdate(line.at)
        line.digest = digest_of(line, before=head.digest)
        line.save(force_insert=True)
        head.number, head.digest = line.number, line.digest
        head.save()


def digest_of(line: Reading, *, before: str) -> str:
    """SHA-256 of a line and what stands before it, as 64 hexadecimal signs."""
    at = line.at.astimezone(dt.UTC).isoformat()
    fields = (
        before,
        line.chain,
        line.number,
        at,
        line.account_id,
        line.case_id,
        line.what,
        line.role,
        line.selection,
    )
    return hashlib.sha256("\x1f".join(map(str, fields)).encode()).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Break:
    """Where a chain does not hold: the number of the first line that does not follow."""

    chain: str
    number: int
    why: str


GONE, CHANGED, CUT_OFF = "gone", "changed", "cut_off"


def breaks(*, chain: str = "") -> Iterator[Break]:
    """The first break of each chain that does not hold; of one chain when it is named."""
    heads = ReadingHead.objects.order_by("chain")
    for head in heads.filter(chain=chain) if chain else heads:
        broken = _first_break(head)
        if broken:
            yield broken
    known = heads.values("chain")
    for lost in (
        Reading.objects.exclude(chain__in=known).order_by("chain").values_list("chain", flat=True).distinct()
    ):
        if not chain or lost == chain:
            yield Break(chain=lost, number=0, why=CUT_OFF)


def _first_break(head: ReadingHead) -> Break | None:
    stub = ReadingStub.objects.filter(chain=head.chain).first()
    number, digest = (stub.number, stub.digest) if stub else (0, "")
    for line in Reading.objects.filter(chain=head.chain).order_by("number").iterator(chunk_size=2000):
        if line.number != number + 1:
            return Break(chain=head.chain, number=number + 1, why=GONE)
        if line.digest != digest_of(line, before=digest):
            return Break(chain=head.chain, number=line.number, why=CHANGED)
        number, digest = line.number, line.digest
    if (number, digest) != (head.number, head.digest):
        return Break(chain=head.chain, number=number + 1, why=CUT_OFF)
    return None


def thin_readings(*, before: dt.date) -> int:
    """Lines of days before this one become a stub for each chain. Gives how many lines went."""
    count = 0
    old = Reading.objects.filter(day__lt=before)
    for chain in list(old.order_by("chain").values_list("chain", flat=True).distinct()):
        with transaction.atomic(using=router.db_for_write(Reading)):
            lines = Reading.objects.filter(chain=chain, day__lt=before)
            last = lines.order_by("-number").first()
            if last is None:
                continue
            facts = {"until": last.day, "number": last.number, "digest": last.digest}
            ReadingStub.objects.update_or_create(chain=chain, defaults=facts)
            # By number: a clock that was set back never leaves a hole in the row.
            count += Reading.objects.filter(chain=chain, number__lte=last.number).delete()[0]
    return count


def stub_until(*, chain: str) -> dt.date | None:
    """The last day whose lines of this chain became a number; None when all are there."""
    return ReadingStub.objects.filter(chain=chain).values_list("until", flat=True).first()


def seal() -> str:
    """One digest over where every chain ends now, for a place outside the database (the program's own log)."""
    text = "\n".join(f"{h.chain} {h.number} {h.digest}" for h in ReadingHead.objects.order_by("chain"))
    return hashlib.sha256(text.encode()).hexdigest()


def chain_existing_lines(*, readings: Any, heads: Any) -> None:
    """For lines from before there were chains: number and link them, oldest first. Used by the migration.

    Args:
        readings, heads: the rows of both tables, on the connection of the migration.
    """
    for case_id in list(readings.order_by("case_id").values_list("case_id", flat=True).distinct()):
        chain, number, before = case_chain(case_id), 0, ""
        lines = []
        for line in readings.filter(case_id=case_id).order_by("at", "id"):
            number += 1
            line.chain, line.number, line.day = chain, number, timezone.localdate(line.at)
            line.digest = before = digest_of(line, before=before)
            lines.append(line)
        readings.bulk_update(lines, ["chain", "number", "day", "digest"], batch_size=200)
        heads.create(chain=chain, number=number, digest=before)
