# verdict: runtime error
# It answers, and prints, half a character.
def double(values):
    print("\ud800")
    return "\udfff"
