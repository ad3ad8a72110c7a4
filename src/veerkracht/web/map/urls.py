from typing import Any

from django.urls import URLPattern, path

from .models import Layer
from .views import betweens, factors, nodes, over_time, public, whole

app_name = "map"
_MAP = "mensen/<slug:public_id>/kaart/"


def _both_layers() -> list[URLPattern]:
    """The present map and the wished one have the same pages."""
    pages: list[tuple[str, Any, str]] = [
        ("", whole.system_map, "map"),
        ("erbij/", nodes.add_node, "add_node"),
        ("contact-erbij/", betweens.add_between, "add_between"),
        ("<str:ring>/erbij/", factors.add_factor, "add_factor"),
        ("<str:ring>/", whole.ring, "ring"),
    ]
    layers = ((Layer.WISHED.value, "wens/", "wished_"), (Layer.NOW.value, "", ""))
    return [
        path(f"{_MAP}{below}{page}", view, {"layer": layer}, name=f"{start}{name}")
        for layer, below, start in layers
        for page, view, name in pages
    ]


urlpatterns = [
    path(f"{_MAP}bekend/", nodes.add_known_person, name="add_known_person"),
    path(f"{_MAP}plekken/<int:node_id>/", nodes.change_node, name="node"),
    path(f"{_MAP}plekken/<int:node_id>/verplaatsen/", whole.move_node, name="move_node"),
    path(f"{_MAP}plekken/<int:node_id>/weg/", nodes.remove_node, name="remove_node"),
    path(f"{_MAP}contacten/<int:between_id>/", betweens.change_between, name="between"),
    path(f"{_MAP}contacten/<int:between_id>/weg/", betweens.remove_between, name="remove_between"),
    path(f"{_MAP}factoren/<int:factor_id>/", factors.change_factor, name="factor"),
    path(f"{_MAP}factoren/<int:factor_id>/weg/", factors.remove_factor, name="remove_factor"),
    path(f"{_MAP}wens/beginnen/", over_time.begin_wished, name="begin_wished"),
    path(f"{_MAP}bewaren/", over_time.take_snapshot, name="take_snapshot"),
    path(f"{_MAP}bewaard/<int:snapshot_id>/weg/", over_time.remove_snapshot, name="remove_snapshot"),
    path(f"{_MAP}naast-elkaar/", over_time.compare, name="compare"),
    *_both_layers(),
    path("ringen", public.rings, name="rings"),
    path("methode", public.method, name="method"),
]
