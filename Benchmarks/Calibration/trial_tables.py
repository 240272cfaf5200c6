"""Writes the tables of trials, comparisons and flare-ups between the markers of a page:
python trial_tables.py trials.csv ../../Documentation/method.md"""

import sys

from page import fill, table
from results import Results, per_cent

PAIRS = {"week": 8, "run": 20}


def points(value):
    return f"{value:.2f}".replace("-", "−")


def starred(results, name):
    return results.titles[name] + ("\\*" if results.kinds[name] == "hidden" else "")


def planned(results, unit):
    rows = []
    for world in results.worlds(unit):
        if not results.has("trials", world, PAIRS[unit]):
            continue
        key = "trials", world, PAIRS[unit]
        title = results.titles[world].removeprefix(f"{unit}s: ")
        shares = [results(*key, name) for name in ("false", "found +0.5", "found +1.0", "found +1.5")]
        given_up = results(*key, "given up")
        rows.append(
            [
                title,
                *map(per_cent, shares[:1]),
                *(per_cent(share, 0) for share in shares[1:]),
                points(results(*key, "as rated")),
                per_cent(results(*key, "covered")),
                f"{results(*key, 'days'):.0f}",
                per_cent(given_up, 0) if given_up >= 0.005 else "–",
            ]
        )
    header = [
        f"{PAIRS[unit]} pairs of {unit}s", "false", "finds +0.5", "finds +1", "finds +1.5", "+1 as rated",
        "interval contains it", "days", "unfinished",
    ]  # fmt: skip
    return table(header, rows)


def looks(results):
    rows = []
    for chapter, world, pairs in results.diaries:
        if chapter != "looks":
            continue
        key = chapter, world, pairs
        unit, title = results.titles[world].split(": ")
        shares = [results(*key, name) for name in ("false stops", "false, plain test")]
        powers = ["found +0.5", "found +1.0", "found +1.5", "planned end, +1.0"]
        held = [results(*key, name) for name in ("held, +0", "held, +1.0")]
        rows.append(
            [
                f"up to {pairs} pairs of {unit}" + ("" if title == "all goes well" else f", {title}"),
                *map(per_cent, shares),
                *(per_cent(results(*key, name), 0) for name in powers),
                f"{results(*key, 'median pair'):.0f}",
                " / ".join(map(per_cent, held)),
            ]
        )
    header = [
        "a look after every pair", "false stops", "a plain test instead", "finds +0.5", "finds +1", "finds +1.5",
        "planned end finds +1", "median pair", "interval always holds 0 / +1",
    ]  # fmt: skip
    return table(header, rows)


def study_u(results):
    rows = []
    for chapter, world, pairs in results.diaries:
        if chapter == "StudyU":
            names = [
                "false, Nerve", "false, StudyU", "found +1, Nerve", "found +1, StudyU",
                "found +1, StudyU with a true 5 %",
            ]  # fmt: skip
            rows.append([results.titles[world], *(per_cent(results(chapter, world, pairs, name)) for name in names)])
    header = ["8 pairs of weeks", "false: Nerve", "StudyU", "finds +1: Nerve", "StudyU", "StudyU at 5 % false"]
    return table(header, rows)


def comparisons(results):
    rows = []
    for chapter, world, days in results.diaries:
        if chapter != "comparisons" or days != 365:
            continue
        key = chapter, world, days
        refused = [per_cent(results(chapter, world, length, "refused"), 0) for length in (180, 365)]
        told = ["false", "found +1", "mean, +1"] if results(*key, "refused") < 1 else []
        cells = [results(*key, name) for name in told]
        rows.append(
            [
                starred(results, world),
                " / ".join(refused),
                per_cent(results(*key, "false, Welch"), 0),
                *([per_cent(cells[0]), per_cent(cells[1], 0), points(cells[2])] if cells else ["–"] * 3),
            ]
        )
    header = [
        "shoe B", "refused, half a year / a year", "false, plain test", "false", "finds +1", "+1 as rated",
    ]  # fmt: skip
    return table(header, rows)


def flare_ups(results):
    rows = []
    for chapter, world, days in results.diaries:
        if chapter != "flare-ups" or days != 730:
            continue
        lengths = [(chapter, world, length) for length in (730, 1460)]
        rows.append(
            [
                starred(results, world),
                f"{results(*lengths[0], 'cases'):.0f}",
                *(
                    " / ".join(per_cent(results(*key, name)) for key in lengths)
                    for name in ("load", "less load", "load or longest run")
                ),
            ]
        )
    header = [
        "flare-ups", "in 2 years", "load, *p* < 0.05, 2 / 4 years", "of these less load",
        "load or longest run, after Holm",
    ]  # fmt: skip
    return table(header, rows)


