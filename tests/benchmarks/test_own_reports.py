"""The annotated reports in the scorer's terms."""

from benchmarks import own_reports, quotes


def test_the_gold_scores_fully_against_itself() -> None:
    articles = own_reports.articles(["a001", "b001"])
    figures = quotes.score([(list(one.gold), list(one.gold)) for one in articles])
    assert figures["joint"].f1 == 1.0
    assert figures["content:Indirect"].f1 == 1.0


def test_contents_are_the_words_that_are_marked() -> None:
    for article in own_reports.articles():
        for one in article.gold:
            words = [article.text[slice(*article.tokens[i])] for i in sorted(one.content)]
            assert words
            assert "{" not in "".join(words)
