"""Files on the learner's machine: the folder of their data, and replacing a file whole."""
