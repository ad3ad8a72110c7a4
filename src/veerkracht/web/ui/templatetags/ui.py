"""The components as template tags. Each takes explicit arguments; README.md shows when to use which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from django import forms, template
from django.core.paginator import Page
from django.template.context import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from ..icons import icon_svg
from ..slots import Link

register = template.Library()

ALERT_ICONS = {"info": "info-circle", "ok": "circle-check", "warning": "alert-triangle"}
BADGE_TONES = ("plain", "teal", "terracotta", "outline")
BUTTON_VARIANTS = ("primary", "secondary", "subtle")
CARD_TONES = ("plain", "soft", "warm", "quiet")
OWNER_ICONS = {"municipality": "building-bank", "other": "users", "her": "heart"}
PICTURES = {
    "rings": "ui/pictures/rings.svg",
    "letter": "ui/pictures/letter.svg",
    "people": "ui/pictures/people.svg",
    "week": "ui/pictures/week.svg",
}
BAR_SIZE = 5


class HappeningWords(Protocol):
    """One line of a timeline: when, who, and in words what she or he did."""

    at: Any
    who: str
    words: str


def one_of(value: str, allowed: Iterable[str], argument: str) -> str:
    if value not in allowed:
        raise ValueError(f"{argument} must be one of {', '.join(allowed)}, not {value!r}.")
    return value


def render(context: Context, template_name: str, values: dict[str, Any]) -> SafeString:
    """Render a component's own template with its arguments only, not with the page around it."""
    template = context.template.engine.get_template(template_name)  # type: ignore[union-attr]
    return template.render(context.new(values))


def attributes(extra: dict[str, Any]) -> SafeString:
    """Keyword arguments as HTML attributes: `hx_post=url` becomes `hx-post="…"`; False leaves it out."""
    pairs = ((name.replace("_", "-"), value) for name, value in extra.items() if value not in (False, None))
    return format_html_join("", ' {}="{}"', ((name, "" if value is True else value) for name, value in pairs))


@register.filter
def initials(name: str) -> str:
    """Two letters at most: of the first and the last word that begins with a capital."""
    words = [word for word in str(name).split() if word[:1].isupper()] or str(name).split()
    letters = [word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)]
    return "".join(letters).upper()


@register.filter
def alert_tone(level_tag: str) -> str:
    """The level of a message of Django as one of our three tones."""
    return {"success": "ok", "warning": "warning", "error": "warning"}.get(level_tag, "info")


@register.filter
def mistakes(form: forms.BaseForm) -> str:
    """The sentence above everything that must be mended."""
    count = sum(len(errors) for errors in form.errors.values())
    return ngettext("Er is één ding niet goed.", "Er zijn %(n)s dingen niet goed.", count) % {"n": count}


@register.filter
def setting(field: forms.BoundField, name: str) -> Any:
    """Something a field may have been defined with, such as its purpose; empty when it was not."""
    return getattr(field.field, name, "") or ""


@register.simple_tag
def icon(name: str, label: str = "", large: bool = False) -> SafeString:
    return icon_svg(name, label=label, large=large)


def _button_inside(label: str, icon_name: str) -> SafeString:
    before = (
        format_html('<span class="nl-button__icon-start">{}</span>', icon_svg(icon_name)) if icon_name else ""
    )
    return format_html('{}<span class="nl-button__label">{}</span>', before, label)


def _button_class(variant: str, wide: bool) -> str:
    one_of(variant, BUTTON_VARIANTS, "variant")
    return f"nl-button nl-button--{variant}" + (" nl-button--wide" if wide else "")


@register.simple_tag
def button(
    label: str,
    icon: str = "",
    variant: str = "primary",
    type: str = "submit",
    wide: bool = False,
    **extra: Any,
) -> SafeString:
    return format_html(
        '<button class="{}" type="{}"{}>{}</button>',
        _button_class(variant, wide),
        type,
        attributes(extra),
        _button_inside(label, icon),
    )


@register.simple_tag
def button_link(
    label: str, url: str, icon: str = "", variant: str = "primary", wide: bool = False, **extra: Any
) -> SafeString:
    return format_html(
        '<a class="{}" href="{}"{}>{}</a>',
        _button_class(variant, wide),
        url,
        attributes(extra),
        _button_inside(label, icon),
    )


@register.simple_tag
def badge(label: str, tone: str = "plain", icon: str = "") -> SafeString:
    """A state in a word. There is no red one: nothing here judges a person."""
    return format_html(
        '<span class="nl-data-badge nl-data-badge--{}">{}{}</span>',
        one_of(tone, BADGE_TONES, "tone"),
        icon_svg(icon) if icon else "",
        label,
    )


@register.simple_tag
def owner(label: str, kind: str = "other") -> SafeString:
    """Who carries an action: the municipality, someone else, or the mother herself."""
    one_of(kind, OWNER_ICONS, "kind")
    return format_html(
        '<span class="vk-owner vk-owner--{}">{}{}</span>', kind, icon_svg(OWNER_ICONS[kind]), label
    )


