#!/usr/bin/env python3
"""Writes the totals of FIT files as fitdecode reads them, one row a session.

Usage: fit-totals.py FOLDER > fit-totals.csv, with fitdecode 0.11 from PyPI. A
file without a session gives one row from its records. Nothing else of a file
is written: no track, no heartbeat.
"""

import csv
import pathlib
import sys
import warnings
from datetime import datetime

import fitdecode

warnings.simplefilter("ignore")

SPORTS = {
    "running": "run", "walking": "walk", "hiking": "walk", "cycling": "ride",
    "e_biking": "ride", "swimming": "swim",
}


def seconds(time):
    return int(time.timestamp()) if isinstance(time, datetime) else ""


def messages(path):
    """The data messages up to the first that cannot be read."""
    try:
        with fitdecode.FitReader(
            path, check_crc=fitdecode.CrcCheck.DISABLED,
            error_handling=fitdecode.ErrorHandling.IGNORE,
        ) as reader:
            for frame in reader:
                if isinstance(frame, fitdecode.FitDataMessage):
                    yield frame
    except fitdecode.FitError:
        return


def rows(path):
    sessions, records, offset, sport, kind = [], [], "", "", ""
    for message in messages(path):
        def value(name):
            return message.get_value(name, fallback=None)

        if message.name == "file_id":
            kind = kind or value("type")
        elif message.name == "sport":
            sport = sport or value("sport")
        elif message.name == "record" and value("timestamp") is not None:
            records.append((value("timestamp"), value("distance")))
        elif message.name == "activity":
            local, utc = value("local_timestamp"), value("timestamp")
            if isinstance(local, datetime) and isinstance(utc, datetime) and seconds(local) > 631065600:
                offset = seconds(local) - seconds(utc)
        elif message.name == "session":
            name = value("sport") or sport
            variety = value("sub_sport")
            if name == "fitness_equipment":
                name = variety or name
            sessions.append([
                seconds(value("start_time")), SPORTS.get(name, (name or "generic").replace("_", " ")),
                value("total_elapsed_time"), value("total_timer_time"), value("total_distance"),
                value("total_ascent"), value("avg_heart_rate"), value("max_heart_rate"),
            ])
    if not sessions and records and kind in ("activity", ""):
        times = [time for time, _ in records]
        farthest = max((distance for _, distance in records if distance is not None), default=None)
        if max(times) != min(times):
            length = (max(times) - min(times)).total_seconds()
            sessions.append([seconds(min(times)), SPORTS.get(sport, sport or "generic"), length, None,
                             farthest, None, None, None])
    for index, session in enumerate(sessions):
        yield [path.name, index, offset, *session]
    if not sessions:
        yield [path.name] + [""] * 10


writer = csv.writer(sys.stdout, lineterminator="\n")
writer.writerow("file session offset_s start_s sport elapsed_s timer_s distance_m ascent_m "
                "heart_rate_average heart_rate_maximum".split())
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.fit")):
    writer.writerows(rows(path))
