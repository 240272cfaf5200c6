"""Reads FIT files with fitdecode, as in its documentation, and prints the number of
files and sessions, and the time in milliseconds."""

import sys
import time
import warnings

import fitdecode

warnings.simplefilter("ignore")
paths, sessions, start = sys.argv[1:], 0, time.perf_counter()
for path in paths:
    try:
        with fitdecode.FitReader(path, error_handling=fitdecode.ErrorHandling.IGNORE) as reader:
            for frame in reader:
                if isinstance(frame, fitdecode.FitDataMessage) and frame.name == "session":
                    sessions += 1
    except fitdecode.FitError:
        pass
print(f"{len(paths)} files, {sessions} sessions, {1000 * (time.perf_counter() - start):.0f} ms")
