"""Train the ranker of questions from paraphrases, and measure what it brings."""
