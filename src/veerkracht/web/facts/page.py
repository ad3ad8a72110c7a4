"""What the page "Wat we weten" shows: the question that is worth most, what differs, and every fact with its source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _t

from veerkracht.household.checking import problems
from veerkracht.household.unknown import NOT_ASKED, known
from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.domain import age_on
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.queries import ChildFacts, children_of
from veerkracht.web.ui.slots import filled
from veerkracht.words.sentences import PAGE, say

from . import words
from .domain.differences import differences_of
from .fields import CARE_KINDS, FIELDS, FactField, field_of
from .household import KnownChild, household_from
from .models import HouseholdFacts, SaidOn, Situation
from .queries import SavedFact, SavedFacts, facts_of

SCHOOL_AGE = 4


@dataclass(frozen=True, kw_only=True)
class FactLine:
    """One fact: what it is called, its value, who said it and where it can be changed."""

    label: str
    value: str
    source: str
    url: str


@dataclass(frozen=True)
class FactGroup:
    """What belongs together. Where all of it was said at once and is asked on one page, that stands once below it."""

    title: str
    lines: list[FactLine]
    source: str = ""
    url: str = ""


@dataclass(frozen=True)
class OpenQuestion:
    """Something that is not known yet, with the page that asks it."""

    label: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Differing:
    """Two statements about one fact, and the buttons for who may say which is right."""

    path: str
    question: str
    money: str
    week: str
    may_keep_money: bool


@dataclass(frozen=True, kw_only=True)
class FactsPage:
    version: int
    questions: list[OpenQuestion]
    differing: list[Differing]
    problems: list[str]
    groups: list[FactGroup]


def facts_page(*, case: Case, account: Account, day: dt.date) -> FactsPage:
    """Only the fields this reader may read."""
    saved, kids = facts_of(case=case), children_of(case=case, day=day)
    reader = _Reader(case, account, saved, kids, day)
    book = HouseholdFacts.objects.filter(case=case).first()
    return FactsPage(
        version=book.version if book else 0,
        questions=reader.questions(),
        differing=reader.differing(),
        problems=reader.problems(),
        groups=reader.groups(),
    )


class _Reader:
    """The facts of one case for one reader."""

    def __init__(
        self, case: Case, account: Account, saved: SavedFacts, kids: list[ChildFacts], day: dt.date
    ) -> None:
        self.case, self.account, self.saved, self.kids, self.day = case, account, saved, kids, day
        self.children = {str(kid.id): kid.first_name for kid in kids}
        self.may_write = authorize(account, "update", "weekplan", case=case)

    def may_read(self, field: FactField) -> bool:
        return authorize(self.account, "read", field.right, case=self.case)

    def groups(self) -> list[FactGroup]:
        """The children first, then each care and each job, then the rest in the order of the fields."""
        lines_by_group: dict[str, list[FactLine]] = {kid.first_name: [self._born(kid)] for kid in self.kids}
        order = {id(field): place for place, field in enumerate(FIELDS)}
        rows = [(row, field) for row in self.saved.rows.values() if (field := field_of(row.path))]
        for row, field in sorted(rows, key=lambda pair: order[id(pair[1])]):
            value = words.value_in_words(field, row.value, self.children) if self.may_read(field) else ""
            if value:
                line = FactLine(
                    label=_label(field, row), value=value, source=said_in_words(row), url=self._url(row.path)
                )
                lines_by_group.setdefault(self._title(row.path), []).append(line)
        return [_group(title, lines) for title, lines in lines_by_group.items()]

    def _born(self, kid: ChildFacts) -> FactLine:
        return FactLine(
            label=_t("Geboortedatum"),
            value=f"{kid.born_on:%d-%m-%Y}",
            source=_t("staat in het dossier"),
            url="",
        )

    def _title(self, path: str) -> str:
        root, _dot, rest = path.partition(".")
        key = rest.partition(".")[0]
        if root == "children":
            return self.children.get(key, _t("Een kind"))
        if root == "cares":
            kind = CARE_KINDS.get(str(known(self.saved.value(f"cares.{key}.kind"))), _t("opvang"))
            return self._named("cares", key) or str(kind).capitalize()
        if root == "jobs":
            return self._named("jobs", key) or _t("Werk dat is aangeboden")
        return _t("Week") if root in ("travel", "limits", "course") else _t("Wonen, werk en geld")

    def _named(self, root: str, key: str) -> str:
        """The name of a place; not where the address is secret."""
        if self.case.address_is_secret:
            return ""
        return str(known(self.saved.value(f"{root}.{key}.name")) or "")

    def questions(self) -> list[OpenQuestion]:
        """What misses, the answer that is worth most first; only what this reader may fill in."""
        asked = sorted((field for field in FIELDS if field.value_rank), key=lambda field: field.value_rank)
        questions = []
        for field in asked if self.may_write else ():
            for path, label in self._asked_paths(field):
                url = self._url(path)
                if self.saved.value(path) == NOT_ASKED and url:
                    questions.append(OpenQuestion(label, url))
        return questions

    def _asked_paths(self, field: FactField) -> Iterable[tuple[str, str]]:
        if not field.path.startswith("children."):
            return [(field.path, str(field.question))]
        at_school = [kid for kid in self.kids if age_on(kid.born_on, self.day) >= SCHOOL_AGE]
        return [
            (field.path.replace("*", str(kid.id)), f"{kid.first_name}: {field.question}") for kid in at_school
        ]

    def differing(self) -> list[Differing]:
        if not (self.may_write and authorize(self.account, "read", "financieel_beeld", case=self.case)):
            return []
        names = {key: self._title(f"cares.{key}.kind") for key in self.saved.groups("cares.")}
        return [
            Differing(
                path=one.path,
                question=words.question_in_words(one, words.subject_in_words(one, self.children, names)),
                money=words.side_in_words(one, "money"),
                week=words.side_in_words(one, "week"),
                may_keep_money=one.kept_as_money_says is not None,
            )
            for one in differences_of(self.saved, self.children)
        ]

    def problems(self) -> list[str]:
        """What cannot be so, or hardly ever is, as a question; for who may read and mend all of it."""
        if not (self.may_write and authorize(self.account, "read", "financieel_beeld", case=self.case)):
            return []
        children = [KnownChild(key=str(kid.id), name=kid.first_name, born=kid.born_on) for kid in self.kids]
        problems_of_household = problems(
            household_from(self.saved, day=self.day, born=self.case.born_on, children=children)
        )
        return list(dict.fromkeys(say(each, PAGE) for each in problems_of_household))

    def _url(self, path: str) -> str:
        """The page on which this fact is asked, for who may change it there."""
        field = field_of(path)
        if field is None or not authorize(self.account, "update", field.right, case=self.case):
            return ""
        return next(iter(filled("fact_page", case=self.case, path=path)), "")


def _label(field: FactField, row: SavedFact) -> str:
    if row.situation == Situation.OFFER:
        return _t("%(label)s, met het nieuwe werk") % {"label": field.label}
    return str(field.label)


def _group(title: str, lines: list[FactLine]) -> FactGroup:
    sources = {(line.source, line.url) for line in lines if line.url}
    if len(sources) != 1:
        return FactGroup(title, lines)
    source, url = sources.pop()
    lines = [replace(line, source="", url="") if line.url else line for line in lines]
    return FactGroup(title, lines, source, url)


def said_in_words(fact: SavedFact) -> str:
    """`Peter de Vries, 12-11-2026, op Geld`."""
    when = f"{fact.said_at:%d-%m-%Y}" if fact.said_at else ""
    where = _t("op %(page)s") % {"page": SaidOn(fact.page).label}
    return ", ".join(words for words in (fact.said_by, when, where) if words)


def facts_tab(account: Account) -> tuple[str, str, str, str]:
    return (_t("Wat we weten"), "list-check", "facts:facts", "huishouden_kinderen")
