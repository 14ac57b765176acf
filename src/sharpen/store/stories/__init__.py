"""Stories and tellings in the database."""
