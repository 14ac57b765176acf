"""Pages of mock loops."""
