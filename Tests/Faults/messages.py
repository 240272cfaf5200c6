"""Whether the messages of the program are true.

A command that failed has to say whether its entry is in the journal, is not, or that
`nerve list` tells; and it must not name a cause that is not the cause.
"""

import re

from world import Result

NOT_IN = re.compile(
    r"nothing (was|has been|is)|(was|were|is|has) not (been )?"
    r"(changed|logged|saved|imported|upgraded|created|written|undone|deleted|touched|made)|"
    r"not in the journal|left unchanged|no entry was|no journal at", re.IGNORECASE)
IN = re.compile(
    r"(is|are|was|were) (already )?(in the journal|logged|saved|kept|in it)|"
    r"has been (logged|saved)", re.IGNORECASE)
LOOK = re.compile(r"nerve (list|history|show)\b")
FULL = re.compile(r"disk.{0,200}\bfull|no space|quota", re.IGNORECASE)
DAMAGE = re.compile(r"damaged|not a nerve journal|does not match|malformed|corrupt", re.IGNORECASE)
# Words of SQLite that mean nothing to a runner.
RAW = re.compile(
    r"SQLITE_|no such (table|column|function)|constraint failed|locking protocol|disk I/O error|"
    r"database or disk|unable to open|database is locked|malformed|error code|"
    r"attempt to write a readonly|bad parameter|out of memory|unknown error|file is not a database")
DISK_IS_FULL = {"ENOSPC", "EDQUOT"}


def problems(result: Result, state: str, what: str, writes: bool, allows_kill=False) -> list[str]:
    """What is wrong with the way the program ended.

    `state` is where the journal was found: "before", "after", "both" for a command that
    changes nothing, or "other". `what` went wrong, by its name in faults.c.
    """
    if result.code is None:
        return ["it did not end within its time"]
    if result.code < 0:
        return [] if allows_kill and result.code == -9 else [f"it died of signal {-result.code}"]
    if result.code == 0:
        if writes and state == "before":
            return ["it ended as if all were well, but its entry is not in the journal"]
        return []
    found = []
    words = " ".join(result.err.split())
    if not words:
        found.append(f"it ended with {result.code} without a word")
    if RAW.search(words):
        found.append("it speaks of the database in its own words")
    # Closing the output cannot be told on it.
    if what in DISK_IS_FULL and not FULL.search(words):
        found.append("it does not say that the disk is full")
    if what not in DISK_IS_FULL and FULL.search(words):
        found.append("it says that the disk is full")
    if DAMAGE.search(words):
        found.append("it says that the journal is damaged")
    if writes and words:
        found += claims(words, state)
    return found


def claims(words: str, state: str) -> list[str]:
    """What is wrong with what a failure says of the entry."""
    if LOOK.search(words) and not NOT_IN.search(words):
        return []
    says_not, says_in = NOT_IN.search(words), IN.search(words)
    if says_not and state == "after":
        return [f"it says '{says_not[0]}', but the entry is in the journal"]
    if says_in and not says_not and state == "before":
        return [f"it says '{says_in[0]}', but the entry is not in the journal"]
    if not says_not and not says_in:
        where = "in" if state == "after" else "not in"
        return [f"it does not say whether the entry is in the journal (it is {where})"]
    return []
