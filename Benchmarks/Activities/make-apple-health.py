"""Writes a made-up export.xml of Apple Health with about MB megabytes: make-apple-health.py MB FILE.

The proportions match a watch worn day and night: records of heart rate and steps, and one workout for every twenty thousand of them.
"""

import sys

megabytes, path = int(sys.argv[1]), sys.argv[2]
record = (
    ' <Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Watch" sourceVersion="9.1" device="&lt;&lt;HKDevice: 0x28&gt;, name:Watch&gt;" '
    'unit="count/min" creationDate="2024-{m:02d}-{d:02d} 08:{n:02d}:11 +0100" startDate="2024-{m:02d}-{d:02d} 08:{n:02d}:00 +0100" '
    'endDate="2024-{m:02d}-{d:02d} 08:{n:02d}:05 +0100" value="{v}">\n  <MetadataEntry key="HKMetadataKeyHeartRateMotionContext" value="1"/>\n </Record>\n'
)
workout = (
    ' <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="31.5" durationUnit="min" totalDistance="5.2" totalDistanceUnit="km" '
    'totalEnergyBurned="320" totalEnergyBurnedUnit="kcal" sourceName="Watch" creationDate="2024-{m:02d}-{d:02d} 19:{n:02d}:11 +0100" '
    'startDate="2024-{m:02d}-{d:02d} 19:{n:02d}:00 +0100" endDate="2024-{m:02d}-{d:02d} 19:{n:02d}:59 +0100">\n </Workout>\n'
)
with open(path, "w") as file:
    file.write('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData (Record|Workout)*>\n]>\n<HealthData locale="en_GB">\n')
    file.write(' <ExportDate value="2024-12-31 10:00:00 +0100"/>\n')
    count = 0
    while file.tell() < megabytes * 1_000_000:
        piece = []
        for _ in range(1_000):
            count += 1
            d, m, n = count % 28 + 1, count // 28 % 12 + 1, count // 336 % 60
            piece.append(record.format(d=d, m=m, n=n, v=60 + count % 90))
            if count % 20_000 == 0:
                piece.append(workout.format(d=d, m=m, n=n))
        file.write("".join(piece))
    file.write("</HealthData>\n")
