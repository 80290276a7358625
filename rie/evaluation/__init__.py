"""How right the system is, measured: reports, components and answers against gold."""
