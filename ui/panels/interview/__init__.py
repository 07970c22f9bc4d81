"""The interview: pages of fact cards."""

from ui.panels.interview.page import InterviewPage

__all__ = ["InterviewPage"]
