"""The commands of the depth round."""
