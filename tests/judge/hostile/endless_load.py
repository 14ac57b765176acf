# verdict: time limit
# It never finishes loading.
while True:
    pass
