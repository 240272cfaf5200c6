#!/usr/bin/env python3
"""Prints what a release consists of, as SPDX 2.3 in JSON.

The parts and their licences are those of Scripts/dependencies.py: what the linker's maps and the
headers of the binaries name. Versions are those that this release was built with.

usage: sbom.py VERSION
"""

import datetime
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

from dependencies import (
    BUILT_IN, LIBRARIES, MAPS, PACKAGES, TOP, described, fail, licence, linked, loaded)


def run(*words: str) -> str:
    return subprocess.run(words, capture_output=True, check=True, text=True).stdout


def part(name: str, version: str, licence: str, address: str) -> dict:
    return {
        "SPDXID": "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]+", "-", name),
        "name": name, "versionInfo": version, "licenseConcluded": licence,
        "licenseDeclared": licence, "downloadLocation": "NOASSERTION", "filesAnalyzed": False,
        "copyrightText": "NOASSERTION",
        "externalRefs": [{
            "referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
            "referenceLocator": f"pkg:{address}@{version}"}],
    }


def debian(name: str, package: str, licence: str) -> dict:
    version = run("dpkg-query", "-W", "-f", "${Version}", package)
    return part(name, version, licence, f"deb/debian/{package}")


def owner(path: pathlib.Path) -> str | None:
    """The Debian package of a file; the Swift toolchain is none."""
    found = subprocess.run(["dpkg-query", "-S", str(path)], capture_output=True, text=True)
    return found.stdout.split(":")[0] if found.returncode == 0 else None


def built_in() -> list[dict]:
    swift = re.search(r"Swift version (\S+)", run("swift", "--version"))[1]
    parts = []
    for name, archives in linked().items():
        terms = BUILT_IN[name][0]
        package = owner(min(archives))
        parts.append(
            debian(name, package, terms) if package else part(name, swift, terms, "generic/swift"))
    return parts


def packages() -> list[dict]:
    """The Swift packages, in the versions that were built."""
    state = json.loads((TOP / ".build/workspace-state.json").read_text())
    text = MAPS[0].read_text(errors="replace")
    parts = []
    for package in state["object"]["dependencies"]:
        name = package["packageRef"]["identity"]
        if f"{PACKAGES[name][0]}.build" not in text:
            fail(f"{name} is not linked in")
        folder = TOP / ".build/checkouts" / package["subpath"]
        version = package["state"]["checkoutState"]["version"]
        parts.append(part(name, version, licence(folder), f"github/apple/{name}"))
    return parts


def libraries() -> list[tuple[dict, bool]]:
    """The packages of the system's libraries, and whether each is loaded at the start."""
    found: dict[str, tuple[dict, bool]] = {}
    for name, users in loaded().items():
        _, package, terms, _ = LIBRARIES[described(name, LIBRARIES)]
        starts = users != {"`nerve`, when needed"}
        found[package] = (debian(package, package, terms), starts)
    return list(found.values())


def name_of(pair: tuple[dict, bool]) -> str:
    return pair[0]["name"]


def relation(one: dict, kind: str, other: dict) -> dict:
    return {"spdxElementId": one["SPDXID"], "relationshipType": kind,
            "relatedSpdxElement": other["SPDXID"]}


def main() -> None:
    version, = sys.argv[1:]
    program = part("nerve", version, "MIT", "generic/nerve")
    static = sorted(built_in() + packages(), key=lambda each: each["name"])
    dynamic = sorted(libraries(), key=name_of)
    relations = [relation({"SPDXID": "SPDXRef-DOCUMENT"}, "DESCRIBES", program)]
    relations += [relation(program, "STATIC_LINK", each) for each in static]
    relations += [
        relation(program, "DYNAMIC_LINK", each) if starts
        else relation(each, "RUNTIME_DEPENDENCY_OF", program) for each, starts in dynamic]
    # A namespace of its own for each content.
    content = [program, *static, *(each for each, _ in dynamic)]
    digest = hashlib.sha256(json.dumps([content, relations]).encode()).hexdigest()
    time = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
    document = {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"nerve-{version}",
        "documentNamespace": f"https://spdx.org/spdxdocs/nerve-{version}-{digest[:32]}",
        "creationInfo": {"created": time.strftime("%Y-%m-%dT%H:%M:%SZ"),
                         "creators": ["Organization: The Nerve authors", "Tool: Scripts/sbom.py"]},
        "packages": content,
        "relationships": relations,
    }
    print(json.dumps(document, indent=1))


main()
