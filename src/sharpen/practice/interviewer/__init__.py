"""The interviewer that a candidate may plug in: what it is asked, and that nothing is sent but what they agreed to."""
