"""Measuring: components, reports, answers."""
