"""Writes the tables of error rates between the markers of a page:
python table.py results.csv ../../Documentation/method.md"""

import math
import sys

from page import fill, table
from results import Results, per_cent

HARMLESS = [
    "three", "three-sore", "sore", "both-weekly", "trends", "drift", "weekly-missing-well", "layoff", "pill-avoids",
    "loop", "same-days", "alternate",
]  # fmt: skip
LOGS = {
    "pill-runs": "medication", "evening-felt": "evening ratings", "flares": "flare-ups",
    "flares-long": "flare-ups", "stress": "sitting", "stress-mild": "sitting",
}  # fmt: skip
EFFECTS = [
    "three-lasting", "three-passing", "three-sore-lasting", "three-late", "loop-harm", "load-error", "long-only",
    "u-shape", "weeks-28", "same-days-harm", "alternate-harm", "ended",
]  # fmt: skip


def whole(share):
    return per_cent(share, 0)


def harmless(results):
    def row(world):
        ten = results("months", world, 3650, "any claim") if results.has("months", world, 3650) else None
        return [
            results("months", world, 730, "any claim"),
            ten,
            results("months", world, 730, "a hint or any claim"),
            results("months", world, 730, "p < 0.05"),
            results("tests", world, 365, "Pearson, naive"),
            results("tests", world, 365, "adjusted, HC3"),
            results("readings", world, 365, "no link seen"),
        ]

    def cells(values):
        return ["–" if value is None else per_cent(value) for value in values]

    worlds = [world for world in results.worlds("harmless") if results.has("months", world, 730)]
    rows = [[results.titles[world], *cells(row(world))] for world in HARMLESS]
    highest = [max((value for value in column if value is not None)) for column in zip(*map(row, worlds))]
    # The last column is a right answer: no highest.
    rows.append([f"**the highest of {len(worlds)} worlds**", *(f"**{cell}**" for cell in cells(highest[:-1])), ""])
    header = [
        "running does nothing", "any claim, 2 years", "10 years", "hint or claim, 2 years", "ever *p* < 0.05, 2 years",
        "Pearson *p* < 0.05, once", "adjusted *p* < 0.05, once", "“no link seen”, once",
    ]  # fmt: skip
    return table(header, rows)


def hidden(results):
    rows = []
    for world in results.worlds("hidden"):
        withheld = "readings without columns" if world in LOGS else "readings"
        logged = per_cent(results("readings", world, 365, "less pain after")) if world in LOGS else "–"
        rows.append(
            [
                results.titles[world],
                per_cent(results("months", world, 730, "less pain after")),
                per_cent(results(withheld, world, 365, "less pain after")),
                LOGS.get(world, "nothing else"),
                logged,
            ]
        )
    header = [
        "running does nothing, but", "“less pain after”, 2 years", "once, by load and pain alone", "they log",
        "once, with that",
    ]  # fmt: skip
    return table(header, rows)


def effects(results):
    rows = []
    for world in EFFECTS:
        key = "answers", world, 730
        day = results(*key, "median day")
        last = [results(*key, "worsens at 730"), results(*key, "depends at 730")]
        rows.append(
            [
                results.titles[world],
                whole(results(*key, "told by day 180")),
                whole(results(*key, "told by day 365")),
                "later" if math.isinf(day) else f"{day:.0f}",
                " + ".join(map(whole, last)) if last[1] >= 0.005 else whole(last[0]),
                whole(results("readings", world, 365, "no link seen")),
            ]
        )
    header = [
        "running does something", "told by day 180", "by day 365", "median day", "at 2 years", "“no link seen” at a year",
    ]  # fmt: skip
    return table(header, rows)


def text(results):
    once = results.diaries["readings", "three", 365]
    followed = results.diaries["months", "three", 730]
    decade = results.diaries["months", "three", 3650]
    evening = results("readings", "evening", 365, "alarm"), results("readings", "evening", 180, "alarm")
    early = [results("readings", world, 180, "not enough data") for world in HARMLESS[:-2]]
    unclear = [results("readings", world, 365, "unclear") for world in HARMLESS[:-2]]
    regular = [results("readings", world, 365, "not enough data") for world in ("same-days", "alternate")]
    ended, turned = (results("answers", world, 730, "worsens at 730") for world in ("ended", "turned"))
    return f"""\
Per cent. Asked every 30 days: {followed:,} people for two years, {decade:,} for ten, by load and pain alone. Asked once: {once:,} diaries of a year. Monte Carlo errors near 2 %: 0.4 points for the two years,
0.7 for the ten, which are other people, and 0.3 for a single reading; at most 1.6, 2.5 and 1.1.

{harmless(results)}

**Where it still errs.** Something hidden keeps these people from running before worse days, or lets them run before better ones:

{hidden(results)}

Evening ratings declared to be morning ones set off the alarm in {per_cent(evening[0])} % of diaries of a year, but only in {whole(evening[1])} % of half a year. Half a year decides little: {whole(min(early))} to {whole(max(early))} % of
these people, on whom running has no effect, hear "not enough data". After a year, {whole(min(unclear))} to {whole(max(unclear))} % hear "unclear": some *p* is below 0.05, and those are never called "no link". Who runs on the same weekdays or every second day still hears
"not enough data" in {whole(regular[0])} and {whole(regular[1])} %.

{effects(results)}

"Told" is "worsens" or "depends on length", which are also the two numbers at two years. An effect first seen two days later, or only after long runs, is found late, and passes as "no link" for some. An effect that ended after the first year
is still told as "worsens" to {whole(ended)} % a year later; where one turned, to {whole(turned)} %.
"""


def main(source, page):
    fill(page, "rates", text(Results(source)))


if __name__ == "__main__":
    main(*sys.argv[1:])
