"""The mistakes people make, each a function that takes a right answer's entry point and returns a wrong one.

The files of this package are read as text: `authoring/battery.py` pastes one below a model solution and judges the
result, so they import the standard library and `frame` alone, and reach NumPy only where the solution has it.
"""
