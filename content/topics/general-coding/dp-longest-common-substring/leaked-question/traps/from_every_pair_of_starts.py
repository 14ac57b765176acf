# caught by: 500 tokens each, nearly all alike
# Compares from every pair of starts as far as it goes: cubic where much is alike.
def shared_weight(document, question, common):
    light, best = set(common), 0
    for i in range(len(document)):
        for j in range(len(question)):
            length = weight = 0
            while i + length < len(document) and j + length < len(question):
                token = document[i + length]
                if token != question[j + length]:
                    break
                weight += token not in light
                length += 1
            best = max(best, weight)
    return best
