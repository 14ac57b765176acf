# caught by: Random texts
# A recursion that carries the weight so far along, and goes three ways at each pair of places: exponential.
def shared_weight(document, question, common):
    def best(i, j, weight):
        if i == len(document) or j == len(question):
            return weight
        answer = max(weight, best(i + 1, j, 0), best(i, j + 1, 0))
        if document[i] == question[j]:
            answer = max(answer, best(i + 1, j + 1, weight + (document[i] not in common)))
        return answer

    return best(0, 0, 0)
