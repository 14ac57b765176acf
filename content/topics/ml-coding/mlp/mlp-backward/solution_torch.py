import torch.nn.functional as F
from torch import Tensor


def mlp_backward(
    X: Tensor, y: Tensor, W1: Tensor, b1: Tensor, W2: Tensor, b2: Tensor
) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Mean cross-entropy of a two-layer ReLU network and its gradients.

    Parameters
    ----------
    X : tensor of shape (n, d)
        One example per row.
    y : tensor of shape (n,)
        The class of each example, an integer from 0 to k - 1.
    W1, b1 : tensors of shape (d, h) and (h,)
        The hidden layer, followed by ReLU.
    W2, b2 : tensors of shape (h, k) and (k,)
        The output layer, followed by softmax.

    Returns
    -------
    loss : tensor of one number
        The cross-entropy in nats, averaged over the examples.
    dW1, db1, dW2, db2 : tensors of the shapes of W1, b1, W2, b2
        The gradient of the loss in each; the derivative of ReLU at 0 is 0.

    Notes
    -----
    The error at the logits is (P - Y) / n; each layer turns its error into gradients and passes it on.
    Classes become int64 first: a tensor of bytes would not index but mask. O(n (d h + h k)), about twice
    the forward pass on top of it.
    """
    X, y = X.double(), y.long()
    Z = X @ W1 + b1
    A = F.relu(Z)
    S = A @ W2 + b2
    error = (F.softmax(S, dim=1) - F.one_hot(y, S.shape[1])) / len(X)
    hidden_error = (error @ W2.T) * (Z > 0)
    return F.cross_entropy(S, y), X.T @ hidden_error, hidden_error.sum(dim=0), A.T @ error, error.sum(dim=0)
