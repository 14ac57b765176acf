# caught by: The same rolls give the same result
# Recycles what a rejected pair tells as a first roll, but the first roll of the next call.
left = []


def rand10(rand7):
    first = left.pop() if left else rand7()
    while True:
        number = 7 * (first - 1) + rand7() - 1
        if number < 40:
            return number % 10 + 1
        left[:] = [number - 39] if number < 47 else []
        first = rand7()
