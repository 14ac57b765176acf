# verdict: runtime error
# It defines the entry as a number.
double = 2
