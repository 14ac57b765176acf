"""The pattern drill: recognizing what a statement wants before writing any code."""
