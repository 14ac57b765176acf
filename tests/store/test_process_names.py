"""Telling a process that died from one that is still at work."""

import os
import signal
import subprocess
import sys
import time

from sharpen.store.process_names import is_alive, this_process

NAME = "from sharpen.store.process_names import this_process; print(this_process(), flush=True); input()"


def test_this_process_is_alive_and_its_name_is_its_own() -> None:
    assert is_alive(this_process())
    assert len(this_process().split(" ")) == 6


def test_another_process_is_alive_until_it_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", NAME], stdin=-1, stdout=-1, text=True) as other:
        assert other.stdout is not None
        name = other.stdout.readline().strip()
        assert is_alive(name)
        os.kill(other.pid, signal.SIGKILL)
        # Nobody has waited for it yet: it is a zombie, and dead all the same.
        deadline = time.monotonic() + 5
        while is_alive(name) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert not is_alive(name)
    assert not is_alive(name)


def test_a_process_id_given_anew_is_not_the_same_process() -> None:
    parts = this_process().split(" ")
    parts[4] = str(int(parts[4]) - 1)
    assert not is_alive(" ".join(parts))


def test_a_process_before_the_last_boot_is_gone() -> None:
    parts = this_process().split(" ")
    parts[1] = "another-boot"
    assert not is_alive(" ".join(parts))


def test_a_process_elsewhere_is_presumed_alive_for_an_hour() -> None:
    parts = this_process().split(" ")
    parts[0] = "another-machine"
    assert is_alive(" ".join(parts))
    parts[5] = str(int(parts[5]) - 3601)
    assert not is_alive(" ".join(parts))


def test_nonsense_is_not_alive() -> None:
    assert not is_alive("")
    assert not is_alive("a b c")
