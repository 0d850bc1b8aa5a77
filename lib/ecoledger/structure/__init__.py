"""Finds title, dateline, source, meeting, people, paragraphs, speakers and segments in clean text."""
