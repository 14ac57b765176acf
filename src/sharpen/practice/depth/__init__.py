"""The depth round: projects of the learner, and what is asked about them."""
