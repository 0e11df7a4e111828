"""What a saved page holds: its own data, its blocks of text in order, and which of them are the article."""
