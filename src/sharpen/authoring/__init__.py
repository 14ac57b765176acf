"""What contributors run: the proof of a problem, a lesson and its cards; mutants; the scaffold of a new problem."""
