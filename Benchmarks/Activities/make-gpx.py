"""Writes COUNT made-up GPX files with 1,200 points into a folder: make-gpx.py COUNT FOLDER."""

import os
import sys

count, folder = int(sys.argv[1]), sys.argv[2]
os.makedirs(folder, exist_ok=True)
for number in range(count):
    day, month = number % 28 + 1, number // 28 % 12 + 1
    points = "".join(
        f'<trkpt lat="{51 + i * 1e-5:.6f}" lon="{-0.1 + i * 1e-5:.6f}"><ele>{20 + i % 30}.5</ele>'
        f"<time>2024-{month:02d}-{day:02d}T{6 + number // 336:02d}:{i // 60:02d}:{i % 60:02d}Z</time></trkpt>\n"
        for i in range(1_200)
    )
    with open(f"{folder}/{number:04d}.gpx", "w") as file:
        file.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="bench" xmlns="http://www.topografix.com/GPX/1/1">\n'
            f"<trk><name>Run {number}</name><type>running</type><trkseg>\n{points}</trkseg></trk></gpx>\n"
        )