def text(results):
    trials = results.diaries["trials", "week", 8]
    watched = results.diaries["looks", "looks-week-8", 8]
    shared = results.diaries["StudyU", "alike", 8]
    diaries = results.diaries["comparisons", "coin", 365]
    flares = results.diaries["flare-ups", "none", 730]
    promise = {
        name: (results("promises", name, pairs, "promised"), results("promises", name, pairs, "kept"))
        for name, pairs in (("promise-week", 8), ("promise-run", 20))
    }
    independent = results("promises", "promise-independent", 8, "promised")
    looks_kept = results("promises", "promise-week", 8, "kept, looks")
    looks_promised = results("promises", "promise-week", 8, "promised, looks")
    welch = max(
        abs(results(chapter, world, pairs, f"{name}, StudyU") - results(chapter, world, pairs, f"{name}, Welch"))
        for chapter, world, pairs in results.diaries
        if chapter == "StudyU"
        for name in ("false", "found +1")
    )
    felt = [results("comparisons", "felt", days, "mean, +0") for days in (180, 365)]
    wrong = results("comparisons", "felt", 365, "false")
    return f"""\
**With a planned end.** Per cent of {trials:,} trials of each kind. Shoe B adds half a point, one, or one and a half to the pain felt on the morning after a run; less of it is seen in the ratings, which are whole numbers and end at 0. "False" is *p* < 0.05
where B adds nothing; the coin keeps it below 5.

{planned(results, "week")}

{planned(results, "run")}

None of these mishaps raises false results above 5 %. They make a trial longer, or let it miss an effect. The wrong shoe costs most: analysed as the coin said, one run in five in the other shoe hides two fifths of the effect. A trial of runs loses a pair with every missing rating, so the second row takes it more than
twice as long. "Unfinished" are trials that had not enough pairs after four times the planned days; they count with the pairs they have, from six on.

**With a look after every pair.** {watched:,} trials of each kind. "A plain test" is a *t* test of the pairs so far, read as often. Last column: trials whose interval contains the true effect at every look.

{looks(results)}

**What is promised before the start.** After half a year of diary, Nerve promises the people of the first row of each table {points(promise["promise-week"][0])} points for 8 pairs of weeks and {points(promise["promise-run"][0])} for 20 pairs of runs, and
{per_cent(promise["promise-week"][1])} and {per_cent(promise["promise-run"][1])} % of the trials with just that difference find it; 80 were promised. With looks it is {points(looks_promised)} points for the weeks, found in {per_cent(looks_kept)} %. People whose days have nothing to do with one another, who swing by two points
from day to day, hear that a trial could find only {points(independent)} points, and Nerve refuses it.

**StudyU's test on the same trials.** {shared:,} trials of each kind, with weeks by our coin in both. StudyU compares all daily ratings under A with all under B by Welch's *t* test, computed here as its source does it (`t_test.dart`; its variances divide by *n* and take the first rating as it is, but the
textbook's test differs by at most {per_cent(welch)} points). We give it the morning *after* each day, the one that the shoe could change. Last column: what is left of its power if it is allowed 5 % of false results like ours. StudyU is an app for self-trials.

{study_u(results)}

Where days are independent, the simple test is the better one. But pain lasts, a week is then worth little more than one day instead of seven, and a quarter of the people hear of a difference that is not there.

**Two shoes in a diary.** {diaries:,} diaries of each kind, of a year unless it says otherwise. All these people run less when sore; some reach for shoe B then. Per cent, and the mean result where B adds a point. Marked \\*: something that the diary does not show decides.

{comparisons(results)}

The controls take care of a choice that follows the rating, the weekday or the month, and shoes that simply came one after the other are refused. They cannot take care of a choice that follows what no rating shows: there, B seems to hurt by {points(min(felt))} to {points(max(felt))} points, for {per_cent(wrong, 0)} %
of the people. That is why the answer says "association", and offers the trial.

**The days before flare-ups.** {flares:,} diaries of each kind and length. Per cent.

{flare_ups(results)}

In the last two rows, running triggers nothing. The command mistakes a slow rise of both, or sore days of rest before the flare-up, for a trigger; the second makes rest look like the cause.
"""


def main(source, page):
    fill(page, "trials", text(Results(source)))


if __name__ == "__main__":
    main(*sys.argv[1:])
