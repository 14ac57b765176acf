"""Stories of one's own work: written, counted, matched with questions, and rehearsed."""
