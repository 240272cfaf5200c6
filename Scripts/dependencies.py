#!/usr/bin/env python3
"""Writes Documentation/dependencies.md: everything in a release that is not this project's.

What there is comes from Package.swift, from the packages' own licences, from the linker's maps
and from what the release binary and the SQL functions load; only licences of other parts and
reasons are written here. With --check, fails if the page is out of date, or if a release looks for
libraries in a place of its own.

usage: dependencies.py [--check]
"""

import json
import pathlib
import re
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent
PAGE = TOP / "Documentation" / "dependencies.md"
BINARIES = [TOP / ".build/release/nerve", TOP / ".build/libnerve.so"]
# What the linker took for each of them.
MAPS = [TOP / ".build/nerve.map", TOP / ".build/libnerve.map"]

# Licences are SPDX expressions; the page says some of them in words.
SWIFT = "Apache-2.0 WITH Swift-exception"
GCC = "GPL-3.0-or-later WITH GCC-exception-3.1"
IN_WORDS = {
    "WITH Swift-exception": "with Swift's runtime exception",
    "WITH GCC-exception-3.1": "with GCC's runtime exception",
    "blessing": "public domain",
}

# A module of each package, which the linker's map shows, and why the package is there.
PACKAGES = {
    "swift-argument-parser": ("ArgumentParser", "Parses the command line; help and completions"),
    "swift-numerics": ("RealModule", "`RealModule`: log gamma, `tanh` and `atanh` without Foundation"),
}

# Title, Debian package, licence and reason of each system library, by the start of its file's name.
LIBRARIES = {
    "libsqlite3.so": ("SQLite, 3.37 or newer", "libsqlite3-0", "blessing", "The journal"),
    "libexpat.so": ("Expat", "libexpat1", "MIT", "Reads GPX, TCX and Apple's export"),
    "libarchive.so": (
        "libarchive", "libarchive13", "BSD-2-Clause",
        "Unpacks .zip and .gz; opened with the first archive"),
    "libedit.so": (
        "libedit", "libedit2", "BSD-3-Clause",
        "Keys and history of `nerve shell`; opened on a terminal"),
    "libc.so": ("GNU C library", "libc6", "LGPL-2.1-or-later", "Files, time zones, memory"),
    "libm.so": ("GNU C library", "libc6", "LGPL-2.1-or-later", "Mathematical functions"),
    "ld-linux": ("GNU C library", "libc6", "LGPL-2.1-or-later", "Starts the program"),
    "libgcc_s.so": ("GCC's runtime", "libgcc-s1", GCC, "Needed by the Swift runtime"),
    "libstdc++.so": ("GNU C++ library", "libstdc++6", GCC, "Needed by the Swift runtime"),
}

# Parts of the toolchain inside the binaries: licence and reason.
BUILT_IN = {
    "Swift's standard library and runtime": (SWIFT, "The language"),
    "FoundationEssentials": (SWIFT, "Needed by swift-argument-parser"),
    "libdispatch": (SWIFT, "Needed by the Swift runtime"),
    "GNU C++ library": (
        GCC, "Needed by the Swift runtime; linked in because loading it takes longer than the rest"),
    "GCC's runtime": (GCC, "Needed by the GNU C++ library"),
}

# The part that an archive belongs to, by the start of its name.
ARCHIVES = {
    "libswift": "Swift's standard library and runtime",
    "libFoundationEssentials": "FoundationEssentials",
    "lib_Foundation": "FoundationEssentials",
    "libdispatch": "libdispatch",
    "libBlocksRuntime": "libdispatch",
    "libstdc++": "GNU C++ library",
    "libgcc": "GCC's runtime",
}


def fail(words: str) -> None:
    sys.exit(f"dependencies: {words}")


def packages() -> list[list[str]]:
    """A row for each package that Package.swift or another package asks for."""
    told = subprocess.run(
        ["swift", "package", "--package-path", str(TOP), "show-dependencies", "--format", "json"],
        capture_output=True, check=True, text=True)
    ranges = dict(re.findall(r'url: "[^"]*/([^"/]+)", (from: "[^"]+")', (TOP / "Package.swift").read_text()))
    rows = {}

    def walk(package: dict) -> None:
        for child in package["dependencies"]:
            name = child["identity"]
            if name not in PACKAGES:
                fail(f"say in Scripts/dependencies.py why {name} is there")
            least = re.search(r"[\d.]+\d", ranges.get(name, ""))
            version = f"{least[0]} or newer, below {int(least[0].split('.')[0]) + 1}" if least else "as its parent asks"
            rows[name] = [name, version, in_words(licence(pathlib.Path(child["path"]))), PACKAGES[name][1]]
            walk(child)

    walk(json.loads(told.stdout))
    for name in PACKAGES.keys() - rows.keys():
        fail(f"{name} is no longer a dependency")
    return [rows[name] for name in sorted(rows)]


