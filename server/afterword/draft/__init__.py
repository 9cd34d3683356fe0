"""Text to facts: the parts, sentences, names and days of a draft, with no opinions."""
