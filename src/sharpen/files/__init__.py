"""Files on the learner's machine: the folder of their data."""
