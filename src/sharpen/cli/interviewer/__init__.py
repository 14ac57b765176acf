"""The interviewer that one may plug in: shown, set and tried."""
