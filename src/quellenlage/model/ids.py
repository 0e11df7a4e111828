"""Names for records: a hash of what the record says, so that the same content always has the same id."""

import hashlib


def content_id(prefix: str, *parts: object) -> str:
    """Give ``prefix`` and twelve hexadecimal digits of the SHA-256 of ``parts``, in order."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return prefix + hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:12]
