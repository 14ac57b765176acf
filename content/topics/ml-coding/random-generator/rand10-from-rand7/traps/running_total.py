# caught by: Each of 1 to 10 comes a tenth of the time, whatever came before
# A running total modulo 10 is uniform in the long run, but each result lies one to seven places after the last.
total = 0


def rand10(rand7):
    global total
    total = (total + rand7()) % 10
    return total + 1
