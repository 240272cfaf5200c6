"""Writes ../Fixtures: made-up recordings and exports, and tracks.csv with what they
hold.

    python3 make_fixtures.py

Only Python's own modules are used. Nobody ran any of it; the forms are those that
the services are known to write.
"""

import csv
import datetime
import io
import json
import math
import random
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "Fixtures"
UTC = datetime.timezone.utc
START = datetime.datetime(2026, 3, 2, 6, 30, tzinfo=UTC)


def write(path, text):
    file = FOLDER / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="")


# Tracks.

# What tracks.csv says: file, sport, start in seconds, metres, seconds, laps.
TRACKS = []


def metres(a, b):
    """Over the mean sphere, by the angle between two vectors."""
    u, v = (
        (
            math.cos(math.radians(lat)) * math.cos(math.radians(lon)),
            math.cos(math.radians(lat)) * math.sin(math.radians(lon)),
            math.sin(math.radians(lat)),
        )
        for lat, lon in (a, b)
    )
    cross = (u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0])
    return 6371008.8 * math.atan2(math.hypot(*cross), sum(p * q for p, q in zip(u, v)))


def way(seed, points, speed, start, step=5):
    """Places and times of somebody who keeps on at about `speed` metres a second."""
    draw = random.Random(seed)
    lat, lon, heading = 48.1, 11.5, draw.uniform(0, 2 * math.pi)
    found = []
    for index in range(points):
        found.append((round(lat, 7), round(lon, 7), start + datetime.timedelta(seconds=step * index)))
        heading += draw.gauss(0, 0.2)
        far = speed * step * draw.uniform(0.8, 1.2)
        lat += far * math.cos(heading) / 111_195
        lon += far * math.sin(heading) / 111_195 / math.cos(math.radians(lat))
    return found


def length(points):
    return sum(metres(a[:2], b[:2]) for a, b in zip(points, points[1:]))


def stamp(time):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


def tell(file, sport, start, far, seconds, laps=""):
    TRACKS.append([file, sport, start, "" if far is None else round(far, 2), seconds, laps])


def gpx(name, tracks, timed=True, header='<gpx version="1.1" creator="made up">', sport="run"):
    """A file of tracks, each a list of segments."""
    body = []
    for number, segments in enumerate(tracks):
        kept = [
            "<trkseg>"
            + "".join(
                f'<trkpt lat="{lat}" lon="{lon}"><ele>{500 + i % 7}</ele>'
                + (f"<time>{stamp(time)}</time>" if timed else "")
                + "</trkpt>\n"
                for i, (lat, lon, time) in enumerate(points)
            )
            + "</trkseg>"
            for points in segments
        ]
        body.append(f"<trk><name>Läufe {number + 1}</name><type>{sport}</type>{''.join(kept)}</trk>")
        first, last = segments[0][0][2], segments[-1][-1][2]
        tell(
            name,
            sport,
            int(first.timestamp()) if timed else "",
            sum(length(points) for points in segments),
            int((last - first).total_seconds()) if timed else "",
        )
    write(name, f'<?xml version="1.0" encoding="UTF-8"?>\n{header}{"".join(body)}</gpx>\n')


def make_gpx():
    hour = datetime.timedelta(hours=1)
    gpx("gpx/one-track.gpx", [[way(1, 120, 2.9, START)]])
    gpx("gpx/two-tracks.gpx", [[way(2, 60, 3.2, START)], [way(3, 80, 2.4, START + 2 * hour)]])
    gpx("gpx/without-times.gpx", [[way(4, 90, 3, START)]], timed=False)
    gpx("gpx/slow-walk.gpx", [[way(5, 100, 1.1, START, step=10)]], sport="walk")
    # The pause between two segments is part of the time, and its way is not counted.
    first = way(6, 50, 3, START)
    second = way(7, 50, 3, START + datetime.timedelta(minutes=9))
    gpx("gpx/paused.gpx", [[first, second]])
    gpx(
        "gpx/version-1.0.gpx",
        [[way(8, 40, 3, START)]],
        header='\n<gpx version="1.0" xmlns="http://www.topografix.com/GPX/1/0">',
    )
    write("gpx/waypoints-alone.gpx", '<gpx version="1.1"><wpt lat="48" lon="11"/></gpx>\n')
    write("gpx/empty.gpx", "")


