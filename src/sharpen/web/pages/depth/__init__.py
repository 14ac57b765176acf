"""The pages of the depth round."""
