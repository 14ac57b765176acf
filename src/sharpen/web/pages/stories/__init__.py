"""Pages of stories and of rehearsing them."""
