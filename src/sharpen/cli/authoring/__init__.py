"""The commands of contributors: content check, new and stats."""
