"""The routes of the contract, section 5, by topic."""

from fastapi import APIRouter

from ..resources import Resources
from . import ask, documents, service, sql, tables


def routers(resources: Resources) -> list[APIRouter]:
    """All routes over what a service holds."""
    return [topic.routes(resources) for topic in (ask, tables, documents, sql, service)]
