"""The pages of a day of practice: the review, the plan, the statistics."""
