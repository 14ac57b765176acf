"""What a topic shows besides its text: the pictures of its lesson."""
