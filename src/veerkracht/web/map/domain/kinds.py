"""The choices on the map, by the values that are stored."""

from enum import StrEnum


class Ring(StrEnum):
    MICRO = "micro"
    MESO = "meso"
    EXO = "exo"
    MACRO = "macro"


class NodeKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    RULE = "rule"
    CIRCUMSTANCE = "circumstance"


class FactorGroup(StrEnum):
    """Each group has its own side of the map, the same on every ring."""

    HOME = "home"
    FAMILY = "family"
    FRIENDS = "friends"
    NEIGHBOURS = "neighbours"
    WORK = "work"
    SCHOOL = "school"
    HELP = "help"
    MUNICIPALITY = "municipality"
    OTHER = "other"


class Closeness(StrEnum):
    """Where she puts someone herself; never computed."""

    CLOSE = "close"
    NORMAL = "normal"
    FAR = "far"


class TieKind(StrEnum):
    SUPPORT = "support"
    PRESSURE = "pressure"
    BOTH = "both"
    BROKEN = "broken"
    POSSIBLE = "possible"


class Strength(StrEnum):
    STRONG = "strong"
    MODERATE = "moderate"
    WEAK = "weak"


class Direction(StrEnum):
    """Seen from the mother: what she receives, what she gives, or both."""

    RECEIVES = "receives"
    GIVES = "gives"
    BOTH = "both"


class SupportKind(StrEnum):
    EMOTIONAL = "E"
    PRACTICAL = "P"
    COMPANY = "G"
    ADVICE = "A"
    CHILDCARE = "O"
    CAREER = "L"
    DEMANDS = "D"


class BetweenState(StrEnum):
    IN_TOUCH = "in_touch"
    WORKS_TOGETHER = "works_together"
    SILENT = "silent"
    CONTRADICTORY = "contradictory"
    INFORMATION_LOST = "information_lost"


class Effect(StrEnum):
    """The direction of a factor."""

    HINDERS = "hinders"
    HELPS = "helps"
    BOTH = "both"


class FactorOwner(StrEnum):
    MOTHER = "mother"
    KLANTMANAGER = "klantmanager"
    MUNICIPALITY = "municipality"
    EMPLOYER = "employer"
    SCHOOL = "school"
    CARE = "care"
    NETWORK = "network"
    SIGNAL = "signal"


class Speaker(StrEnum):
    MOTHER = "mother"
    KLANTMANAGER = "klantmanager"
    OTHER = "other"
