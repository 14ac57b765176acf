"""The system calls that a submission may make, as a filter for the Linux kernel.

An allow-list: what CPython and NumPy need once everything is imported. Anything else fails with
EPERM, which Python turns into an exception the candidate can read; a few calls that no honest
answer makes end the process at once (seccomp(2)).
"""

import ctypes
import errno
import os
import platform
import struct
from collections.abc import Mapping

ALLOWED_X86_64 = {
    "read": 0, "write": 1, "close": 3, "stat": 4, "fstat": 5, "lstat": 6, "poll": 7, "lseek": 8, "mmap": 9,
    "mprotect": 10, "munmap": 11, "brk": 12, "rt_sigaction": 13, "rt_sigprocmask": 14, "rt_sigreturn": 15,
    "ioctl": 16, "pread64": 17, "readv": 19, "writev": 20, "access": 21, "select": 23, "sched_yield": 24,
    "mremap": 25, "madvise": 28, "dup": 32, "nanosleep": 35, "getpid": 39, "sendto": 44, "recvfrom": 45,
    "shutdown": 48, "exit": 60, "uname": 63, "fcntl": 72, "getcwd": 79, "readlink": 89, "gettimeofday": 96,
    "getrlimit": 97, "getrusage": 98, "sysinfo": 99, "times": 100, "getuid": 102, "getgid": 104, "geteuid": 107,
    "getegid": 108, "sigaltstack": 131, "gettid": 186, "time": 201, "futex": 202, "sched_getaffinity": 204,
    "getdents64": 217, "clock_gettime": 228, "clock_getres": 229, "clock_nanosleep": 230, "exit_group": 231,
    "openat": 257, "newfstatat": 262, "pselect6": 270, "set_robust_list": 273, "getrandom": 318,
    "membarrier": 324, "statx": 332, "rseq": 334,
}  # fmt: skip
KILLED_X86_64 = {
    "ptrace": 101, "mount": 165, "init_module": 175, "kexec_load": 246, "keyctl": 250, "unshare": 272,
    "perf_event_open": 298, "setns": 308, "process_vm_readv": 310, "process_vm_writev": 311, "bpf": 321,
    "userfaultfd": 323, "io_uring_setup": 425,
}  # fmt: skip
ALLOWED_AARCH64 = {
    "getcwd": 17, "dup": 23, "fcntl": 25, "ioctl": 29, "openat": 56, "close": 57, "getdents64": 61, "lseek": 62,
    "read": 63, "write": 64, "readv": 65, "writev": 66, "pread64": 67, "pselect6": 72, "ppoll": 73,
    "readlinkat": 78, "newfstatat": 79, "fstat": 80, "exit": 93, "exit_group": 94, "futex": 98,
    "set_robust_list": 99, "nanosleep": 101, "clock_gettime": 113, "clock_getres": 114, "clock_nanosleep": 115,
    "sched_getaffinity": 123, "sched_yield": 124, "sigaltstack": 132, "rt_sigaction": 134, "rt_sigprocmask": 135,
    "rt_sigreturn": 139, "times": 153, "uname": 160, "getrlimit": 163, "getrusage": 165, "gettimeofday": 169,
    "getpid": 172, "getuid": 174, "geteuid": 175, "getgid": 176, "getegid": 177, "gettid": 178, "sysinfo": 179,
    "sendto": 206, "recvfrom": 207, "shutdown": 210, "brk": 214, "munmap": 215, "mremap": 216, "mmap": 222,
    "mprotect": 226, "madvise": 233, "faccessat": 48, "getrandom": 278, "membarrier": 283, "statx": 291, "rseq": 293,
}  # fmt: skip
KILLED_AARCH64 = {
    "mount": 40, "unshare": 97, "kexec_load": 104, "init_module": 105, "ptrace": 117, "keyctl": 219,
    "perf_event_open": 241, "setns": 268, "process_vm_readv": 270, "process_vm_writev": 271, "bpf": 280,
    "userfaultfd": 282, "io_uring_setup": 425,
}  # fmt: skip
MACHINES = {
    "x86_64": (0xC000003E, 317, ALLOWED_X86_64, KILLED_X86_64),
    "aarch64": (0xC00000B7, 277, ALLOWED_AARCH64, KILLED_AARCH64),
}
"""By machine: the audit architecture, the number of seccomp(2), what is allowed, what kills."""

