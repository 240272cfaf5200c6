"""Draws results.csv as an SVG: python plot.py results.csv ../../Documentation/images/error-rates.svg"""

import csv
import sys
from xml.sax.saxutils import escape

WORLDS = ["ar-0.9-0.9", "weekly", "trends", "weekly-missing", "sore", "sore-missing"]
METHODS = [
    ("rejects: Pearson, naive", "Pearson, naive", "#b3541e", "4 3"),
    ("rejects: Spearman, N*", "Spearman with N*", "#6b6b6b", "1.5 3"),
    ("rejects: adjusted, HC3", "adjusted effect", "#0b5d8f", None),
]
WIDTH, HEIGHT, LEFT, TOP, GAP_X, GAP_Y = 200, 130, 44, 64, 60, 56


def read(path):
    """{(world, measure): [(days, value, error)]} and the titles of the worlds."""
    numbers, titles = {}, {}
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            titles[row["world"]] = row["title"]
            point = int(row["days"]), float(row["value"]), float(row["error"])
            numbers.setdefault((row["world"], row["measure"]), []).append(point)
    return numbers, titles


def text(x, y, content, size=11, anchor="start", colour="#222", weight="normal"):
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{colour}" '
        f'font-weight="{weight}">{escape(content)}</text>'
    )


def panel(numbers, title, world, left, top):
    """One world: days across, share of false alarms upwards on a square-root scale."""
    lengths = [days for days, _, _ in sorted(numbers[world, METHODS[0][0]])]

    def x(days):
        return left + WIDTH * lengths.index(days) / (len(lengths) - 1)

    def y(share):
        return top + HEIGHT * (1 - share**0.5)

    parts = [text(left, top - 10, title, 12, weight="bold")]
    for share in (0, 0.05, 0.25, 0.5, 1):
        colour = "#0b5d8f" if share == 0.05 else "#ddd"
        parts.append(
            f'<line x1="{left}" x2="{left + WIDTH}" y1="{y(share):.1f}" y2="{y(share):.1f}" stroke="{colour}" '
            f'stroke-width="{0.6 if share == 0.05 else 1}"/>'
        )
        parts.append(text(left - 6, y(share) + 4, f"{100 * share:.0f} %", 10, "end", "#555"))
    for days in lengths:
        parts.append(text(x(days), top + HEIGHT + 16, str(days), 10, "middle", "#555"))
    for measure, _, colour, dashes in METHODS:
        points = sorted(numbers[world, measure])
        path = " ".join(f"{x(days):.1f},{y(share):.1f}" for days, share, _ in points)
        dash = f' stroke-dasharray="{dashes}"' if dashes else ""
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>')
        for days, share, error in points:
            parts.append(f'<circle cx="{x(days):.1f}" cy="{y(share):.1f}" r="2.6" fill="{colour}"/>')
    return parts


def main(source, target):
    numbers, titles = read(source)
    width = 3 * (WIDTH + GAP_X) + LEFT
    height = TOP + 2 * (HEIGHT + GAP_Y)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        'font-family="Helvetica, Arial, sans-serif" role="img">',
        "<title>False alarms when running does nothing, by days of diary</title>",
        f'<rect width="{width}" height="{height}" fill="white"/>',
        text(LEFT, 20, "False alarms when running does nothing, by days of diary (5 % would be right)", 14),
    ]
    left = LEFT
    for _, name, colour, dashes in METHODS:
        dash = f' stroke-dasharray="{dashes}"' if dashes else ""
        parts.append(f'<line x1="{left}" x2="{left + 26}" y1="34" y2="34" stroke="{colour}" stroke-width="2"{dash}/>')
        parts.append(text(left + 32, 38, name, 11, colour=colour))
        left += 170
    for index, world in enumerate(WORLDS):
        column, row = index % 3, index // 3
        parts += panel(
            numbers, titles[world], world, LEFT + column * (WIDTH + GAP_X), TOP + 8 + row * (HEIGHT + GAP_Y)
        )
    parts.append("</svg>")
    with open(target, "w", encoding="utf-8") as file:
        file.write("\n".join(parts) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
