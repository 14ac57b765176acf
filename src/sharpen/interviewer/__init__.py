"""The interviewer that a candidate may plug in: an endpoint that speaks like OpenAI's, asked with its `openai` package.

It is an extra, `sharpen[llm]`, and nothing here needs it: what imports it is imported when a question is sent.
"""
