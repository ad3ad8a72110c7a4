"""What a life event changes, in words, where nobody filled in what a month has to bring.

Then nothing can be said to fit or not to fit: only the difference with before.
"""

from __future__ import annotations

from veerkracht.money.life.stress import HORIZONS, Moment, Stress

from .numbers import euro, euros_in_words


def change(amount: float) -> str:
    """`€ 417 minder`."""
    if abs(amount) < 1:
        return "evenveel"
    return f"{euro(abs(amount))} {'meer' if amount > 0 else 'minder'}"


def largest_change(event_stress: Stress) -> Moment:
    """The moment at which there is least."""
    return min(
        event_stress.moments,
        key=lambda moment: (round(moment.figures.disposable), HORIZONS.index(moment.month)),
    )


def story(event_stress: Stress) -> str:
    """The moment with least to spend against before, without a word for whether that is enough."""
    moment = largest_change(event_stress)
    before = event_stress.before.disposable if event_stress.before else moment.figures.disposable
    when = "Meteen" if not moment.month else f"Na {moment.month} maand{'en' if moment.month > 1 else ''}"
    apart = change(moment.figures.disposable - before)
    return f"{when} is te besteden {euro(moment.figures.disposable)} per maand: {apart} dan ervoor."


def moment_sentence(moment: Moment) -> str:
    """One moment in full: the word, what there is to spend, and beside what that is enough or not."""
    when = "Meteen" if not moment.month else f"Na {moment.month} maand{'en' * (moment.month > 1)}"
    basis = "wat dit gezin in de bijstand heeft" if moment.beside_bijstand else "wat er elke maand af moet"
    apart, side = abs(moment.over), "meer" if moment.over >= 0 else "minder"
    beside = f"dat is {euros_in_words(apart)} {side} dan {basis}" if apart >= 1 else f"dat is net {basis}"
    direction = "meer" if moment.change > 0 else "minder"
    than = "" if abs(moment.change) < 1 else f" ({euros_in_words(abs(moment.change))} {direction} dan nu)"
    disposable = euros_in_words(moment.figures.disposable)
    return f"{when}: {moment.word}. Te besteden is {disposable} per maand{than}; {beside}."


def first_sentence(when: str, event_stress: Stress) -> str:
    """What stands on top for one event: `Als Bram 18 wordt: € 417 per maand minder.`"""
    before = event_stress.before.disposable if event_stress.before else 0.0
    apart = change(largest_change(event_stress).figures.disposable - before)
    return f"Als {when}: {apart} per maand."


def not_known_whether_it_fits(fixed: float | None) -> str:
    """Why no event is said to fit."""
    sentence = "Of het past, is niet te zeggen: de dagelijkse uitgaven zijn niet ingevuld."
    return sentence if fixed is None else f"{sentence} Aan vaste lasten gaat {euro(fixed)} per maand."
