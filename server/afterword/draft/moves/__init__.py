"""What each sentence of a draft does, and what kind of email the draft is."""

from afterword.draft.moves.kinds import Met, kind
from afterword.draft.moves.labels import label, nearest
from afterword.draft.moves.reading import Reading, listen, read

__all__ = ["Met", "Reading", "kind", "label", "listen", "nearest", "read"]
