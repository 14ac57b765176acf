import torch.nn.functional as F
from torch import Tensor


def mlp_forward(X: Tensor, weights: list[Tensor], biases: list[Tensor]) -> Tensor:
    """Class probabilities of a ReLU network with a softmax output.

    Parameters
    ----------
    X : tensor of shape (n, d_0)
        One example per row.
    weights : list of L tensors
        `weights[l]` has shape (d_l, d_{l+1}), inputs by outputs.
    biases : list of L tensors
        `biases[l]` has shape (d_{l+1},).

    Returns
    -------
    tensor of shape (n, d_L)
        The probability of each class; every row sums to one.

    Raises
    ------
    ValueError
        If `weights` and `biases` differ in length.

    Notes
    -----
    One matrix product per layer, O(n * sum of d_l d_{l+1}). `F.linear` takes weights as outputs by inputs, so
    a plain product fits these better. The softmax shifts each row by its maximum by itself.
    """
    *hidden, (W_out, b_out) = zip(weights, biases, strict=True)
    A = X.double()
    for W, b in hidden:
        A = F.relu(A @ W + b)
    return F.softmax(A @ W_out + b_out, dim=1)
