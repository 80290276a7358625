"""The HTTP service and its web page: questions, documents and facts of one store."""

from .app import create_app
from .serve import serve

__all__ = ["create_app", "serve"]
