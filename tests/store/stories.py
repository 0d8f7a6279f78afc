"""A small invented story that the tests of this room store."""

import hashlib

from onrecord.identity import document_id
from onrecord.records import Capture, Document

_BYTES = b"Korva: 36 people were hurt in Morlan, Orlova said."
CAPTURE = Capture(
    digest=hashlib.sha256(_BYTES).hexdigest(), uri="a.txt", media_type="text/plain", encoding="utf-8", content=_BYTES
)


def document(uri: str, text: str) -> Document:
    return Document(id=document_id(uri), uri=uri, capture=CAPTURE.digest, text=text, language="en")
