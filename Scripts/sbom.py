#!/usr/bin/env python3
"""Prints what a release consists of, as SPDX 2.3 in JSON.

The parts come from the linker: its maps name every archive of which something was linked in,
and the headers of the binaries name the libraries that they load. Versions are those that this
release was built with. Fails on a part that nobody has described here.

usage: sbom.py VERSION
"""

import datetime
import hashlib
import json
import os
import re
import subprocess
import sys

from dependencies import BINARIES, TOP, fail, headers

MAPS = [TOP / ".build/nerve.map", TOP / ".build/libnerve.map"]
SWIFT = "Apache-2.0 WITH Swift-exception"
GCC = "GPL-3.0-or-later WITH GCC-exception-3.1"

# What an archive belongs to, by its name: part and licence.
ARCHIVES = {
    "libswift": ("Swift standard library and runtime", SWIFT),
    "lib_Foundation": ("swift-foundation", SWIFT),
    "libFoundationEssentials": ("swift-foundation", SWIFT),
    "libdispatch": ("swift-corelibs-libdispatch", SWIFT),
    "libBlocksRuntime": ("LLVM BlocksRuntime", "MIT OR NCSA"),
    "libstdc++": ("libstdc++", GCC),
    "libgcc": ("libgcc", GCC),
    "libc_nonshared": ("glibc", "LGPL-2.1-or-later"),
}
# Who makes it, by part: the rest comes from Debian.
SWIFT_PARTS = {part for part, licence in ARCHIVES.values() if licence == SWIFT} | {"LLVM BlocksRuntime"}

# The Debian package and the licence of each library that is loaded.
LIBRARIES = {
    "libsqlite3.so": ("libsqlite3-0", "blessing"),
    "libexpat.so": ("libexpat1", "MIT"),
    "libarchive.so": ("libarchive13", "BSD-2-Clause"),
    "libedit.so": ("libedit2", "BSD-3-Clause"),
    "libc.so": ("libc6", "LGPL-2.1-or-later"),
    "libm.so": ("libc6", "LGPL-2.1-or-later"),
    "ld-linux": ("libc6", "LGPL-2.1-or-later"),
    "libgcc_s.so": ("libgcc-s1", GCC),
    "libstdc++.so": ("libstdc++6", GCC),
}


def run(*words: str) -> str:
    return subprocess.run(words, capture_output=True, check=True, text=True).stdout


def debian_version(package: str) -> str:
    return run("dpkg-query", "-W", "-f", "${Version}", package)


def described(name: str, known: dict[str, tuple[str, str]]) -> tuple[str, str]:
    start = next((start for start in known if name.startswith(start)), None)
    if start is None:
        fail(f"say in Scripts/sbom.py what {name} is")
    return known[start]


def part(name: str, version: str, licence: str, address: str) -> dict:
    return {
        "SPDXID": "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]+", "-", name),
        "name": name, "versionInfo": version, "licenseConcluded": licence,
        "licenseDeclared": licence, "downloadLocation": "NOASSERTION", "filesAnalyzed": False,
        "copyrightText": "NOASSERTION",
        "externalRefs": [{
            "referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
            "referenceLocator": address}],
    }


def archives() -> list[dict]:
    """The parts of the toolchain and of GCC that the linker took something of."""
    swift = re.search(r"Swift version (\S+)", run("swift", "--version"))[1]
    parts = {}
    for map in MAPS:
        if not map.exists():
            fail(f"there is no {map.relative_to(TOP)}; run make build extension")
        for name in set(re.findall(r"^\S*/([^/\s]+)\.a\(", map.read_text(errors="replace"), re.M)):
            title, licence = described(name, ARCHIVES)
            if title in SWIFT_PARTS:
                parts[title] = part(title, swift, licence, f"pkg:generic/swift@{swift}")
            else:
                package = "libc6-dev" if title == "glibc" else "libstdc++-12-dev"
                version = debian_version(package)
                parts[title] = part(title, version, licence, f"pkg:deb/debian/{package}@{version}")
    return list(parts.values())


def packages() -> list[dict]:
    """The Swift packages, in the versions that were built."""
    state = json.loads((TOP / ".build/workspace-state.json").read_text())
    linked = MAPS[0].read_text(errors="replace")
    modules = {"swift-argument-parser": "ArgumentParser.build", "swift-numerics": "RealModule.build"}
    parts = []
    for package in state["object"]["dependencies"]:
        name = package["packageRef"]["identity"]
        if name not in modules:
            fail(f"say in Scripts/sbom.py what {name} is")
        if modules[name] not in linked:
            fail(f"{name} is not linked in")
        version = package["state"]["checkoutState"]["version"]
        parts.append(part(name, version, SWIFT, f"pkg:github/apple/{name}@{version}"))
    return parts


def loaded() -> dict[str, tuple[dict, str]]:
    """The libraries of the system, and how each is used."""
    parts = {}
    names = {name: "DYNAMIC_LINK" for binary in BINARIES
             for name in re.findall(r"\(NEEDED\).*\[(.*)\]", headers(binary))}
    for source in TOP.glob("Sources/**/*.c"):
        for name in re.findall(r'dlopen\("([^"]+)"', source.read_text()):
            names.setdefault(name, "RUNTIME_DEPENDENCY_OF")
    for name, use in names.items():
        package, licence = described(name, LIBRARIES)
        version = debian_version(package)
        parts[package] = (part(package, version, licence, f"pkg:deb/debian/{package}@{version}"), use)
    return parts


def main() -> None:
    version, = sys.argv[1:]
    program = part("nerve", version, "MIT", f"pkg:generic/nerve@{version}")
    digest = hashlib.sha256()
    for binary in BINARIES:
        digest.update(run("sh", "-c", 'strip -o /dev/stdout "$0" | sha256sum', str(binary)).encode())
    static = sorted(archives() + packages(), key=lambda each: each["name"])
    dynamic = sorted(loaded().values(), key=lambda each: each[0]["name"])
    relations = [{"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES",
                  "relatedSpdxElement": program["SPDXID"]}]
    for each in static:
        relations.append({"spdxElementId": program["SPDXID"], "relationshipType": "STATIC_LINK",
                          "relatedSpdxElement": each["SPDXID"]})
    for each, use in dynamic:
        ends = [program["SPDXID"], each["SPDXID"]]
        if use.endswith("_OF"):
            ends.reverse()
        relations.append({"spdxElementId": ends[0], "relationshipType": use,
                          "relatedSpdxElement": ends[1]})
    time = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
    document = {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"nerve-{version}",
        "documentNamespace": f"https://spdx.org/spdxdocs/nerve-{version}-{digest.hexdigest()[:32]}",
        "creationInfo": {"created": time.strftime("%Y-%m-%dT%H:%M:%SZ"),
                         "creators": ["Organization: The Nerve authors", "Tool: Scripts/sbom.py"]},
        "packages": [program, *static, *(each for each, _ in dynamic)],
        "relationships": relations,
    }
    print(json.dumps(document, indent=1))


main()
