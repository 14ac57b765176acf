"""The commands of stories."""
