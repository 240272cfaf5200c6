"""Draws results.csv as an SVG: python plot.py results.csv ../../Documentation/images/error-rates.svg"""

import math
import sys
from xml.sax.saxutils import escape

from results import Results

INK, GREY, RULE = "#222", "#555", "#ddd"
BLUE, BROWN, GREEN, PLUM, OCHRE = "#0b5d8f", "#b3541e", "#2f7d3a", "#7d3a72", "#8a6d00"
WIDTH, LEFT = 760, 196

ONCE = ["three", "three-sore", "sore", "both-weekly", "trends", "drift", "same-days"]
FOLLOWED = [
    ("three", "3 runs a week", BLUE), ("sore", "skips when sore", GREEN), ("trends", "blocks and trends", PLUM),
]  # fmt: skip
EFFECTS = [
    ("weeks-28", "only the past month counts", PLUM), ("three-lasting", "3 runs, +0.4 lasting", BLUE),
    ("u-shape", "short runs ease, long ones hurt", GREEN), ("three-late", "+0.4 two days later", OCHRE),
    ("alternate-harm", "every second day, +0.44", BROWN),
]  # fmt: skip


def text(x, y, content, size=11, anchor="start", colour=INK, weight="normal"):
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{colour}" '
        f'font-weight="{weight}">{escape(content)}</text>'
    )


def line(x1, y1, x2, y2, colour=RULE, width=1):
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" stroke-width="{width}"/>'


def dot(x, y, colour, shape="circle"):
    if shape == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>'
    if shape == "square":
        return f'<rect x="{x - 3.6:.1f}" y="{y - 3.6:.1f}" width="7.2" height="7.2" fill="{colour}"/>'
    points = f"{x:.1f},{y - 5:.1f} {x + 5:.1f},{y + 4:.1f} {x - 5:.1f},{y + 4:.1f}"
    return f'<polygon points="{points}" fill="{colour}"/>'


def once(results, top):
    """A row for each world: the share of diaries that are told something false, once after a year."""
    measures = [
        ("plain correlation", BROWN, "square", lambda world: results("tests", world, 365, "Pearson, naive")),
        ("adjusted effect", OCHRE, "triangle", lambda world: results("tests", world, 365, "adjusted, HC3")),
        (
            "verdict", BLUE, "circle",
            lambda world: sum(
                results("readings", world, 365, kind)
                for kind in ("worsens", "less pain after", "mixed", "depends on length")
            ),
        ),
    ]  # fmt: skip
    right = WIDTH - 30

    def x(share):
        # A square root spreads the small shares.
        return LEFT + (right - LEFT) * share**0.5

    parts = [text(12, top, "Running does nothing: told otherwise after a year, asked once", 14, weight="bold")]
    place = 12
    for name, colour, shape, _ in measures:
        parts += [dot(place + 5, top + 18, colour, shape), text(place + 14, top + 22, name, 11, colour=colour)]
        place += 140
    top += 40
    bottom = top + 22 * len(ONCE)
    for share in (0, 0.01, 0.05, 0.25, 0.5, 1):
        parts.append(line(x(share), top, x(share), bottom, BLUE if share == 0.05 else RULE))
        parts.append(text(x(share), bottom + 15, f"{100 * share:.0f} %", 10, "middle", GREY))
    for row, world in enumerate(ONCE):
        y = top + 22 * row + 11
        parts += [line(LEFT, y, right, y, "#f0f0f0"), text(LEFT - 10, y + 4, results.titles[world], 11, "end")]
        parts += [dot(x(share(world)), y, colour, shape) for _, colour, shape, share in measures]
    return parts, bottom + 48


def axes(top, height, right, shares, days, label):
    """A frame of days across and shares upwards, with its two scales."""
    highest = shares[-1]

    def x(day):
        return LEFT - 130 + (right - LEFT + 130) * day / days[-1]

    def y(share):
        return top + height * (1 - share / highest)

    parts = [line(x(0), y(share), right, y(share)) for share in shares]
    parts += [text(x(0) - 8, y(share) + 4, f"{100 * share:.0f} %", 10, "end", GREY) for share in shares]
    parts += [text(x(day), top + height + 16, label(day), 10, "middle", GREY) for day in days]
    return parts, x, y


def curves(series, x, y, end):
    """Lines with their names at the right end, moved apart where they would touch."""
    parts, labels = [], []
    for points, name, colour, dashes in series:
        path = " ".join(f"{x(day):.1f},{y(share):.1f}" for day, share in [(0, 0), *points])
        parts.append(
            f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dashes}"/>'
        )
        labels.append([y(points[-1][1]) + 4, name, colour])
    labels.sort()
    for before, after in zip(labels, labels[1:]):
        after[0] = max(after[0], before[0] + 13)
    # Not below the axis, where its own scale stands.
    labels[-1][0] = min(labels[-1][0], y(0) + 4)
    for after, before in zip(labels[::-1], labels[-2::-1]):
        before[0] = min(before[0], after[0] - 13)
    return parts + [text(end + 8, place, name, 11, colour=colour) for place, name, colour in labels]


def followed(results, top):
    title = "Running does nothing: told otherwise, asked every month for ten years"
    parts = [text(12, top, title, 14, weight="bold")]
    right = WIDTH - 200
    series = [
        (results.curve("three", 3650, "p < 0.05"), "a plain 5 % test, 3 runs", BROWN, "5 3"),
        (results.curve("flares", 3650, "any claim"), "verdict, hidden flare-ups", OCHRE, "2 3"),
    ]
    series += [
        (results.curve(world, 3650, "any claim"), f"verdict, {name}", colour, "none")
        for world, name, colour in FOLLOWED
    ]
    tenths = math.ceil(10 * max(points[-1][1] for points, *_ in series))
    shares = [tenth / 10 for tenth in range(tenths + 1)]
    frame, x, y = axes(
        top + 20, 150, right, shares, range(0, 3651, 730), lambda day: f"{day // 365} years"
    )
    return parts + frame + curves(series, x, y, right), top + 222


def told(results, top):
    title = "Running does harm: told so, asked every month for two years"
    parts = [text(12, top, title, 14, weight="bold")]
    right = WIDTH - 200
    frame, x, y = axes(
        top + 20, 150, right, (0, 0.25, 0.5, 0.75, 1), range(0, 721, 90), lambda day: f"day {day}" if day else "0"
    )
    series = [
        (results.curve(world, 730, "worsens or depends on length"), name, colour, "none")
        for world, name, colour in EFFECTS
    ]
    return parts + frame + curves(series, x, y, right), top + 200


def main(source, target):
    results = Results(source)
    parts, top = [], 26
    for panel in (once, followed, told):
        drawn, top = panel(results, top)
        parts += drawn
    head = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top:.0f}" '
        'font-family="Helvetica, Arial, sans-serif" role="img">',
        "<title>How often the verdict is wrong, and how long it takes</title>",
        f'<rect width="{WIDTH}" height="{top:.0f}" fill="white"/>',
    ]
    with open(target, "w", encoding="utf-8") as file:
        file.write("\n".join([*head, *parts, "</svg>"]) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
