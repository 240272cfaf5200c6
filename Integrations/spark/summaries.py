"""Runs `nerve correlate --summary` on journals: one record for each, whatever happens.

    python3 summaries.py --into FOLDER JOURNAL...

A record is {"path", "tries", "summary"} for a journal that could be summarised and
{"path", "tries", "exit_status", "kind"} for a broken one. The path never enters a summary.
"""

import argparse
import json
import os
import subprocess
import sys
import time


def add_options(parser):
    parser.add_argument("--nerve", default="nerve", help="the program")
    parser.add_argument("--tries", type=int, default=3, help="attempts per journal")
    parser.add_argument("--timeout", type=float, default=120, help="seconds per attempt")
    parser.add_argument(
        "--option",
        action="append",
        default=[],
        metavar="OPTION",
        help="an option for nerve correlate, such as --option=--load=minutes; may be repeated",
    )


# Every journal of a study must be asked the same. `nerve correlate` alone takes the load that
# most runs have, so that slopes per kilometre and per minute would come together.
USUAL_OPTIONS = ["--load=km"]


def record(path, nerve="nerve", tries=3, timeout=120, options=()):
    """The record of the journal at `path`; it is opened read-only and stays as it is."""
    options = list(options)
    if not any(option.startswith("--load") for option in options):
        options = USUAL_OPTIONS + options
    command = [nerve, "correlate", "--summary", f"--journal={path}", *options]
    for attempt in range(1, tries + 1):
        if attempt > 1:
            time.sleep(0.2 * attempt)
        failure = {"path": path, "tries": attempt}
        try:
            # What it says to people can contain paths, and has no place in a study.
            run = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=timeout,
                check=False,
            )
        except subprocess.TimeoutExpired:
            failure |= {"exit_status": None, "kind": "timeout"}
            continue
        answer = _json(run.stdout)
        if run.returncode == 0 and "summary" in answer:
            return {"path": path, "tries": attempt, "summary": answer}
        kind = answer.get("error", {}).get("kind")
        failure |= {
            "exit_status": run.returncode,
            # A negative status is the number of a signal.
            "kind": kind or ("killed" if run.returncode < 0 else "no_summary"),
        }
        if kind == "usage":
            break
    return failure


def _json(output):
    try:
        answer = json.loads(output)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--into", required=True, help="folder for the records")
    add_options(parser)
    parser.add_argument("journals", nargs="*")
    arguments = parser.parse_args()
    name = os.path.join(arguments.into, f"{os.getpid()}.ndjson")
    # A file of its own: lines of several writers to one pipe can mix.
    with open(name, "a", encoding="utf-8") as file:
        for path in arguments.journals:
            one = record(
                path, arguments.nerve, arguments.tries, arguments.timeout, arguments.option
            )
            file.write(json.dumps(one) + "\n")


if __name__ == "__main__":
    sys.exit(main())
