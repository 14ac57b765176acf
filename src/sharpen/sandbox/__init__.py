"""Runs untrusted Python: asks it, waits for it within limits, and measures it. It knows no problem."""
