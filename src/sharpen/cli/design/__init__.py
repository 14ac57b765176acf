"""The commands of cases."""
