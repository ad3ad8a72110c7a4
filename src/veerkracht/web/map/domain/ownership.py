"""Who can change a factor: what lies in the outer rings is never her homework."""

from veerkracht.web.map.domain.kinds import Owner, Ring

SYSTEM_OWNERS = (
    Owner.KLANTMANAGER,
    Owner.MUNICIPALITY,
    Owner.EMPLOYER,
    Owner.SCHOOL,
    Owner.CARE,
    Owner.SIGNAL,
)


def allowed_owners(ring: Ring) -> tuple[Owner, ...]:
    """Close by, anybody can own a change; in exo and macro only someone in the system, or a signal."""
    if ring in (Ring.EXO, Ring.MACRO):
        return SYSTEM_OWNERS
    return (Owner.MOTHER, Owner.NETWORK, *SYSTEM_OWNERS)


def owner_is_allowed(ring: Ring, owner: Owner | None) -> bool:
    """Whether this owner may stand at a factor of this ring; nobody yet is always allowed."""
    return owner is None or owner in allowed_owners(ring)