@register.inclusion_tag("ui/components/person.html")
def person(name: str, sub: str = "", url: str = "", warm: bool = False) -> dict[str, Any]:
    return {"name": name, "sub": sub, "url": url, "warm": warm}


@register.inclusion_tag("ui/components/quote.html")
def quote(text: str, by: str = "", large: bool = False) -> dict[str, Any]:
    return {"text": text, "by": by, "large": large}


@register.inclusion_tag("ui/components/facts.html")
def facts(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    return {"pairs": pairs}


@register.inclusion_tag("ui/components/timeline.html")
def timeline(happenings: Sequence[HappeningWords]) -> dict[str, Any]:
    return {"happenings": happenings}


@register.inclusion_tag("ui/components/tabs.html")
def tabs(items: Sequence[Link], label: str) -> dict[str, Any]:
    return {"items": items, "label": label, "current": next((tab for tab in items if tab.current), None)}


@register.simple_tag(takes_context=True)
def her_heading(context: Context) -> SafeString:
    """The h1 of her page: the part of her case she is in."""
    current = next((tab for tab in context.get("tabs") or [] if tab.current), None)
    return format_html("<h1>{}</h1>", current.label) if current else SafeString("")


@register.inclusion_tag("ui/components/bar.html")
def phone_bar(items: Sequence[Link]) -> dict[str, Any]:
    """The main navigation at the bottom of a phone; what does not fit stands under "Meer"."""
    fits = len(items) <= BAR_SIZE
    return {
        "items": items if fits else items[: BAR_SIZE - 1],
        "rest": [] if fits else items[BAR_SIZE - 1 :],
    }


@register.inclusion_tag("ui/components/empty.html")
def empty(sentence: str, picture: str = "rings", action: str = "", url: str = "") -> dict[str, Any]:
    return {
        "sentence": sentence,
        "picture": PICTURES[one_of(picture, PICTURES, "picture")],
        "action": action,
        "url": url,
    }


@register.inclusion_tag("ui/components/pagination.html", takes_context=True)
def pagination(context: Context, page: Page[Any], parameter: str = "bladzijde") -> dict[str, Any]:
    """Links to the other pages of a list; keeps what else stands in the address."""
    query = context["request"].GET.copy()

    def address(number: int) -> str:
        query[parameter] = str(number)
        return f"?{query.urlencode()}"

    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    links = [(n, address(n) if isinstance(n, int) else "") for n in numbers]
    return {
        "page": page,
        "links": links,
        "previous": address(page.previous_page_number()) if page.has_previous() else "",
        "next": address(page.next_page_number()) if page.has_next() else "",
    }


def folds_for(context: Context) -> bool:
    """Long parts fold on her own pages; what anybody may open says `je` too, but stands open."""
    return bool(context.get("hers")) and not context.get("is_public")


@register.simple_block_tag(takes_context=True)
def card(
    context: Context,
    content: str,
    title: str = "",
    icon: str = "",
    tone: str = "plain",
    level: int = 2,
    id: str = "",
    badge: str = "",
    folds: bool = False,
) -> SafeString:
    """A white sheet with an optional heading; `badge` stands at the end of the heading line.

    On her telephone a card that `folds` shows its title and opens at a tap: at most four screens a page.
    """
    values = {"content": content, "title": title, "icon": icon, "level": level, "id": id, "badge": badge}
    values["is_fold"] = folds and folds_for(context)
    return render(context, "ui/components/card.html", {**values, "tone": one_of(tone, CARD_TONES, "tone")})


@register.simple_block_tag(takes_context=True)
def alert(
    context: Context, content: str, tone: str = "info", title: str = "", live: bool = False
) -> SafeString:
    """Something to know (info), something that went well (ok), something that asks attention (warning)."""
    one_of(tone, ALERT_ICONS, "tone")
    values = {"content": content, "tone": tone, "title": title, "live": live, "icon": ALERT_ICONS[tone]}
    return render(context, "ui/components/alert.html", values)


@register.simple_block_tag(takes_context=True)
def disclosure(
    context: Context, content: str, title: str, open: bool = False, plain: bool = False
) -> SafeString:
    values = {"content": content, "title": title, "open": open, "plain": plain}
    return render(context, "ui/components/disclosure.html", values)


@register.simple_block_tag(takes_context=True)
def fold(context: Context, content: str, title: str, level: int = 3, open: bool = False) -> SafeString:
    """A heading and what stands under it; on her telephone it opens at a tap."""
    values = {"content": content, "title": title, "level": level, "open": open}
    values["is_fold"] = folds_for(context)
    return render(context, "ui/components/fold.html", values)


@register.simple_block_tag(takes_context=True)
def dialog(context: Context, content: str, id: str, title: str) -> SafeString:
    """A native dialog; open it with <open-dialog for="id"> around a link to a page that does the same."""
    return render(context, "ui/components/dialog.html", {"content": content, "id": id, "title": title})


@register.simple_block_tag(takes_context=True)
def page_head(context: Context, content: str, title: str, sub: str = "") -> SafeString:
    """The top of a page: its h1, one quiet line, and at the end the buttons between the tags."""
    return render(context, "ui/components/page_head.html", {"content": content, "title": title, "sub": sub})
