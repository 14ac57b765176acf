# Dictionaries of lists, the statistics module and loops; lists are returned.
import math
from collections import defaultdict
from statistics import fmean, pstdev


def group_advantages(rewards, groups):
    prompts = defaultdict(list)
    for place, label in enumerate(groups):
        prompts[int(label)].append(place)
    advantages = [0.0] * len(rewards)
    for places in prompts.values():
        own = [float(rewards[place]) for place in places]
        if len(set(own)) > 1:
            mean, spread = fmean(own), pstdev(own)
            for place, reward in zip(places, own, strict=True):
                advantages[place] = (reward - mean) / spread
    return advantages


def grpo_loss(logps, old_logps, mask, advantages, low=0.2, high=0.2):
    n, width = len(logps), len(logps[0])
    loss, gradient = 0.0, [[0.0] * width for _ in range(n)]
    for i, advantage in enumerate(advantages):
        kept = [t for t in range(width) if mask[i][t]]
        for t in kept:
            ratio = math.exp(logps[i][t] - old_logps[i][t])
            cut = min(max(ratio, 1 - low), 1 + high)
            if ratio * advantage <= cut * advantage:
                gradient[i][t] = -ratio * advantage / len(kept) / n
            loss -= min(ratio * advantage, cut * advantage) / len(kept) / n
    return loss, gradient
