# verdict: memory limit | time limit
# It multiplies a string.
def double(values):
    text = 'a'
    while True:
        text += text
