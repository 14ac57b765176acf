"""The command of mock loops."""
