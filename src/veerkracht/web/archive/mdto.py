"""The metadata beside a document, in the form of MDTO 1.0.1 of the Nationaal Archief: about the paper, not her."""

from __future__ import annotations

import datetime as dt
import hashlib
import xml.etree.ElementTree as ET
from dataclasses import dataclass

NAMESPACE = "https://www.nationaalarchief.nl/mdto"
_FORMATS = {
    "pdf": ("Acrobat PDF/A-2a", "fmt/476"),
    "docx": ("Microsoft Word for Windows (OOXML)", "fmt/412"),
}


@dataclass(frozen=True, kw_only=True)
class Document:
    """What the case system must know. No name of her: the number of the case ties it to her there."""

    number: str
    title: str
    file_name: str
    content: bytes
    ending: str
    made_at: dt.datetime
    municipality: str
    retention_months: int
    from_: str = "Veerkracht"


def metadata(document: Document) -> bytes:
    """An informatieobject and, in it by reference, its file with size and SHA-256."""
    ET.register_namespace("", NAMESPACE)
    root = ET.Element(f"{{{NAMESPACE}}}MDTO")
    record = _under(root, "informatieobject")
    _identity(record, document.number, document.from_)
    _under(record, "naam", document.title)
    _named(record, "aggregatieniveau", "Archiefstuk", "Begrippenlijst Aggregatieniveaus MDTO")
    event = _under(record, "event")
    _named(event, "eventType", "Vaststelling", "Begrippenlijst Eventtypen MDTO")
    _under(event, "eventTijd", document.made_at.isoformat(timespec="seconds"))
    _named(record, "waardering", "Tijdelijk te bewaren", "Begrippenlijst Waarderingen MDTO", code="V")
    term = _under(record, "bewaartermijn")
    _under(term, "termijnLooptijd", f"P{document.retention_months}M")
    _under(_under(record, "archiefvormer"), "verwijzingNaam", document.municipality)
    limit = _under(record, "beperkingGebruik")
    _named(limit, "beperkingGebruikType", "Persoonsgegevens", "Begrippenlijst BeperkingGebruik")
    _file(root, document)
    document_xml: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return document_xml


def _file(root: ET.Element, document: Document) -> None:
    file = _under(root, "bestand")
    _identity(file, f"{document.number}-bestand", document.from_)
    _under(file, "naam", document.file_name)
    _under(file, "omvang", str(len(document.content)))
    label, code = _FORMATS[document.ending]
    _named(file, "bestandsformaat", label, "PRONOM-register", code=code)
    checksum = _under(file, "checksum")
    _named(checksum, "checksumAlgoritme", "SHA-256", "Begrippenlijst ChecksumAlgoritme MDTO")
    _under(checksum, "checksumWaarde", hashlib.sha256(document.content).hexdigest())
    _under(checksum, "checksumDatum", document.made_at.isoformat(timespec="seconds"))
    is_of = _under(file, "isRepresentatieVan")
    _under(is_of, "verwijzingNaam", document.title)
    _identity(is_of, document.number, document.from_, tag="verwijzingIdentificatie")


def _under(parent: ET.Element, tag: str, text: str = "") -> ET.Element:
    element = ET.SubElement(parent, f"{{{NAMESPACE}}}{tag}")
    element.text = text or None
    return element


def _identity(parent: ET.Element, number: str, source: str, tag: str = "identificatie") -> None:
    identity = _under(parent, tag)
    _under(identity, "identificatieKenmerk", number)
    _under(identity, "identificatieBron", source)


def _named(parent: ET.Element, tag: str, label: str, source: str, code: str = "") -> None:
    notion = _under(parent, tag)
    _under(notion, "begripLabel", label)
    if code:
        _under(notion, "begripCode", code)
    _under(_under(notion, "begripBegrippenlijst"), "verwijzingNaam", source)
