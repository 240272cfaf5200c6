"""Small disks of our own, seen by this process and those that it starts."""

import ctypes
import os
import pathlib
import subprocess

from cases import Skipped

CLONE_NEWNS = 0x20000


class SmallDisk:
    """A disk in memory. Only root can make one; nobody else sees it."""

    def __init__(self, place: pathlib.Path, size: str):
        if os.geteuid() != 0:
            raise Skipped("only root can mount a small disk")
        library = ctypes.CDLL(None, use_errno=True)
        if library.unshare(CLONE_NEWNS) != 0:
            raise Skipped(f"no mounts of our own here: {os.strerror(ctypes.get_errno())}")
        place.mkdir(parents=True)
        self.place, self.filler = place, place / "filler"
        try:
            _mount("--make-rprivate", "/")
            _mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place))
        except subprocess.CalledProcessError as error:
            raise Skipped(f"no mounts of our own here: {error.stderr.decode().strip()}")

    def fill(self, free_bytes: int):
        """Leaves so much room; what is freed later counts too."""
        self.empty()
        page = 4096
        with open(self.filler, "wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(16 * page))
            except OSError:
                pass
            # The last write may have been cut short.
            file.truncate(max(0, os.path.getsize(self.filler) // page * page - free_bytes))

    def empty(self):
        """Frees the room."""
        self.filler.unlink(missing_ok=True)

    def set_read_only(self, is_read_only: bool):
        """Makes it read-only or writable."""
        _mount("-o", "remount," + ("ro" if is_read_only else "rw"), str(self.place))

    def remove(self):
        """Unmounts it."""
        subprocess.run(["umount", "-l", str(self.place)], check=False, capture_output=True)
        self.place.rmdir()


def _mount(*arguments: str):
    subprocess.run(["mount", *arguments], check=True, capture_output=True)
