# caught by: The same rolls give the same result
# "Entropy must not be wasted": what a rejected pair tells shifts later results, also those of the next calls.
kept = 0


def rand10(rand7):
    global kept
    while True:
        number = 7 * (rand7() - 1) + rand7() - 1
        if number < 40:
            return (number + kept) % 10 + 1
        kept = number - 40
