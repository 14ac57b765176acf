# The ring written twice and rounds taken off first: no stretch passes the end.
def ring_sums(values, stretches):
    n, sums = len(values), [0]
    for value in values + values:
        sums.append(sums[-1] + value)
    answer = []
    for start, length in stretches:
        rounds, rest = length // n, length % n
        answer.append(rounds * sums[n] + sums[start + rest] - sums[start])
    return answer
