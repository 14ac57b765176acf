# verdict: runtime error
# It defines nothing.
pass
