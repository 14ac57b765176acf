"""Designing a system: cases, with their sittings and their arithmetic, and labs, in which a design runs."""