EVERY = 0xFFFFFFFF
WRITING = 0o1 | 0o2 | 0o100 | 0o1000 | 0o2000 | 0o20000000  # write, read and write, create, truncate, append, nameless

RULES: dict[str, list[tuple[int, int, tuple[int, ...]]]] = {
    # Read only, also where Landlock is missing.
    "openat": [(2, WRITING, (0,))],
    # Duplicate a descriptor, read and set its flags: other commands have a process of one's choice signalled.
    "fcntl": [(1, EVERY, (0, 1, 2, 3, 4, 1030))],
    # Is it a terminal, what waits, block, close on exec.
    "ioctl": [(1, EVERY, (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451))],
    # Clocks of the machine and of the process; a negative number is the clock of a process of one's choice.
    **{name: [(0, EVERY, tuple(range(12)))] for name in ("clock_gettime", "clock_getres", "clock_nanosleep")},
    # To the other end of a line, with no flags and no address.
    "sendto": [(3, EVERY, (0,)), (4, EVERY, (0,)), (-4, EVERY, (0,))],
    "recvfrom": [(3, EVERY, (0,)), (4, EVERY, (0,)), (-4, EVERY, (0,))],
    # Ask what there is, and order the threads of this process; not those of all processors.
    "membarrier": [(0, EVERY, (0, 8, 16, 32, 64))],
}
"""Calls that are allowed with some arguments only: the number of an argument (negative: its upper half), the bits of it
that count, and what they may be. The kernel reads the lower half of each of those whose upper half is not named."""


LOAD, AND, EQUAL, AT_LEAST, RETURN = 0x20, 0x54, 0x15, 0x35, 0x06
KILL, ALLOW, REFUSE = 0x80000000, 0x7FFF0000, 0x00050000 | errno.EPERM
X32 = 0x40000000


class Filter:
    """The filter for this machine, assembled once and loaded by each child in a single call."""

    def __init__(self) -> None:
        machine = platform.machine()
        if machine not in MACHINES:
            raise OSError(errno.ENOSYS, f"no list of system calls for {machine}")
        architecture, self._seccomp, allowed, killed = MACHINES[machine]
        program = _program(architecture, allowed, killed)
        # Both buffers must outlive the call: the second points into the first.
        self._program = ctypes.create_string_buffer(program, len(program))
        self._header = struct.pack("HxxxxxxQ", len(program) // 8, ctypes.addressof(self._program))
        self._libc = ctypes.CDLL(None, use_errno=True)

    def load(self) -> None:
        """Confine the calling process. Irrevocable."""
        if self._libc.syscall(self._seccomp, 1, 0, self._header):
            raise OSError(ctypes.get_errno(), "seccomp was refused")


def _program(architecture: int, allowed: Mapping[str, int], killed: Mapping[str, int]) -> bytes:
    steps = [
        (LOAD, 0, 0, 4), (EQUAL, 1, 0, architecture), (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, 0), (AT_LEAST, 0, 1, X32), (RETURN, 0, 0, KILL),
    ]  # fmt: skip
    for number in killed.values():
        steps += _returning(KILL, number)
    for name, number in allowed.items():
        steps += _returning(ALLOW, number) if name not in RULES else _ruled(number, RULES[name])
    steps.append((RETURN, 0, 0, REFUSE))
    return b"".join(struct.pack("HBBI", *step) for step in steps)


def _ruled(number: int, rules: list[tuple[int, int, tuple[int, ...]]]) -> list[tuple[int, int, int, int]]:
    """Allow a call whose arguments keep all of the rules."""
    steps = []
    for argument, bits, values in rules:
        steps += [(LOAD, 0, 0, 16 + 8 * abs(argument) + 4 * (argument < 0)), (AND, 0, 0, bits)]
        steps += [(EQUAL, len(values) - turn, 0, value) for turn, value in enumerate(values)]
        steps.append((RETURN, 0, 0, REFUSE))
    steps.append((RETURN, 0, 0, ALLOW))
    return [(EQUAL, 0, len(steps), number), *steps]


def _returning(action: int, number: int) -> list[tuple[int, int, int, int]]:
    return [(EQUAL, 0, 1, number), (RETURN, 0, 0, action)]


def available() -> bool:
    """Whether this kernel and machine can load the filter."""
    return os.name == "posix" and os.path.exists("/proc/sys/kernel/seccomp") and platform.machine() in MACHINES
