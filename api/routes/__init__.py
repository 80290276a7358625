"""The routes of the contract, section 5, by topic."""

from fastapi import APIRouter

from ..resources import Resources
from . import ask, documents, service, sql, tables
from .parameters import PROBLEMS


def routes(resources: Resources) -> APIRouter:
    """All routes over what a service holds."""
    router = APIRouter(responses=PROBLEMS, redirect_slashes=False)
    for topic in (ask, tables, documents, sql, service):
        router.include_router(topic.routes(resources))
    return router
