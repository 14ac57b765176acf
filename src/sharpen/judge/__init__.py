"""The judge: runs a submission against a problem's checks, in isolation."""

from sharpen.judge.local import Judge, JudgeBroken, LocalJudge

__all__ = ["Judge", "JudgeBroken", "LocalJudge"]
