"""The oracle: what has to hold after a fault, whatever it was."""

import states
import world
from bench import Bench, Prepared, is_allowed
from world import JOURNAL


def aftermath(bench: Bench, prepared: Prepared, is_thorough: bool) -> tuple[str, list[str]]:
    """Examines the files that a command left: where the journal is, and what is wrong.

    The same files are examined only once.
    """
    tree = bench.world.tree()
    key = (world.digest(tree), is_thorough)
    if key not in prepared.known:
        prepared.known[key] = _examine(bench, prepared, is_thorough)
    return prepared.known[key]


def _examine(bench: Bench, prepared: Prepared, is_thorough: bool) -> tuple[str, list[str]]:
    try:
        contents = bench.contents(prepared)
    except states.Unsound as error:
        return "other", [f"the journal is not sound: {error}"]
    state = prepared.state(contents)
    if state == "other":
        return state, [
            "the entry is there in part; against before: " + contents.difference(prepared.before)
            + "; against after: " + contents.difference(prepared.after)]
    found = _half_files(bench, prepared)
    found += _next_commands(bench, prepared, state, contents)
    if is_thorough:
        found += _undoing(bench, prepared, state)
    return state, found


def _half_files(bench: Bench, prepared: Prepared) -> list[str]:
    """Files that the command makes are complete or missing; drafts, with a dot, may be
    there until the next command."""
    return [
        f"{name} is not complete" for name, data in bench.world.tree().items()
        if name in prepared.products and data not in (None, prepared.products[name])]


def _next_commands(bench, prepared, state, contents) -> list[str]:
    """The next commands work, see the right days, and clear up."""
    found = []
    answer = bench.answer(prepared)
    # Where there was no journal, there may be one without days now.
    expected = prepared.answers[state] or ("[]\n" if answer.code == 0 else "")
    if answer.code != 0 and expected:
        found.append(f"the next reading command fails: {answer.err.strip()}")
    elif answer.out != expected:
        found.append("the next reading command shows other days")
    entry = bench.next_entry(prepared)
    if entry.code != 0:
        return found + [f"the next entry is refused: {entry.err.strip()}"]
    try:
        now = bench.contents(prepared)
    except states.Unsound as error:
        return found + [f"the journal is not sound after the next entry: {error}"]
    table = "check_in" if prepared.target == JOURNAL else f"{prepared.target}:check_in"
    if len(now.rows.get(table, [])) != len(contents.rows.get(table, [])) + 1:
        found.append("the next entry is not in the journal")
    found += [
        f"{name} stays behind after the next command"
        for name in sorted(bench.world.tree()) if not is_allowed(name, prepared)]
    return found


def _undoing(bench, prepared, state) -> list[str]:
    """Undo goes back to the beginning."""
    try:
        last, entries = bench.undo_all(prepared)
    except states.Unsound as error:
        return [f"the journal is not sound after undo: {error}"]
    if "nothing to undo" not in last:
        return [f"undo does not come to an end: {last}"]
    if entries != prepared.undone["after" if state == "both" else state]:
        return ["undo to the beginning leaves other entries"]
    return []
