#!/usr/bin/env python3
"""Writes Documentation/dependencies.md: everything in a release that is not this project's.

What there is comes from Package.swift, from the packages' own licences, and from what the
release binary and the SQL functions load; only licences of system libraries and reasons
are written here. With --check, fails if the page is out of date, or if a release looks for
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

# Why each package is there.
PACKAGES = {
    "swift-argument-parser": "Parses the command line; help and completions",
    "swift-numerics": "`RealModule`: log gamma, `tanh` and `atanh` without Foundation",
}

# Licence and reason of each system library, by the start of its file's name.
LIBRARIES = {
    "libsqlite3.so": (
        "SQLite, 3.37 or newer", "public domain", "The journal"),
    "libexpat.so": ("Expat", "MIT", "Reads GPX, TCX and Apple's export"),
    "libarchive.so": (
        "libarchive", "BSD-2-Clause", "Unpacks .zip and .gz; opened with the first archive"),
    "libedit.so": (
        "libedit", "BSD-3-Clause", "Keys and history of `nerve shell`; opened on a terminal"),
    "libc.so": ("GNU C library", "LGPL-2.1-or-later", "Files, time zones, memory"),
    "libm.so": ("GNU C library", "LGPL-2.1-or-later", "Mathematical functions"),
    "ld-linux": ("GNU C library", "LGPL-2.1-or-later", "Starts the program"),
    "libgcc_s.so": (
        "GCC's runtime", "GPL-3.0-or-later with GCC's runtime exception",
        "Needed by the Swift runtime"),
    "libstdc++.so": (
        "GNU C++ library", "GPL-3.0-or-later with GCC's runtime exception",
        "Needed by the Swift runtime"),
}

# Parts of the toolchain inside the binary: a text that proves it, licence and reason.
BUILT_IN = {
    "Swift's standard library and runtime": (
        b"swift_retain", "Apache-2.0 with Swift's runtime exception", "The language"),
    "FoundationEssentials": (
        b"FoundationEssentials", "Apache-2.0 with Swift's runtime exception",
        "Needed by swift-argument-parser"),
    "GNU C++ library": (
        b"St9bad_alloc", "GPL-3.0-or-later with GCC's runtime exception",
        "Needed by the Swift runtime; linked in because loading it takes longer than the rest"),
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
            rows[name] = [name, version, licence(pathlib.Path(child["path"])), PACKAGES[name]]
            walk(child)

    walk(json.loads(told.stdout))
    for name in PACKAGES.keys() - rows.keys():
        fail(f"{name} is no longer a dependency")
    return [rows[name] for name in sorted(rows)]


def licence(folder: pathlib.Path) -> str:
    """The licence that a package ships."""
    text = next(folder.glob("LICENSE*")).read_text()
    if "Apache License" in text and "Version 2.0" in text:
        return "Apache-2.0" + (" with Swift's runtime exception" if "Runtime Library Exception" in text else "")
    fail(f"unknown licence in {folder.name}")
    return ""


def headers(binary: pathlib.Path) -> str:
    if not binary.exists():
        fail(f"there is no {binary.relative_to(TOP)}; run make build extension")
    return subprocess.run(["readelf", "-d", str(binary)], capture_output=True, check=True, text=True).stdout


def libraries() -> list[list[str]]:
    """A row for each system library that a release loads, at its start or later."""
    loaded: dict[str, set[str]] = {}
    for binary, user in zip(BINARIES, ["`nerve`", "`libnerve.so`"]):
        for name in re.findall(r"\(NEEDED\).*\[(.*)\]", headers(binary)):
            loaded.setdefault(re.sub(r"ld-linux-.*", "ld-linux", name), set()).add(user)
    for source in sorted(TOP.glob("Sources/**/*.c")):
        for name in re.findall(r'dlopen\("([^"]+)"', source.read_text()):
            loaded.setdefault(name, set()).add("`nerve`, when needed")
    rows = []
    unused = set(LIBRARIES)
    for name in sorted(loaded):
        start = next((start for start in LIBRARIES if name.startswith(start)), None)
        if start is None:
            fail(f"say in Scripts/dependencies.py what {name} is, and why it is there")
        unused.discard(start)
        title, terms, reason = LIBRARIES[start]
        rows.append([title, f"`{name}`", ", ".join(sorted(loaded[name])), terms, reason])
    for start in unused:
        fail(f"nothing loads {start} any more")
    return sorted(rows)


def built_in() -> list[list[str]]:
    contents = BINARIES[0].read_bytes()
    for name, (proof, _, _) in BUILT_IN.items():
        if proof not in contents:
            fail(f"{name} is no longer in the binary")
    return [[name, terms, reason] for name, (_, terms, reason) in BUILT_IN.items()]


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

They come with the Swift toolchain, 6.2 or newer, and have its version.
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
