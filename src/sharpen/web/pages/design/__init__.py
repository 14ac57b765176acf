"""Pages of system design: cases, and the sittings at them."""
