"""Draws the top of a monthly summary as an SVG: python3 make-readme-picture.py BINARY > PICTURE

The sample journal is the same for everybody, so the picture changes only when
the program's answer does.
"""

import html
import os
import subprocess
import sys
import tempfile

COMMAND = ["month", "2026-10"]
# Up to the legend of the bars: the answer, the calendars and the bars.
LINES = 18
COLUMN, ROW, MARGIN, BAR = 8.4, 19, 18, 34


def answer(binary):
    """The lines that a runner would see, without the warning about the sample."""
    settings = {"LC_ALL": "C.UTF-8", "TERM": "xterm", "TZ": "UTC", "NO_COLOR": "1"}
    with tempfile.TemporaryDirectory() as folder:
        journal = os.path.join(folder, "sample.sqlite")
        run = lambda *words: subprocess.run(
            [binary, *words], env=settings, check=True, capture_output=True, text=True).stdout
        run("sample", journal, "--until", "2026-10-31")
        lines = run(*COMMAND, "--journal", journal).splitlines()
    lines = [line for line in lines if not line.startswith("SYNTHETIC")]
    return [line.rstrip() for line in lines[1:LINES + 1]]


def drawn(lines):
    """The picture of a terminal with these lines."""
    lines = ["$ nerve " + " ".join(COMMAND), ""] + lines
    columns = max(map(len, lines))
    width = round(columns * COLUMN + 2 * MARGIN)
    height = BAR + len(lines) * ROW + MARGIN
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-labelledby="title">'
    yield '<title id="title">The top of a monthly summary in a terminal: the answer so far, then leg pain and running day by day.</title>'
    yield ('<style>rect{fill:#1b2027}circle{fill:#4a5361}text{fill:#dfe4ea;white-space:pre;'
           'font:14px ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace}.typed{fill:#8fd19e}</style>')
    yield f'<rect width="{width}" height="{height}" rx="8"/>'
    for dot in range(3):
        yield f'<circle cx="{MARGIN + 4 + dot * 18}" cy="17" r="5"/>'
    for row, line in enumerate(lines):
        if not line:
            continue
        # Each character has a place of its own: bars line up in any font.
        places = [(i, character) for i, character in enumerate(line) if character != " "]
        xs = " ".join(f"{MARGIN + i * COLUMN:.1f}".removesuffix(".0") for i, _ in places)
        text = html.escape("".join(character for _, character in places))
        kind = ' class="typed"' if row == 0 else ""
        yield f'<text{kind} y="{BAR + (row + 1) * ROW - 5}" x="{xs}">{text}</text>'
    yield "</svg>"


if __name__ == "__main__":
    print("\n".join(drawn(answer(sys.argv[1]))))
