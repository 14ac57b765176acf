"""The commands of a day of practice: review, plan, stats, fit."""
