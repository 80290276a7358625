"""What a snapshot and its pack call things: entities, places, texts, and the words of the layer and of English."""
