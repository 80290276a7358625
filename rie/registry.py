"""Names under which parts of RIE are found by spaCy's config system. Old versions stay when a new one comes."""

COMPONENTS = (
    "rie.pipeline.sentences",
    "rie.pipeline.mentions",
    "rie.pipeline.linker",
    "rie.pipeline.relations",
    "rie.pipeline.reports",
)
