"""Prints what the rows of a service's export say, one line each, in the units of
the importers: id, sport, seconds of the start (UTC for Strava and Garmin, local
for Runkeeper), metres, seconds of moving, seconds elapsed, RPE; tabs between,
nothing for what is unknown. Only Python's own modules are used.
"""

import csv
import datetime
import json
import sys


def seconds(text):
    parts = [float(part) for part in text.split(":")]
    return sum(part * 60**place for place, part in enumerate(reversed(parts)))


def epoch(text, form):
    time = datetime.datetime.strptime(text, form)
    return int(time.replace(tzinfo=datetime.timezone.utc).timestamp())


def strava(path):
    rows = list(csv.reader(open(path, newline="")))
    for row in rows[1:]:
        yield (
            row[0], row[3], epoch(row[1], "%b %d, %Y, %I:%M:%S %p"),
            float(row[17] or 0), float(row[16] or 0), float(row[15] or 0), row[43],
        )


def runkeeper(path):
    for row in csv.DictReader(open(path, newline="")):
        yield (
            "", row["Type"], epoch(row["Date"], "%Y-%m-%d %H:%M:%S"),
            float(row["Distance (mi)"]) * 1609.344, seconds(row["Duration"]), 0, "",
        )


def garmin(path):
    for row in json.load(open(path))[0]["summarizedActivitiesExport"]:
        yield (
            row["activityId"], row["activityType"], row["beginTimestamp"] // 1000,
            row["distance"] / 100, row["duration"] / 1000, row["elapsedDuration"] / 1000, "",
        )


for row in globals()[sys.argv[1]](sys.argv[2]):
    print("\t".join("" if value in (0, "") else str(value) for value in row))
