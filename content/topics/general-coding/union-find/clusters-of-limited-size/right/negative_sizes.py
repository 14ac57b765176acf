# One array: a leader holds its size as a negative number; paths are flattened, and joins ignore sizes.
def together(n, pairs, most):
    up = [-1] * n

    def lead(text):
        top = text
        while up[top] >= 0:
            top = up[top]
        while text != top:
            up[text], text = top, up[text]
        return top

    answers = []
    for one, other in pairs:
        a, b = lead(one), lead(other)
        if a != b and -up[a] - up[b] <= most:
            up[b] += up[a]
            up[a] = b
            a = b
        answers.append(a == b)
    return answers
