#!/usr/bin/env python3
"""Measures which lines of the journal, its model and the correlator the tests run.

Prints a table, writes it into Documentation/coverage.md, and fails if a line that no test
runs is not explained there, or an explained one is gone.

usage: coverage.py [--built PACKAGE]   (a package whose tests ran with coverage already)
"""

import collections
import os
import pathlib
import re
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent
PAGE = TOP / "Documentation" / "coverage.md"
TARGETS = ["JournalStore", "JournalModel", "Correlator"]
START, END = "<!-- measured -->\n", "<!-- end -->\n"


def measure(package: pathlib.Path) -> dict[str, dict[int, int]]:
    """How often each line ran, by file below Sources."""
    folder = next(package.glob(".build/coverage/debug/codecov"), None) \
        or package / ".build/debug/codecov"
    binary = next(folder.parent.glob("*PackageTests.xctest"))
    told = subprocess.run(
        ["llvm-cov", "export", "-format=lcov", "-instr-profile", str(folder / "default.profdata"),
         str(binary)], capture_output=True, check=True, text=True)
    lines: dict[str, dict[int, int]] = {}
    current: dict[int, int] = {}
    for entry in told.stdout.splitlines():
        if match := re.match(r"SF:.*/Sources/((?:%s)/.*)$" % "|".join(TARGETS), entry):
            current = lines.setdefault(match[1], {})
        elif entry.startswith("SF:"):
            current = {}
        elif match := re.match(r"DA:(\d+),(\d+)", entry):
            current[int(match[1])] = max(int(match[2]), current.get(int(match[1]), 0))
    return lines


def explained(page: str) -> collections.Counter:
    """The lines that the page explains: file and text, and how often."""
    return collections.Counter(
        (file, text) for file, text in re.findall(r"^\| `([^`]+\.swift)` \| `` (.+?) `` \|", page, re.MULTILINE))


def main() -> None:
    package = TOP
    if sys.argv[1:2] == ["--built"]:
        package = pathlib.Path(sys.argv[2])
    else:
        subprocess.run(
            [os.environ.get("SWIFT", "swift"), "test", "--disable-xctest", "--enable-code-coverage",
             "--scratch-path", ".build/coverage"], cwd=TOP, check=True)
    lines = measure(package)
    table = "| target | lines | run | |\n| --- | --: | --: | --: |\n"
    missed = collections.Counter()
    places = {}
    for target in TARGETS:
        counts = [n for file, found in lines.items() if file.startswith(target + "/") for n in found.values()]
        run = sum(n > 0 for n in counts)
        # Rounded down, so that 100 % means all.
        table += f"| {target} | {len(counts)} | {run} | {run * 1000 // len(counts) / 10} % |\n"
    for file, found in sorted(lines.items()):
        text = (TOP / "Sources" / file).read_text().splitlines()
        for line, count in sorted(found.items()):
            code = text[line - 1].strip()
            # A brace alone belongs to the line before it.
            if count == 0 and re.search(r"\w", code):
                missed[file, code] += 1
                places[file, code] = line
    page = PAGE.read_text()
    known = explained(page)
    print(table)
    status = 0
    for file, code in missed - known:
        print(f"Sources/{file}:{places[file, code]}: not run by any test: {code}")
        status = 1
    for file, code in known - missed:
        print(f"Documentation/coverage.md explains a line of {file} that is run or gone: {code}")
        status = 1
    PAGE.write_text(page[:page.index(START)] + START + table + page[page.index(END):])
    sys.exit(status)


main()