def licence(folder: pathlib.Path) -> str:
    """The licence that a package ships."""
    text = next(folder.glob("LICENSE*")).read_text()
    if "Apache License" in text and "Version 2.0" in text:
        return SWIFT if "Runtime Library Exception" in text else "Apache-2.0"
    fail(f"unknown licence in {folder.name}")
    return ""


def headers(binary: pathlib.Path) -> str:
    if not binary.exists():
        fail(f"there is no {binary.relative_to(TOP)}; run make build extension")
    return subprocess.run(["readelf", "-d", str(binary)], capture_output=True, check=True, text=True).stdout


def in_words(licence: str) -> str:
    for term, words in IN_WORDS.items():
        licence = licence.replace(term, words)
    return licence


def described(name: str, known: dict) -> str:
    """The key in `known` that the name of a file starts with."""
    start = next((start for start in known if name.startswith(start)), None)
    if start is None:
        fail(f"say in Scripts/dependencies.py what {name} is, and why it is there")
    return start


def loaded() -> dict[str, set[str]]:
    """The system libraries that a release loads, at its start or later, and who does."""
    users: dict[str, set[str]] = {}
    for binary, user in zip(BINARIES, ["`nerve`", "`libnerve.so`"]):
        for name in re.findall(r"\(NEEDED\).*\[(.*)\]", headers(binary)):
            users.setdefault(re.sub(r"ld-linux-.*", "ld-linux", name), set()).add(user)
    for source in sorted(TOP.glob("Sources/**/*.c")):
        for name in re.findall(r'dlopen\("([^"]+)"', source.read_text()):
            users.setdefault(name, set()).add("`nerve`, when needed")
    return users


def linked() -> dict[str, set[pathlib.Path]]:
    """The parts of the toolchain that something was linked in of, and the archives."""
    parts: dict[str, set[pathlib.Path]] = {}
    for map in MAPS:
        if not map.exists():
            fail(f"there is no {map.relative_to(TOP)}; run make build extension")
        for path in set(re.findall(r"^(\S+/[^/\s]+\.a)\(", map.read_text(errors="replace"), re.M)):
            archive = (TOP / path).resolve()
            parts.setdefault(ARCHIVES[described(archive.name, ARCHIVES)], set()).add(archive)
    return parts


def libraries() -> list[list[str]]:
    """A row for each system library."""
    rows = []
    unused = set(LIBRARIES)
    for name, users in loaded().items():
        start = described(name, LIBRARIES)
        unused.discard(start)
        title, _, terms, reason = LIBRARIES[start]
        rows.append([title, f"`{name}`", ", ".join(sorted(users)), in_words(terms), reason])
    for start in unused:
        fail(f"nothing loads {start} any more")
    return sorted(rows)


def built_in() -> list[list[str]]:
    parts = linked()
    for name in BUILT_IN.keys() - parts.keys():
        fail(f"{name} is no longer in the binaries")
    return [[name, in_words(terms), reason] for name, (terms, reason) in BUILT_IN.items()]


def table(heads: list[str], rows: list[list[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def page() -> str:
    return f"""# Dependencies

Everything in a release that is not this project's own, all of it free to use and pass on. The
page is written by `Scripts/dependencies.py`, which fails when something is added or goes;
[decisions.md](decisions.md#dependencies) says what each one saves.

## Swift packages

{table(["package", "version", "licence", "why"], packages())}

Benchmarks and tests may use more; it never reaches a user.

## System libraries

They come from the distribution, with its security updates. The number in a file's name is the
version of its interface; any release with that interface will do.

{table(["library", "file", "loaded by", "licence", "why"], libraries())}

A release looks for them where the system does, never next to itself.

## Built in

{table(["part", "licence", "why"], built_in())}

The first three come with the Swift toolchain, 6.2 or newer, and have its version; the GNU parts come from the distribution.
"""


def main() -> None:
    text = page()
    if sys.argv[1:] != ["--check"]:
        PAGE.write_text(text)
        return
    if PAGE.read_text() != text:
        fail("Documentation/dependencies.md is out of date: run python3 Scripts/dependencies.py")
    for binary in BINARIES:
        if place := re.search(r"\((?:RPATH|RUNPATH)\).*\[(.*)\]", headers(binary)):
            fail(f"{binary.name} looks for libraries in {place[1]}")


if __name__ == "__main__":
    main()
