# Hashes of all prefixes, forward and backward, and one try for each run of equal records.
def extra_record(trace):
    prime, base = (1 << 61) - 1, 911_382_323
    numbers, n = {}, len(trace)
    digits = [numbers.setdefault(name, len(numbers) + 1) for name in trace]
    power, ahead, behind = [1], [0], [0]
    for digit, mirrored in zip(digits, reversed(digits)):
        power.append(power[-1] * base % prime)
        ahead.append((ahead[-1] * base + digit) % prime)
        behind.append((behind[-1] * base + mirrored) % prime)

    def part(sums, start, stop):
        return (sums[stop] - sums[start] * power[stop - start]) % prime

    def without(sums, index):
        return (sums[index] * power[n - 1 - index] + part(sums, index + 1, n)) % prime

    for index in range(n):
        if index and trace[index - 1] == trace[index]:
            continue
        if without(ahead, index) == without(behind, n - 1 - index):
            return index
    return None
