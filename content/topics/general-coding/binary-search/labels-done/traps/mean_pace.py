# caught by: Every team of one or two, up to seven labels
# Divides the labels by the team's mean rate, as if pauses were spread and labels were done in parts.
from fractions import Fraction
from math import ceil


def labels_done(annotators, labels):
    rate = sum(Fraction(block, block * pace + pause) for pace, block, pause in annotators)
    return ceil(labels / rate)
