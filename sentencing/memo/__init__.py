"""From a case and its assessment to a reasoned memo: one view, one document tree, HTML, Word and PDF."""
