"""Pools summaries of journals: records on standard input, one JSON document on standard output.

    python3 pool.py [--synthetic] < records.ndjson

A line is a record of summaries.py, or what `nerve correlate --summary` prints.
"""

import argparse
import hashlib
import json
import sys
from collections import Counter

from pooling import METHODS, TooFew, pool

# The effects that are pooled: the names in a summary's lags.
OUTCOMES = {
    "per_unit_of_load": ("slope", "se"),
    "per_typical_run": ("points_per_typical_run", "points_se"),
}


class Study:
    """The journals that can be pooled, and why the others cannot."""

    def __init__(self, synthetic=False, least_pairs=60):
        self.synthetic = synthetic
        self.least_pairs = least_pairs
        self.left_out = Counter()
        self.broken = []
        self.journals = {}

    def add(self, record):
        """Takes a record, or a summary alone."""
        if "kind" in record:
            self.broken.append(
                {name: record[name] for name in ("path", "tries", "exit_status", "kind")}
            )
            return
        summary = record["summary"] if isinstance(record.get("summary"), dict) else record
        if "error" in summary:
            error = summary["error"]
            self.broken.append(
                {"path": None, "tries": 1, "exit_status": error["exit_status"], "kind": error["kind"]}
            )
            return
        if summary["summary"] != 1:
            raise SystemExit(f"pool.py: unknown form of summary: {summary['summary']}")
        if summary["synthetic"] and not self.synthetic:
            self.left_out["made_up"] += 1
            return
        effects = {}
        for lag in summary["lags"]:
            for outcome, (effect, error) in OUTCOMES.items():
                if lag[effect] is not None and lag[error] and lag["pairs"] >= self.least_pairs:
                    effects[(outcome, lag["lag"])] = (lag[effect], lag[error] ** 2)
        settings = summary["settings"]
        entry = (
            summary["days"],
            # Decides between copies of the same length, whatever came first.
            hashlib.sha256(json.dumps(summary, sort_keys=True).encode()).digest(),
            effects,
            (settings["load"], settings["pain"]),
            (summary["verdict"] or {}).get("kind", "none"),
            summary["program"],
            settings["timing_in_use"],
        )
        # Files have no id, and count each.
        key = summary["journal_id"] or ("file", len(self.journals))
        known = self.journals.get(key)
        if known is not None:
            self.left_out["copy_of_another"] += 1
            if entry[:2] <= known[:2]:
                return
        self.journals[key] = entry

    def result(self):
        """Everything as one document."""
        entries = list(self.journals.values())
        questions = Counter(entry[3] for entry in entries)
        if len(questions) > 1:
            raise SystemExit(
                "pool.py: the journals were asked different questions (load, pain): "
                + ", ".join(sorted(f"{load} {pain}" for load, pain in questions))
            )
        pooled = {}
        for outcome in OUTCOMES:
            lags = sorted({lag for entry in entries for name, lag in entry[2] if name == outcome})
            pooled[outcome] = {
                str(lag): self._pooled([e[2][(outcome, lag)] for e in entries if (outcome, lag) in e[2]])
                for lag in lags
            }
        load, pain = next(iter(questions), (None, None))
        return {
            "load": load,
            "pain": pain,
            "journals": len(entries),
            "broken": len(self.broken),
            "left_out": dict(sorted(self.left_out.items())),
            "least_pairs": self.least_pairs,
            "verdicts": dict(sorted(Counter(entry[4] for entry in entries).items())),
            "programs": dict(sorted(Counter(entry[5] for entry in entries).items())),
            "timing_in_use": dict(sorted(Counter(entry[6] for entry in entries).items())),
            "pooled": pooled,
        }

    @staticmethod
    def _pooled(effects):
        try:
            return {method: pool(effects, method) for method in METHODS}
        except TooFew as problem:
            return {"refused": str(problem)}


def add_options(parser):
    parser.add_argument(
        "--synthetic", action="store_true", help="also pool made-up sample journals"
    )
    parser.add_argument(
        "--least-pairs", type=int, default=60, help="pairs of days that a journal needs at a lag"
    )


def text(result):
    """The result for people."""
    lines = [
        f"{result['journals']} journals, {result['broken']} broken"
        + "".join(f", {n} left out ({why})" for why, n in result["left_out"].items())
    ]
    for outcome, lags in result["pooled"].items():
        for lag, methods in lags.items():
            if "refused" in methods:
                lines.append(f"{outcome}, lag {lag}: {methods['refused']}")
                continue
            for method, one in methods.items():
                prediction = one["prediction95"]
                lines.append(
                    f"{outcome}, lag {lag}, {method}: {one['effect']:+.4f} "
                    f"({one['ci95'][0]:+.4f} to {one['ci95'][1]:+.4f}), "
                    f"I2 {one['i2']:.0f} %, tau {one['tau2'] ** 0.5:.4f}"
                    + (
                        f", next runner {prediction[0]:+.4f} to {prediction[1]:+.4f}"
                        if prediction
                        else ""
                    )
                )
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser()
    add_options(parser)
    parser.add_argument("--broken", help="file for the broken journals, as NDJSON")
    arguments = parser.parse_args()
    study = Study(arguments.synthetic, arguments.least_pairs)
    for line in sys.stdin:
        if line.strip():
            study.add(json.loads(line))
    if arguments.broken:
        write_broken(study, arguments.broken)
    result = study.result()
    print(json.dumps(result, indent=2))
    print(text(result), file=sys.stderr)


def write_broken(study, name):
    """Writes the broken journals, by path."""
    with open(name, "w", encoding="utf-8") as file:
        for one in sorted(study.broken, key=lambda one: str(one["path"])):
            file.write(json.dumps(one) + "\n")


if __name__ == "__main__":
    main()
