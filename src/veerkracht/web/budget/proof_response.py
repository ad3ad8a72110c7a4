"""A receipt as an answer: a file to look at, never a page of ours, and in no cache."""

from __future__ import annotations

from django.http import HttpResponse

from .models import ProofKind

_TYPES = {ProofKind.PDF: "application/pdf", ProofKind.JPEG: "image/jpeg", ProofKind.PNG: "image/png"}


def proof_response(kind: str, content: bytes) -> HttpResponse:
    answer = HttpResponse(content, content_type=_TYPES[ProofKind(kind)])
    answer["Content-Disposition"] = f'attachment; filename="bon.{kind}"'
    answer["Cache-Control"] = "no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
