"""Every POSIX-only call: limits on a worker process, its process group, its death. Elsewhere these do nothing."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TypedDict

from checker.limits import RECORD_FILE_BYTES, WORKER_FILE_BYTES, WORKER_MEMORY_BYTES, WORKER_OPEN_FILES

try:
    import resource
except ImportError:  # not a POSIX system: workers are only ended by the timer
    AVAILABLE = False
else:
    AVAILABLE = True

_PR_SET_PDEATHSIG = 1
# Linux counts peak memory in KiB, macOS in bytes.
_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


class SpawnOptions(TypedDict, total=False):
    """Extra options for starting a worker."""

    process_group: int


def spawn_options() -> SpawnOptions:
    """How to start a worker so that it and whatever it starts can be ended together."""
    return {"process_group": 0} if AVAILABLE else {}


def spare_environment(workplace: Path) -> dict[str, str]:
    """The environment of a worker: nothing of the user's but what the system itself cannot start a program without."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    # A worker may start no threads; libraries for text recognition otherwise do so when they are loaded.
    alone = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    return kept | alone | {"TMPDIR": str(workplace), "TEMP": str(workplace)}


def confine(memory: int) -> str:
    """Put this process under the worker limits, among them `memory` in bytes, and tie its life to its parent's.

    What could be done is told in one word.
    """
    if not AVAILABLE:
        return "timeout-only"
    os.umask(0o077)
    _die_with_parent()
    ceilings = [
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_FSIZE, WORKER_FILE_BYTES, RECORD_FILE_BYTES),
        (resource.RLIMIT_NOFILE, WORKER_OPEN_FILES, WORKER_OPEN_FILES),
        (resource.RLIMIT_AS, memory, memory),
        # No process or thread may be started from here on; root is exempt from this limit.
        (resource.RLIMIT_NPROC, 0, 0),
    ]
    applied = [_limit(kind, soft, hard) for kind, soft, hard in ceilings]
    return "rlimit" if all(applied) else "timeout-only"


def allow_cpu(seconds: int) -> None:
    """Let this process use `seconds` of computing time from now on; past them the system ends it."""
    if AVAILABLE:
        usage = resource.getrusage(resource.RUSAGE_SELF)
        _limit(resource.RLIMIT_CPU, int(usage.ru_utime + usage.ru_stime) + seconds, resource.RLIM_INFINITY)


def allow_files(size: int) -> None:
    """Let this process write files of up to `size` bytes from now on."""
    if AVAILABLE:
        _limit(resource.RLIMIT_FSIZE, size, resource.RLIM_INFINITY)


def peak_bytes() -> int:
    """The most memory this process ever held at once; 0 where that is not known."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _PEAK_UNIT if AVAILABLE else 0


def kill(process: subprocess.Popen[bytes]) -> None:
    """Stop `process`, and on POSIX all of its process group, at once; nothing happens to one that was reaped."""
    if not AVAILABLE:
        process.kill()
    elif process.returncode is None:
        # Some systems refuse to signal a group in which nobody lives any more.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)


def reap(process: subprocess.Popen[bytes]) -> int:
    """Wait until `process` has ended; its peak memory in bytes, 0 where that is not known."""
    if not AVAILABLE or process.returncode is not None:
        process.wait()
        return 0
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss * _PEAK_UNIT


def ended_by_cpu_limit(status: int) -> bool:
    """Whether a process with this exit status was stopped for using too much computing time."""
    return AVAILABLE and status == -signal.SIGXCPU


def name_of_end(status: int) -> str:
    """An exit status in words: the signal that ended a process, or its number."""
    try:
        return signal.Signals(-status).name
    except ValueError:
        return f"exit status {status}"


def is_private(folder: Path) -> bool:
    """Whether a folder is this user's, and nobody else may write to it."""
    if not AVAILABLE:
        return True
    status = folder.stat()
    return status.st_uid == os.geteuid() and not status.st_mode & 0o022


def sync_folder(folder: Path) -> None:
    """Make sure that a file just put into `folder` is still there after a power failure."""
    if not AVAILABLE:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def worker_slots(each: int = WORKER_MEMORY_BYTES) -> int:
    """How many workers this machine carries: one per core, as far as its memory goes, if each takes so much of it."""
    if not AVAILABLE:
        return os.cpu_count() or 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return max(1, min(cores, memory * 4 // (each * 5)))


def _limit(kind: int, soft: int, hard: int) -> bool:
    """Set a limit, or what stricter one is already in force; whether the system knows this limit."""
    _, in_force = resource.getrlimit(kind)
    if in_force != resource.RLIM_INFINITY:
        soft = min(soft, in_force)
        hard = in_force if hard == resource.RLIM_INFINITY else min(hard, in_force)
    try:
        resource.setrlimit(kind, (soft, hard))
    except (OSError, ValueError):
        return False
    return True


def _die_with_parent() -> None:
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
