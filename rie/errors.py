"""The errors of RIE, one tree. A message says what happened, where, and what to change.

RieError
├── PackError         a pack cannot be read or does not agree with itself
├── StoreError        a store is missing, damaged or written by someone else at the moment
├── UsageError        a command or call was given something it cannot use
├── SqlRejected       a statement that the SQL guard does not let through
├── QueryLimit        a statement ran past its time, memory or size limit
├── LlmError          a language model that is configured does not answer
└── MarkupError       a line of annotation markup cannot be read
"""


class RieError(Exception):
    """Base of all errors that RIE raises on purpose; `str(error)` is fit for a user's eyes."""


class PackError(RieError):
    """A pack cannot be read or does not agree with itself; names the place in the file and the fix."""


class StoreError(RieError):
    """A store is missing, damaged or being written by another process."""


class UsageError(RieError):
    """A command or a call was given something that it cannot use."""


class SqlRejected(RieError):
    """A SQL statement is outside what the guard allows; says which part."""


class QueryLimit(RieError):
    """A SQL statement ran past its time, memory or size limit."""


class LlmError(RieError):
    """A language model that is configured does not answer."""


class MarkupError(RieError):
    """A line of annotation markup cannot be read; says what and where."""
