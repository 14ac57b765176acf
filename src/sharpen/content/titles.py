"""Titles of topics: the outline has ids alone, and most titles follow from them."""

TITLES = {
    "ab-testing": "A/B testing",
    "bias-variance": "Bias and variance",
    "convnet-architectures": "ConvNet architectures",
    "dp-0-1-knapsack": "DP: 0/1 knapsack",
    "dp-unbounded-knapsack": "DP: unbounded knapsack",
    "dp-fibonacci-numbers": "DP: Fibonacci numbers",
    "dp-palindromic-subsequence": "DP: palindromic subsequence",
    "dp-longest-common-substring": "DP: longest common substring",
    "dp-grids-and-paths": "DP: grids and paths",
    "dialog-and-chatbots": "Dialog and chatbots",
    "fast-slow-pointers": "Fast and slow pointers",
    "l1-lasso": "L1 (lasso)",
    "l2-ridge": "L2 (ridge)",
    "map-estimation": "MAP estimation",
    "ngram-vs-neural-lm": "n-gram vs neural LM",
    "parametric-vs-nonparametric": "Parametric vs nonparametric",
    "pos-tagging-hmm": "POS tagging with HMMs",
    "acoustic-modeling-hmm": "Acoustic modeling with HMMs",
    "precision-recall-f-score": "Precision, recall, F-score",
    "r-squared": "R²",
    "rag": "RAG",
    "supervised-unsupervised-semi-supervised": "Supervised, unsupervised, semi-supervised",
    "classification-regression-clustering": "Classification, regression, clustering",
    "text-classification": "Text classification and sentiment",
    "tokenization-bpe": "Tokenization (BPE)",
    "vanishing-exploding-gradients": "Vanishing and exploding gradients",
}
"""Titles that no rule gives."""

TOGETHER = (
    "k-means",
    "k-nearest",
    "k-way",
    "tf-idf",
    "t-sne",
    "p-values",
    "self-attention",
    "top-k",
    "content-based",
    "cross-entropy",
    "cross-validation",
    "out-of-vocabulary",
    "algorithm-specific",
)
"""Words that keep their hyphens."""

SPELLING = {
    "k-means": "k-means",
    "k-nearest": "k-nearest",
    "k-way": "k-way",
    "p-values": "p-values",
    "t-sne": "t-SNE",
    "tf-idf": "tf-idf",
    "adaboost": "AdaBoost",
    "auc": "AUC",
    "bayes": "Bayes",
    "bert": "BERT",
    "bfs": "BFS",
    "bptt": "BPTT",
    "ctc": "CTC",
    "ctr": "CTR",
    "dbscan": "DBSCAN",
    "dfs": "DFS",
    "elmo": "ELMo",
    "gaussian": "Gaussian",
    "glove": "GloVe",
    "ica": "ICA",
    "kv": "KV",
    "linkedin": "LinkedIn",
    "llm": "LLM",
    "lora": "LoRA",
    "lstm": "LSTM",
    "markov": "Markov",
    "mfcc": "MFCC",
    "ml": "ML",
    "mlp": "MLP",
    "mvp": "MVP",
    "pagerank": "PageRank",
    "pca": "PCA",
    "peft": "PEFT",
    "rmsprop": "RMSProp",
    "rnn": "RNN",
    "roc": "ROC",
    "sgd": "SGD",
    "star": "STAR",
    "svm": "SVM",
    "viterbi": "Viterbi",
    "xgboost": "XGBoost",
}
"""Words that are not written in lower case, or never with a capital."""


def title(topic_id: str) -> str:
    """A topic's title: its words with spaces between, a capital first, names and acronyms as usual.

    >>> title("hidden-markov-models"), title("k-means"), title("roc-curve")
    ('Hidden Markov models', 'k-means', 'ROC curve')
    """
    if topic_id in TITLES:
        return TITLES[topic_id]
    text = topic_id
    for word in TOGETHER:
        text = text.replace(word, word.replace("-", "\0"))
    words = [word.replace("\0", "-") for word in text.split("-")]
    first = SPELLING.get(words[0], words[0][:1].upper() + words[0][1:])
    return " ".join([first, *(SPELLING.get(word, word) for word in words[1:])])
