"""What spans all exercises: the session of the day, the agenda, the plan, the statistics, the fit."""
