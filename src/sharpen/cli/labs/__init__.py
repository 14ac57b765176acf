"""Commands of labs: designs that run in a simulated world."""
