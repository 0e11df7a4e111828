"""Compressed bytes, unpacked to a limit and no further: what swells beyond it is refused before it is in memory."""

import zlib

from quellenlage.errors import NotTextError, TooLargeError

SUFFIXES = (".gz",)
MAGIC = b"\x1f\x8b"
_ANY_HEADER = 32 + zlib.MAX_WBITS


def unpacked(raw: bytes, limit: int) -> bytes:
    """Unpack gzip, of any number of members, or zlib. Raises ``UnreadableError`` over ``limit`` or where broken."""
    parts: list[bytes] = []
    room = limit + 1
    while raw:
        machine = zlib.decompressobj(_ANY_HEADER)
        try:
            parts.append(machine.decompress(raw, room))
        except zlib.error:
            if parts:
                break
            raise NotTextError("is compressed and broken; save it again whole") from None
        room -= len(parts[-1])
        if room <= 0:
            raise TooLargeError(f"unpacks to more than {limit // 1_000_000} MB and was not read; split it")
        if not machine.eof:
            raise NotTextError("is compressed and breaks off; save it again whole")
        raw = machine.unused_data.lstrip(b"\x00")
    return b"".join(parts)


def unpacked_head(raw: bytes) -> bytes:
    """Give the first bytes of what is compressed; none where it is broken."""
    try:
        return zlib.decompressobj(_ANY_HEADER).decompress(raw[:4_096], 64)
    except zlib.error:
        return b""
