# verdict: time limit
# It prints for ever.
def double(values):
    while True:
        print('flood')
