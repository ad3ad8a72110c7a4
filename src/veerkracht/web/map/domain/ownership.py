"""Who can change a factor: what lies in the outer rings is never her homework."""

from veerkracht.web.map.domain.kinds import FactorOwner, Ring

SYSTEM_OWNERS = (
    FactorOwner.KLANTMANAGER,
    FactorOwner.MUNICIPALITY,
    FactorOwner.EMPLOYER,
    FactorOwner.SCHOOL,
    FactorOwner.CARE,
    FactorOwner.SIGNAL,
)


def allowed_owners(ring: Ring) -> tuple[FactorOwner, ...]:
    """Close by, anybody can own a change; in exo and macro only someone in the system, or a signal."""
    if ring in (Ring.EXO, Ring.MACRO):
        return SYSTEM_OWNERS
    return (FactorOwner.MOTHER, FactorOwner.NETWORK, *SYSTEM_OWNERS)


def owner_is_allowed(ring: Ring, owner: FactorOwner | None) -> bool:
    """Whether this owner may stand at a factor of this ring; nobody yet is always allowed."""
    return owner is None or owner in allowed_owners(ring)
