# verdict: time limit
# A regular expression that takes for ever.
import re
def double(values):
    return re.match('(a+)+b', 'a' * 64)
