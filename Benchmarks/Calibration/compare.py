"""Compares results.csv with the error rates that the method's specification publishes:
python compare.py results.csv error_rates.md > comparison.md

Each difference is divided by its Monte Carlo standard error. Exits with 1 if the differences are larger than
chance: a root mean square of z above 1.2, or a z beyond 4.5.
"""

import re
import sys

from results import Results

WORLDS = {
    "3 runs a week": "three", "3 runs, skips when sore": "three-sore", "4 runs, skips when sore": "four-sore",
    "old RC: skips when sore": "sore", "old RC, 30 % missing": "sore-missing", "both weekly": "both-weekly",
    "blocks": "blocks", "blocks + trends": "trends", "AR .9/.9": "drift", "mostly zero pain": "weekly-calm",
    "pain rated when it hurts": "weekly-missing-well", "weekly load": "weekly", "lay-off": "layoff",
    "lay-off, avoids": "layoff-avoids", "race cycles + season": "races", "pill, avoids": "pill-avoids",
    "pill lets them run": "pill-runs", "avoids by last evening, noisy rating": "evening-felt",
    "noisy rating, avoids by felt pain": "noisy-felt", "0/5/10, 90 % zeros": "heaps",
    "flares 18 d, runs halved": "flares", "flares 45 d, runs halved": "flares-long",
    "strong hidden stress": "stress", "mild hidden stress": "stress-mild", "every second day": "alternate",
    "same weekdays, 10 % missed": "same-days", "same weekdays, skips when sore": "same-days-sore",
    "one fixed loop": "loop", "rates on run days or when sore": "rates-when-sore",
    "evening ratings in a morning CSV": "evening", "3 runs, +.4 lasting": "three-lasting",
    "3 runs, +.4 passing": "three-passing", "3 runs, first at lag 2": "three-late",
    "3 runs, +.4, half-life 1 d": "three-fading", "3 runs, skips, +.45 lasting": "three-sore-lasting",
    "+.48, load error 30 %": "load-error", "+.48, exact load": "load-exact", "EWMA 7": "weeks-7",
    "EWMA 28": "weeks-28", "only >12 km hurts": "long-only", "short ease, long hurt": "u-shape",
    "effect ends after 365 d": "ended", "sign turns after 365 d": "turned", "every second day, +.44": "alternate-harm",
    "same weekdays, +.39": "same-days-harm", "fixed loop, +.4": "loop-harm", "0/5/10, +.20": "heaps-harm",
    "stress hides +.45 (sitting logged)": "stress-harm",
}  # fmt: skip
KINDS = [
    "worsens", "depends on length", "less pain after", "hint", "no link seen", "unclear", "not enough data",
]  # fmt: skip


def tables(path):
    """The cells of each table, by the number of its section."""
    section, rows = None, {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            if heading := re.match(r"## (\d+)\.", line):
                section = int(heading[1])
            elif line.startswith("| ") and not line.startswith("| world"):
                rows.setdefault(section, []).append([cell.strip() for cell in line.strip().strip("|").split("|")])
    return rows


def numbers(cell):
    return [float(number) for number in re.findall(r"\d+(?:\.\d+)?", cell)]


def published(rows):
    """(chapter, world, days, measure, per cent, diaries) of every published rate of the new rule."""
    for title, years, _, claims, any_claim, _, word in rows[1]:
        key = "months", WORLDS[title.rstrip("*")], 365 * int(years)
        values = [*numbers(claims), float(any_claim), float(word)]
        names = ["worsens", "depends on length", "less pain after", "any claim", "a hint or any claim"]
        yield from ((*key, name, value, 1000) for name, value in zip(names, values))
    for title, _, told, _, _, last in rows[2]:
        key = "answers", WORLDS[title], 730
        names = ["told by day 180", "told by day 365", "worsens at 730", "depends at 730"]
        values = numbers(told)[:2] + numbers(last)
        yield from ((*key, name, value, 400) for name, value in zip(names, values))
    for title, days, _, kinds, withheld, alarm in rows[3]:
        world, days = WORLDS[title.rstrip("*")], int(days)
        yield from (("readings", world, days, kind, value, 250) for kind, value in zip(KINDS, numbers(kinds)))
        yield "readings", world, days, "alarm", float(alarm), 250
        yield from (
            ("readings without columns", world, days, kind, value, 250)
            for kind, value in zip(KINDS, numbers(withheld))
        )


def main(source, specification):
    results = Results(source)
    rows = []
    for chapter, world, days, measure, per_cent, theirs in published(tables(specification)):
        if not results.has(chapter, world, days):
            continue
        ours = results.diaries[chapter, world, days]
        value, other = results(chapter, world, days, measure), per_cent / 100
        pooled = (value * ours + other * theirs + 1) / (ours + theirs + 2)
        error = (pooled * (1 - pooled) * (1 / ours + 1 / theirs)) ** 0.5
        rows.append((chapter, world, days, measure, value, other, (value - other) / error))
    scores = [row[-1] for row in rows]
    spread = (sum(z * z for z in scores) / len(scores)) ** 0.5
    beyond = sum(abs(z) > 1.96 for z in scores)
    print("### Beside the published rates\n")
    print(
        f"{len(rows)} rates, ours minus theirs in Monte Carlo standard errors: root mean square {spread:.2f}, mean "
        f"{sum(scores) / len(scores):+.2f}, beyond 1.96 in {beyond} ({100 * beyond / len(rows):.1f} %), largest "
        f"{max(map(abs, scores)):.1f}.\n"
    )
    print("| table | world | days | rate | ours | published | z |\n|---|---|--:|---|--:|--:|--:|")
    for chapter, world, days, measure, value, other, z in rows:
        sign = "−" if z < 0 else ""
        print(
            f"| {chapter} | {results.titles[world]} | {days} | {measure} | {100 * value:.1f} | {100 * other:.1f} "
            f"| {sign}{abs(z):.1f} |"
        )
    return 1 if spread > 1.2 or max(map(abs, scores)) > 4.5 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
