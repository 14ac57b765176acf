"""Record by record, each time the earliest of all that can be next."""


def read_on(shards, positions, count):
    now, times = list(positions), []
    for _ in range(count):
        ready = [number for number, shard in enumerate(shards) if now[number] < len(shard)]
        if not ready:
            break
        best = min(ready, key=lambda number: shards[number][now[number]])
        times.append(shards[best][now[best]])
        now[best] += 1
    return times, now


def inputs(rng, draw):
    spread = int(rng.choice([0, 1, 3, 10**9]))
    lengths = [int(rng.integers(0, 7)) for _ in range(draw.length("shards", 8))]
    shards = [sorted(rng.integers(-spread, spread + 1, length).tolist()) for length in lengths]
    return shards, [int(rng.integers(0, length + 1)) for length in lengths], int(rng.integers(0, 25))
