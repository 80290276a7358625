"""Parsers of HTML, Markdown, DOCX and PDF: bytes to text. They run in a process of their own (`rie.documents.parser`)."""
