"""Writes the seeds that are not text: a FIT file and archives."""

import gzip
import io
import pathlib
import struct
import zipfile

SEEDS = pathlib.Path(__file__).parent / "Seeds"
NOON = 1_128_340_800  # 2025-10-03 12:00 UTC, in seconds since FIT's epoch.


def crc(data: bytes) -> int:
    table = [0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
             0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400]
    value = 0
    for byte in data:
        for nibble in (byte & 15, byte >> 4):
            value = (value >> 4) & 0x0FFF ^ table[value & 15] ^ table[nibble]
    return value


def message(number: int, *fields: tuple[int, str, int]) -> bytes:
    """A definition of local type 0 and one message of it."""
    base = {"B": 0x02, "H": 0x84, "I": 0x86}
    definition = struct.pack("<BBBHB", 0x40, 0, 0, number, len(fields))
    for field, kind, _ in fields:
        definition += struct.pack("BBB", field, struct.calcsize(kind), base[kind])
    return definition + b"\0" + b"".join(struct.pack("<" + kind, v) for _, kind, v in fields)


def fit() -> bytes:
    body = message(0, (0, "B", 4), (1, "H", 1), (2, "H", 3113), (4, "I", NOON))
    for second in range(0, 1801, 600):
        body += message(20, (253, "I", NOON + second), (5, "I", second * 300), (3, "B", 140))
    body += message(19, (253, "I", NOON + 1800), (2, "I", NOON), (7, "I", 1_800_000),
                    (9, "I", 540_000))
    body += message(18, (253, "I", NOON + 1800), (2, "I", NOON), (5, "B", 1), (7, "I", 1_900_000),
                    (8, "I", 1_800_000), (9, "I", 540_000), (16, "B", 140), (22, "H", 42))
    body += message(34, (253, "I", NOON + 1800), (5, "I", NOON + 9000), (1, "H", 1))
    head = struct.pack("<BBHI4s", 14, 0x20, 2132, len(body), b".FIT")
    file = head + struct.pack("<H", crc(head)) + body
    return file + struct.pack("<H", crc(file))


def archive(compression: int, **files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as target:
        for name, data in files.items():
            target.writestr(zipfile.ZipInfo(name.replace("_", "."), (2026, 1, 1, 0, 0, 0)), data,
                            compression)
    return packed.getvalue()


track = (SEEDS / "gpx" / "track.gpx").read_bytes()
table = (SEEDS / "csv" / "strava.csv").read_bytes()
(SEEDS / "fit" / "run.fit").write_bytes(fit())
(SEEDS / "archive" / "stored.zip").write_bytes(
    archive(zipfile.ZIP_STORED, a_gpx=track, b_fit=fit(), activities_csv=table))
(SEEDS / "archive" / "nested.zip").write_bytes(
    archive(zipfile.ZIP_DEFLATED, a_zip=archive(zipfile.ZIP_DEFLATED, b_gpx=track)))
(SEEDS / "archive" / "run.fit.gz").write_bytes(gzip.compress(fit(), mtime=0))
TIMELESS = (b"<TrainingCenterDatabase><Activities><Activity Sport='Running'><Id>x</Id>"
            b"<Lap></Lap></Activity></Activities></TrainingCenterDatabase>")

# Names that a terminal would obey, or that lead out of the folder.
names = ["\x1b]0;owned\x07\x1b[31m.gpx", "../../\x9b2J\u202e.tcx", "a\nnerve: b.fit", "é.csv"]
hostile = io.BytesIO()
with zipfile.ZipFile(hostile, "w") as target:
    for name in names:
        target.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), TIMELESS)
(SEEDS / "archive" / "names.zip").write_bytes(hostile.getvalue())
