"""Labs: a design is run in a simulated world, and its report compares what was predicted with what happened."""
