"""What is a name and where it begins and ends: guards and repairs around the entity recogniser."""
