"""Writes patterns.json: random patterns, and whether Python's re finds them in texts.

    python3 make_patterns.py > patterns.json

It was last run with Python 3.11. Python's `$` also matches before a last line feed, so
it is asked for \\Z instead.
"""

import json
import random
import re

random.seed(20261127)
LETTERS = "abcAB1 _-.éÉü\n"


def one():
    return random.choice(
        [random.choice("abcAB1 _-éÉü"), random.choice("ab"), "a", "b", "\\.", "\\-", "\\n"]
    )


def member():
    if random.random() < 0.3:
        return random.choice(["a-c", "A-B", "0-9", "b-b", "é-ü"])
    return random.choice(["a", "b", "1", "_", " ", "\\d", "\\w", "\\s", "\\S", "\\-", "\\]", "é", "."])


def group(members):
    inside = "".join(member() for _ in range(random.randint(1, members)))
    return "[" + random.choice(["", "", "^"]) + inside + random.choice(["", "", "-"]) + "]"


def atom(depth):
    kind = random.random()
    if kind < 0.5 or depth == 0:
        return one()
    if kind < 0.6:
        return random.choice([".", "\\d", "\\w", "\\s", "\\D", "\\W", "\\S"])
    if kind < 0.75:
        return group(3)
    return "(" + random.choice(["", "?:"]) + choice(depth - 1) + ")"


def piece(depth):
    if random.random() < 0.15:
        return random.choice(["^", "$", "\\b", "\\B"])
    counts = ["", "", "", "*", "+", "?", "{2}", "{1,}", "{0,2}", "{2,3}", "*?", "+?", "??"]
    return atom(depth) + random.choice(counts)


def choice(depth):
    return "|".join(
        "".join(piece(depth) for _ in range(random.randint(0, 4)))
        for _ in range(random.choice([1, 1, 1, 2, 3]))
    )


def in_python(pattern):
    return re.sub(r"\\.|\$", lambda m: r"\Z" if m[0] == "$" else m[0], pattern, flags=re.DOTALL)


def cases():
    while True:
        pattern = choice(3)
        blind = random.random() < 0.25
        compiled = re.compile(in_python(pattern), re.DOTALL | (re.IGNORECASE if blind else 0))
        texts = ["".join(random.choices(LETTERS, k=random.randint(0, 9))) for _ in range(12)]
        # Python before 3.14 finds no \\B in an empty text.
        texts = [text for text in texts if text or "\\B" not in pattern]
        found = [[text, 1 if compiled.search(text) else 0] for text in texts]
        # What matches everything or nothing says little.
        if len({answer for _, answer in found}) == 2 or random.random() < 0.2:
            yield ["(?i)" + pattern if blind else pattern, *found]


if __name__ == "__main__":
    rows = cases()
    print(json.dumps([next(rows) for _ in range(400)], ensure_ascii=False))
