# No list of prefix sums: the ends of all stretches are sorted and met in one walk, O(n + q log q).
def ring_sums(values, stretches):
    n, total = len(values), sum(values)
    ends = [
        (count % n, count // n, number, sign)
        for number, (start, length) in enumerate(stretches)
        for count, sign in ((start, -1), (start + length, 1))
    ]
    answer, place, running = [0] * len(stretches), 0, 0
    for rest, rounds, number, sign in sorted(ends):
        while place < rest:
            running += values[place]
            place += 1
        answer[number] += sign * (rounds * total + running)
    return answer
