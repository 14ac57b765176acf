# verdict: forbidden call | runtime error
# It leaves shared memory behind.
import _posixshmem
_posixshmem.shm_open('/sharpen-hostile', 66, 0o600)
