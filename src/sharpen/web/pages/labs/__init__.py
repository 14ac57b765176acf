"""Labs: the list, the page a design is written on, and what runs of it found."""
