"""What is remembered: every item a learner can meet, its memory, and how a rating moves it."""
