"""A model of a disk on which only what was synchronised is safe."""

import os
import pathlib
import random

from world import Call, remembered

SECTOR = 512


class File:
    """A file: its contents on the disk, and the changes on their way there."""

    def __init__(self, data=b""):
        self.safe = data
        # (offset, bytes), or (size, None) for a new size.
        self.pending: list[tuple[int, bytes | None]] = []

    def contents(self, chosen) -> bytes:
        """The contents if these changes of the pending ones came to the disk."""
        data = bytearray(self.safe)
        for offset, piece in chosen:
            if piece is None:
                data = data[:offset] + bytes(max(0, offset - len(data)))
                continue
            data += bytes(max(0, offset - len(data)))
            data[offset:offset + len(piece)] = piece
        return bytes(data)

    def synchronise(self):
        """Waits for the disk."""
        self.safe, self.pending = self.contents(self.pending), []


class Disk:
    """The files below a folder, as a program changes them call by call.

    A file's contents are safe once it is synchronised, and its name once its folder
    is. Of the rest, a power cut keeps whatever it likes.
    """

    def __init__(self, root: pathlib.Path, tree: dict):
        self.root = str(root)
        self.names: dict[str, File | None] = {
            name: None if data is None else File(data) for name, data in tree.items()}
        self.safe_names = dict(self.names)
        # By folder: changes of names, as (name, file or None for a folder, or GONE).
        self.pending: list[tuple[str, list]] = []
        self.descriptors: dict[int, File | str] = {}
        self.has_spoken = False

    # Calls

    def apply(self, call: Call):
        """Follows a call that the program made."""
        if call.result < 0:
            return
        if method := getattr(self, "_" + call.kind, None):
            method(call)

    def _name(self, path: str) -> str:
        return os.path.relpath(os.path.normpath(path), self.root)

    def _open(self, call):
        if not call.path:
            self.descriptors[call.descriptor] = File()
            return
        name = self._name(call.path)
        if name == ".":
            self.descriptors[call.descriptor] = "."
            return
        file = self.names.get(name)
        if name in self.names and file is None:
            self.descriptors[call.descriptor] = name
            return
        if file is None:
            file = File()
            self._rename_all([(name, file)])
        elif call.offset:
            file.pending.append((0, None))
        self.descriptors[call.descriptor] = file

    _create = _open

    def _close(self, call):
        self.descriptors.pop(call.descriptor, None)

    def _write(self, call):
        file = self.descriptors.get(call.descriptor)
        if isinstance(file, File):
            file.pending.append((call.offset, call.data))

    def _truncate(self, call):
        file = self.descriptors.get(call.descriptor)
        if isinstance(file, File):
            file.pending.append((call.offset, None))

    def _sync(self, call):
        place = self.descriptors.get(call.descriptor)
        if isinstance(place, File):
            place.synchronise()
        elif place is not None:
            for folder, changes in self.pending:
                if folder == place:
                    _change(self.safe_names, changes)
            self.pending = [change for change in self.pending if change[0] != place]

    def _mkdir(self, call):
        self._rename_all([(self._name(call.path), None)])

    def _unlink(self, call):
        self._rename_all([(self._name(call.path), GONE)])

    _rmdir = _unlink

    def _link(self, call):
        source, target = call.path.split("\t")
        by_descriptor = source.startswith("/proc/self/fd/")
        file = self.descriptors[int(source.rpartition("/")[2])] if by_descriptor \
            else self.names[self._name(source)]
        self._rename_all([(self._name(target), file)])

    def _rename(self, call):
        source, target = map(self._name, call.path.split("\t"))
        changes = [(source, GONE), (target, self.names[source])]
        inside = source + "/"
        for name, file in list(self.names.items()):
            if name.startswith(inside):
                changes += [(name, GONE), (target + "/" + name[len(inside):], file)]
        self._rename_all(changes)

    def _print(self, call):
        self.has_spoken = True

    def _rename_all(self, changes):
        _change(self.names, changes)
        folder = os.path.dirname(changes[0][0]) or "."
        self.pending.append((folder, changes))

    # Power cuts

    def tree(self) -> dict:
        """The files as the program sees them."""
        return _tree(self.names, lambda file: file.contents(file.pending))

    def cut(self, variant: str, chance: random.Random) -> dict:
        """The files after a power cut: of the pending changes none, the first ones, or
        some in any order survive."""
        names = dict(self.safe_names)
        folders = {folder for folder, _ in self.pending}
        kept = {folder: _survivors(
            [changes for place, changes in self.pending if place == folder], variant, chance)
            for folder in sorted(folders)}
        for folder, changes in self.pending:
            if changes in kept[folder]:
                _change(names, changes)

        def contents(file):
            chosen = _survivors(file.pending, variant, chance)
            return file.contents(_torn(chosen, chance) if variant == "some" else chosen)

        return _tree(names, contents)


GONE = object()


def _change(names, changes):
    for name, file in changes:
        if file is GONE:
            names.pop(name, None)
        else:
            names[name] = file


def _survivors(changes: list, variant: str, chance: random.Random) -> list:
    if variant == "none":
        return []
    if variant == "first":
        return changes[:chance.randint(0, len(changes))]
    return [change for change in changes if chance.random() < 0.5]


def _torn(changes: list, chance: random.Random) -> list:
    """The changes, of which some lose sectors."""
    result = []
    for offset, data in changes:
        if data is None or chance.random() < 0.7:
            result.append((offset, data))
            continue
        result += [
            (offset + start, data[start:start + SECTOR]) for start in range(0, len(data), SECTOR)
            if chance.random() < 0.5]
    return result


def _tree(names, contents) -> dict:
    """The files whose folders are there."""
    tree = {}
    for name, file in sorted(names.items()):
        parents = [str(parent) for parent in pathlib.PurePath(name).parents][:-1]
        if all(parent in names and names[parent] is None for parent in parents):
            data = None if file is None else contents(file)
            tree[name] = None if data is None else remembered(name, data)
    return tree
