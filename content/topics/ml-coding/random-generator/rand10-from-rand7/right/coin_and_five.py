# A fair coin from rolls other than 7, then a fair 1 to 5 from rolls up to 5: no number of rolls is enough for certain.
def rand10(rand7):
    coin = next(roll for roll in iter(rand7, None) if roll != 7)
    five = next(roll for roll in iter(rand7, None) if roll < 6)
    return 2 * five - coin % 2
