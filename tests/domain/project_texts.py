"""Short texts of projects as candidates write them, each with the methods that an interviewer would go into."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """`methods` are the slugs of the ladders that belong to it, `named` of those that it names and did not use."""

    name: str
    fields: dict[str, str]
    methods: frozenset[str]
    named: frozenset[str]


def text(name: str, methods: str, named: str = "", **fields: str) -> Text:
    return Text(name, fields, frozenset(methods.split()), frozenset(named.split()))


TEXTS = (
    text(
        "ads",
        "click-prediction linear-and-logistic-models ab-tests",
        goal="""Predict the CTR of sponsored listings so that the auction charges the right price. Items in the
shopping cart were not advertised. We paid a lot of attention to advertisers who had just joined.""",
        features="Hashed crosses of user, ad and context; regularization by the count of each value; drift of prices.",
        model="""Logistic regression with FTRL, 40 million weights. A deeper network was no better within the
p-values we saw.""",
        evaluation="""Log loss from .412 to .407; an A/B test of two weeks on half of the traffic, revenue +1.1% (.2 to
2).""",
    ),
    text(
        "tickets",
        "transformers nlp-pipelines",
        goal="Route 9,000 support tickets a day to one of 40 teams. Text classification, in five languages.",
        model="""DistilBERT with a linear head, fine-tuned for three epochs; tf-idf with a linear SVM was the
baseline, 6 points of macro F1 worse.""",
        loss="Cross-entropy with smoothing. Attention is over 256 tokens, as longer tickets repeat themselves.",
        evaluation="Macro F1 of .81 (.79 to .83), ranking of teams by how many tickets they return.",
    ),
    text(
        "movies",
        "recommenders embeddings",
        goal="Recommender of films on the home page: thirty rows, each of twenty films, for 2 million households.",
        model="""Matrix factorization by alternating least squares on implicit feedback, then a two-tower model
whose item vectors go into an index.""",
        evaluation="Recall at 100, and minutes watched with and without the row. Training and splits by week.",
        baselines="The most popular films of the week: a third of the recall.",
    ),
    text(
        "fraud",
        "trees-and-boosting",
        goal="Decide within 80 ms whether a card payment is fraud. 1 in 800 is.",
        data="""14 months of payments. Labels come by chargeback, up to 90 days later. A switch of the label in May
cost us a week.""",
        model="""GBDT: LightGBM with 900 trees, monotone in the amount. A neural network tied with it, and nobody
could explain it.""",
        training="Search over depth and learning rate; the linear score of the vendor is one of the features.",
        evaluation="""Precision at a recall of 60%: 31%, before 19%. Attention to the threshold, which moves with the
season.""",
    ),
    text(
        "speech",
        "hidden-markov-models k-means-and-mixtures",
        "cnn",
        goal="Recognize 40 spoken commands on a chip without a network, for hearing aids.",
        features="""13 cepstral coefficients and their differences, every 10 ms. The mean of the utterance is
subtracted.""",
        model="""HMMs of three states a phone with Gaussian mixtures of 8 components, trained by EM; the search is
Viterbi with a beam. A tiny convolutional layer was tried by a colleague in another project.""",
        evaluation="Word error rate 7.2%, from 9.8%, on 30 speakers who were not in training. Rank tests by speaker.",
    ),
    text(
        "demand",
        "time-series trees-and-boosting",
        goal="Forecast the demand for 30,000 products in 400 shops, so that less bread is thrown away.",
        data="Three years of sales by day. Holidays, weather, promotions. Tests of the shelf sensors were dropped.",
        model="""XGBoost on lags and calendar, one model for all; exponential smoothing for products younger than a
month.""",
        training="Rolling origin: six cuts, four weeks each, never a shuffled split.",
        evaluation="Weighted quantile loss .142, the seasonal naive .171. Waste fell by 9% in a pilot of 30 shops.",
    ),
    text(
        "assistant",
        "retrieval-augmented-generation embeddings transformers",
        goal="Answers for field engineers from 12,000 manuals, with the page that each sentence rests on.",
        data="""PDF to text, cut at headings; rags and gloves are on the list of spare parts, which confused the
old search.""",
        model="""Retrieval-augmented: bge embeddings and BM25 fused by rank, the eight best passages go to Llama 3
with the question. No fine-tuning; prompts alone.""",
        evaluation="""300 questions by two engineers: 78% right, before 41%. A ranking of manuals by how often they
fail.""",
    ),
    text(
        "churn",
        "trees-and-boosting linear-and-logistic-models",
        goal="Which customers of a gym will leave within 60 days? Retention calls the 500 likeliest of each month.",
        model="Random forest; the glm of the last team was 3 points of AUC behind. Isotonic calibration.",
        labels="Left means no contract on day 61. Clustering of customers by a consultant was given up.",
        evaluation="AUC .81. In a pilot that was not randomized, 11% fewer of those called left.",
    ),
    text(
        "vision",
        "cnn",
        goal="Find scratches on car doors at the end of the line, in two seconds a door.",
        model="U-Net with an EfficientNet backbone, at 1024 by 1024. Larger was slower and no better.",
        labels="Masks drawn by three inspectors, who agreed with a kappa of .7.",
        evaluation="Recall 96% at one false alarm in 50 doors. Images of embedded logos were the hardest.",
    ),
    text(
        "chat",
        "llm-fine-tuning transformers",
        goal="A writer of replies for an insurer's staff, who edit and send them. 4,000 replies a day.",
        model="Mistral 7B with QLoRA on 60,000 replies, then DPO on which of two drafts the staff kept.",
        evaluation="Characters edited, 31% fewer; a panel of four read 200 replies blind.",
    ),
)
