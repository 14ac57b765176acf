"""The web app: pages rendered on the server, islands of TypeScript where a page must react at once."""
