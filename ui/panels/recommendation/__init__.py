"""The recommendation: judgments, weighing, what carries the number, disputed facts priced, orders."""

from ui.panels.recommendation.page import RecommendationPage

__all__ = ["RecommendationPage"]
