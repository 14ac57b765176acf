"""What is remembered: cards, memories, reviews and the plan of them."""