def tcx(name, activities):
    """A file of activities: a sport and laps of (seconds, metres or None)."""
    body, start = [], START
    for sport, kind, laps in activities:
        begun, text = start, ""
        for seconds, far in laps:
            middle = start + datetime.timedelta(seconds=seconds // 2)
            text += (
                f'<Lap StartTime="{stamp(start)}"><TotalTimeSeconds>{seconds}</TotalTimeSeconds>'
                f"<DistanceMeters>{far or 0}</DistanceMeters>\n<Track><Trackpoint><Time>{stamp(start)}"
                f"</Time></Trackpoint><Trackpoint><Time>{stamp(middle)}</Time><HeartRateBpm><Value>"
                f"{120 + int(seconds) % 40}</Value></HeartRateBpm></Trackpoint></Track></Lap>\n"
            )
            start += datetime.timedelta(seconds=seconds)
        body.append(f'<Activity Sport="{sport}"><Id>{stamp(begun)}</Id>{text}</Activity>\n')
        known = [far for _, far in laps if far]
        tell(
            name,
            kind,
            int(begun.timestamp()),
            sum(known) if known else None,
            sum(seconds for seconds, _ in laps),
            len(laps),
        )
        start += datetime.timedelta(minutes=7)
    write(
        name,
        '<?xml version="1.0" encoding="UTF-8"?>\n<TrainingCenterDatabase '
        'xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities>\n'
        + "".join(body)
        + "</Activities></TrainingCenterDatabase>\n",
    )


def make_tcx():
    tcx("tcx/one-lap.tcx", [("Running", "run", [(1780, 5012.5)])])
    tcx("tcx/three-laps.tcx", [("Running", "run", [(600, 2000.25), (590.5, 2000), (601, 1987.5)])])
    tcx("tcx/without-distance.tcx", [("Running", "run", [(2400, None)])])
    tcx(
        "tcx/walk-and-run.tcx",
        [
            ("Walking", "walk", [(300, 410)]),
            ("Running", "run", [(420, 1260.5), (60, None)]),
            ("Walking", "walk", [(240, 300.5)]),
        ],
    )
    tcx("tcx/ride.tcx", [("Biking", "ride", [(3600, 24150), (1800, 11002.5)])])
    tcx("tcx/other.tcx", [("Other", "other", [(1200, 800)])])
    write(
        "tcx/course.tcx",
        "<TrainingCenterDatabase><Courses><Course><Lap/></Course></Courses>"
        "</TrainingCenterDatabase>\n",
    )
    write("tcx/empty.tcx", "")


# Exports.

STRAVA = """Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,\
Elapsed Time,Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,\
Activity Gear,Filename,Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,\
Average Speed,Elevation Gain,Elevation Loss,Elevation Low,Elevation High,Max Grade,\
Average Grade,Average Positive Grade,Average Negative Grade,Max Cadence,Average Cadence,\
Max Heart Rate,Average Heart Rate,Max Watts,Average Watts,Calories,Max Temperature,\
Average Temperature,Relative Effort,Total Work,Number of Runs,Uphill Time,Downhill Time,\
Other Time,Perceived Exertion""".split(",")
NOTES = ["", "easy, flat", 'the "long" one', "two\nlines", "Schnürsenkel – offen"]


def table(header, rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([header, *rows])
    return text.getvalue()


def outings(seed, count, kinds):
    """Days apart, with a kind, metres and seconds each."""
    draw = random.Random(seed)
    time = START
    for number in range(count):
        time += datetime.timedelta(days=draw.randint(1, 3), seconds=draw.randint(-4000, 4000))
        far = round(draw.uniform(1500, 21_000), 1)
        seconds = int(far / draw.uniform(2.4, 3.6))
        yield number, time, kinds[draw.randrange(len(kinds))], far, seconds, draw


def make_strava():
    rows = []
    for number, time, kind, far, seconds, draw in outings(21, 40, ["Run", "Run", "Walk", "Ride"]):
        row = dict.fromkeys(range(len(STRAVA)), "")
        hour = time.strftime("%I").lstrip("0")
        # A treadmill without a sensor has no distance.
        far = "" if number % 11 == 5 else f"{far:.1f}"
        row |= {
            0: 9000 + number,
            1: time.strftime(f"%b {time.day}, %Y, {hour}:%M:%S %p"),
            2: f"Outing {number}",
            3: kind,
            4: NOTES[number % len(NOTES)],
            5: seconds + 60,
            6: f"{float(far or 0) / 1000:.2f}",
            15: f"{seconds + 60}.0",
            16: f"{seconds}.0",
            17: far,
            31: draw.randint(110, 170) if number % 3 else "",
            43: f"{draw.randint(1, 10)}.0" if number % 4 == 0 else "",
        }
        rows.append(list(row.values()))
    write("exports/strava.csv", table(STRAVA, rows))


def make_runkeeper():
    header = (
        "Activity Id,Date,Type,Route Name,Distance (mi),Duration,Average Pace,Average Speed (mph),"
        "Calories Burned,Climb (ft),Average Heart Rate (bpm),Friend's Tagged,Notes,GPX File"
    ).split(",")
    rows = []
    for number, time, kind, far, seconds, _ in outings(22, 30, ["Running", "Walking", "Cycling"]):
        hours, rest = divmod(seconds, 3600)
        minutes, rest = divmod(rest, 60)
        clock = f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
        mark = f"{time:%Y-%m-%d %H:%M:%S}"
        miles = f"{far / 1609.344:.2f}"
        row = ["", mark, kind, "", miles, clock, "", "", "", number % 90, "", "", NOTES[number % 5], ""]
        rows.append(row)
    write("exports/runkeeper.csv", table(header, rows))


def make_garmin():
    kinds = ["running", "trail_running", "walking", "cycling", "lap_swimming"]
    found = []
    for number, time, kind, far, seconds, draw in outings(23, 30, kinds):
        utc = int(time.timestamp() * 1000)
        found.append(
            {
                "activityId": 70_000 + number,
                "name": f"Outing {number}",
                "activityType": kind,
                "beginTimestamp": utc,
                "startTimeLocal": float(utc + 3_600_000),
                "duration": seconds * 1000.0,
                "elapsedDuration": seconds * 1000.0 + 45_500,
                "distance": round(far * 100, 1),
                "elevationGain": draw.randint(0, 30_000) / 1,
                "avgHr": float(draw.randint(110, 170)),
                "sportType": kind.upper(),
                "splits": [{"type": 17, "values": [1, 2.5, None, True, "é"]}],
            }
        )
    write("exports/garmin.json", json.dumps([{"summarizedActivitiesExport": found}], indent=1) + "\n")


def make_apple():
    rows = []
    for number, time, kind, far, seconds, _ in outings(24, 12, ["Running", "Walking", "Yoga"]):
        local = time.astimezone(datetime.timezone(datetime.timedelta(hours=1)))
        end = local + datetime.timedelta(seconds=seconds)
        distance = (
            f'<WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" '
            f'sum="{far / 1000:.3f}" unit="km"/>'
            if kind != "Yoga"
            else ""
        )
        rows.append(
            f'<Record type="HKQuantityTypeIdentifierStepCount" sourceName="Watch" unit="count" '
            f'startDate="{local:%Y-%m-%d %H:%M:%S %z}" endDate="{end:%Y-%m-%d %H:%M:%S %z}" '
            f'value="{number * 100}"/>\n'
            f'<Workout workoutActivityType="HKWorkoutActivityType{kind}" duration="{seconds / 60:.4f}" '
            f'durationUnit="min" sourceName="Watch" startDate="{local:%Y-%m-%d %H:%M:%S %z}" '
            f'endDate="{end:%Y-%m-%d %H:%M:%S %z}">{distance}</Workout>\n'
        )
    write(
        "exports/apple-health.xml",
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n'
        "<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>\n"
        "<!ATTLIST HealthData locale CDATA #REQUIRED>\n]>\n"
        f'<HealthData locale="en_GB">\n{"".join(rows)}</HealthData>\n',
    )


def make_google():
    header = "Date,Move Minutes count,Calories (kcal),Distance (m),Average speed (m/s),Step count"
    rows = [
        [f"{time:%Y-%m-%d}", seconds // 60, 1500 + seconds / 8, far, far / seconds, int(far / 0.8)]
        for _, time, _, far, seconds, _ in outings(25, 20, [""])
    ]
    write("exports/google-fit.csv", table(header.split(","), rows))


def main():
    make_gpx()
    make_tcx()
    header = ["file", "sport", "start_s", "metres", "seconds", "laps"]
    write("tracks.csv", table(header, TRACKS))
    make_strava()
    make_runkeeper()
    make_garmin()
    make_apple()
    make_google()


if __name__ == "__main__":
    main()
