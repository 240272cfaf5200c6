"""Reads GPX files with gpxpy and adds up their lengths, like an import: gpxpy-time.py FILE..."""

import sys

import gpxpy

metres = 0.0
for path in sys.argv[1:]:
    with open(path) as file:
        metres += gpxpy.parse(file).length_2d()
print(round(metres))
