"""Reads results.csv."""

import csv
import math


class Results:
    """The numbers of `calibrate`, by chapter, world, days and measure."""

    def __init__(self, path):
        self.values, self.errors, self.titles, self.kinds, self.diaries = {}, {}, {}, {}, {}
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                place = row["chapter"], row["world"], int(row["days"])
                key = (*place, row["measure"])
                # A day that never came has no number.
                self.values[key] = float(row["value"]) if row["value"] else math.inf
                self.errors[key] = float(row["error"]) if row["error"] else 0.0
                self.diaries[place] = int(row["diaries"])
                self.titles[row["world"]] = row["title"]
                self.kinds[row["world"]] = row["kind"]

    def __call__(self, *key):
        return self.values[key]

    def has(self, *place):
        return place in self.diaries

    def worlds(self, kind):
        return [world for world, its_kind in self.kinds.items() if its_kind == kind]

    def curve(self, world, days, saying):
        """The days and shares of a growing share."""
        points = []
        for chapter, name, length, measure in self.values:
            if (chapter, name, length) == ("curves", world, days) and measure.startswith(f"{saying} by "):
                day = int(measure.rsplit(" ", 1)[1])
                points.append((day, self.values[chapter, name, length, measure]))
        return sorted(points)
