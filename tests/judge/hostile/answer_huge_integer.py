# verdict: wrong answer
# It answers with an integer too long to write out.
def double(values):
    return 1 << 20_000
