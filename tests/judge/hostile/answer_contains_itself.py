# verdict: runtime error
# It answers with a list that contains itself.
def double(values):
    answer = []
    answer.append(answer)
    return answer
