"""How much one message and the answers that wait to be taken may weigh."""

MOST_BUFFERS = 100_000
"""Arrays in one message."""
LONGEST_HEADER = 8 << 20
"""Bytes of a message without its arrays."""
MOST_HELD = 32 << 20
"""Bytes of answers that may lie here before anybody takes them; then a child has to wait with the next."""
