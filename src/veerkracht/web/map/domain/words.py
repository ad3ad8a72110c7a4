"""The Dutch words of the map: every sentence source in one place, so that it can be translated in one place."""

from collections.abc import Callable

Translate = Callable[[str], str]


def identity(text: str) -> str:
    """Leave the Dutch source as it is; the web passes gettext instead."""
    return text


RING = {
    "micro": "Dichtbij",
    "meso": "Contact onderling",
    "exo": "Organisaties en regels",
    "macro": "Samenleving",
}
RING_SENTENCE = {
    "micro": "Mensen met wie zij zelf te maken heeft.",
    "meso": "Hoe die mensen met elkaar in contact staan.",
    "exo": "Organisaties en regels die haar leven raken, ook als zij er niet aan tafel zit.",
    "macro": "Wat de samenleving verwacht, en hoe de wet en de economie werken.",
}
# The place of a ring inside a sentence ("Dichtbij staan Yara en Adam.").
RING_PLACE = {
    "micro": "Dichtbij",
    "meso": "In het contact onderling",
    "exo": "Bij de organisaties en regels",
    "macro": "In de samenleving",
}
KIND = {
    "person": "",
    "organisation": "organisatie",
    "rule": "regel",
    "circumstance": "omstandigheid",
}
CLOSENESS = {"close": "vlak bij haar", "normal": "", "far": "verder van haar af"}
WISH = "nog een lege plek"
WISH_QUESTION = "Wie zou je erbij willen?"
ROLE_MODEL = "een voorbeeld voor haar"
DO_NOT_CONTACT = "niet benaderen"
GROUP = {
    "home": "Thuis",
    "family": "Familie",
    "friends": "Vrienden",
    "neighbours": "Buren",
    "work": "Werk en vrijwilligers",
    "school": "School en opvang",
    "help": "Hulp en zorg",
    "municipality": "Gemeente en geld",
    "other": "Anders",
}
TIE_KIND = {
    "support": "Steun",
    "pressure": "Druk",
    "both": "Steun en druk",
    "broken": "Verbroken",
    "possible": "Zou kunnen",
}
STRENGTH = {"strong": "sterk", "moderate": "gewoon", "weak": "dun of onzeker"}
DIRECTION = {"receives": "Krijgt", "gives": "Geeft", "both": "Over en weer"}
SUPPORT = {
    "E": "een luisterend oor",
    "P": "praktische hulp",
    "G": "gezelschap",
    "A": "raad",
    "O": "oppas",
    "L": "een voorbeeld in werk",
    "D": "verwachtingen",
}
# Short enough to stand under a name in the picture.
SUPPORT_SHORT = {
    "E": "luistert",
    "P": "praktisch",
    "G": "gezelschap",
    "A": "raad",
    "O": "oppas",
    "L": "voorbeeld",
    "D": "verwachting",
}
TIE_SENTENCE = {
    ("support", "receives"): "{names} steunt {mother}",
    ("support", "gives"): "{mother} steunt {names}",
    ("support", "both"): "{mother} en {names} steunen elkaar",
    ("pressure", "receives"): "{mother} voelt druk van {names}",
    ("pressure", "gives"): "{names} voelt druk van {mother}",
    ("pressure", "both"): "{mother} en {names} voelen druk van elkaar",
    ("both", "receives"): "{mother} krijgt steun en ook druk van {names}",
    ("both", "gives"): "{names} krijgt steun en ook druk van {mother}",
    ("both", "both"): "{mother} en {names} geven elkaar steun en ook druk",
    ("broken", ""): "Het contact met {names} is verbroken",
    ("possible", ""): "{names} zou iets kunnen betekenen, dat is nog niet gevraagd",
}
# The same for more people at once, where Dutch bends the verb.
TIE_SENTENCE_MORE = {
    ("support", "receives"): "{names} steunen {mother}",
    ("pressure", "gives"): "{names} voelen druk van {mother}",
    ("both", "gives"): "{names} krijgen steun en ook druk van {mother}",
    ("support", "both"): "Met {names} is het over en weer: {mother} krijgt steun en geeft steun",
    ("pressure", "both"): "Met {names} is er druk over en weer",
    ("both", "both"): "Met {names} zijn er steun en druk over en weer",
    ("possible", ""): "{names} zouden iets kunnen betekenen, dat is nog niet gevraagd",
}
TIE_CODES = "Het gaat om {codes}"
TIE_STRENGTH = {
    "strong": "Dat contact is sterk",
    "moderate": "",
    "weak": "Dat contact is dun of onzeker",
}
TIE_NOTE = "Daarbij hoort: “{note}”"
BETWEEN = {
    "in_touch": "Hebben contact",
    "works_together": "Werken samen",
    "silent": "Stil",
    "contradictory": "Tegenstrijdig",
    "information_lost": "Er gaat iets verloren",
}
BETWEEN_SENTENCE = {
    "in_touch": "{first} en {second} hebben contact met elkaar",
    "works_together": "{first} en {second} werken samen",
    "silent": "Tussen {first} en {second} is het stil",
    "contradictory": "{first} en {second} zeggen niet hetzelfde",
    "information_lost": "Tussen {first} en {second} raakt informatie kwijt",
}
BETWEEN_LOST = "Wat verloren gaat: “{lost}”"
BETWEEN_MENDED_BY = "{owner} pakt dit op"
EFFECT = {"hinders": "Houdt tegen", "helps": "Opent", "both": "Houdt tegen en opent"}
FACTOR_SENTENCE = {
    "hinders": "{place} houdt iets tegen: “{text}”",
    "helps": "{place} helpt iets: “{text}”",
    "both": "{place} is er iets dat tegenhoudt en ook opent: “{text}”",
}
FACTOR_TIED_TO = "Dat hoort bij {names}"
FACTOR_SAID_BY = {
    "mother": "Dat zegt {mother}",
    "klantmanager": "Dat zegt de klantmanager",
    "other": "Dat zegt iemand anders",
}
FACTOR_OWNER = "{owner} kan dit veranderen"
FACTOR_OWNER_IS = "{owner} kan dit veranderen: {name}"
FACTOR_SIGNAL = "Niemand hier aan tafel kan dit veranderen: geef het door als signaal"
FACTOR_WISH = "Gewenst: “{wish}”"
OWNER = {
    "mother": "{mother} zelf",
    "klantmanager": "de klantmanager",
    "municipality": "de gemeente",
    "employer": "de werkgever",
    "school": "school of opvang",
    "care": "hulp of zorg",
    "network": "iemand uit de kring",
    "signal": "een signaal",
}
AND = " en "
CENTRE = "Dit is de kaart van {mother}."
NOBODY = "Er staat nog niemand op."
PLACE_ONE = "{place} staat {names}."
PLACE_MORE = "{place} staan {names}."
NO_TIE = "Over het contact met {names} is nog niets gezegd."
MAP_TITLE = "Kaart van {mother}"
MAP_TITLE_WITH = "Kaart van {mother}: {caption}"
FACTORS_BELOW = "Wat houdt tegen, wat opent"
LEGEND_TITLE = "Zo leest u de kaart"
LEGEND = {
    "who": "Wie en wat",
    "lines": "Lijnen met haar",
    "between": "Lijnen tussen anderen",
    "factors": "Wat tegenhoudt of opent",
    "person": "mens",
    "organisation": "organisatie",
    "rule": "regel",
    "circumstance": "omstandigheid",
    "wish": "nog een lege plek",
    "role_model": "een voorbeeld",
    "do_not_contact": "niet benaderen",
    "strong": "sterk",
    "moderate": "gewoon",
    "weak": "dun of onzeker",
    "pressure": "druk",
    "both": "steun en druk",
    "broken": "verbroken",
    "possible": "zou kunnen",
    "arrow": "pijl: wie krijgt",
    "changed": "nieuw of veranderd",
}
