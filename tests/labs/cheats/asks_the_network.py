# fails: sandbox refuses|system call
"""Asks somebody else."""

import socket

import numpy as np


class Design:
    def fit(self, log, day):
        socket.create_connection(("127.0.0.1", 80), 1)

    def act(self, requests):
        return np.zeros(len(requests["left"]), int)
