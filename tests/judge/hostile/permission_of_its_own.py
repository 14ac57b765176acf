# verdict: runtime error
# Says itself that something was refused; the sandbox did not.
def double(values):
    raise OSError(13, "Permission denied")
