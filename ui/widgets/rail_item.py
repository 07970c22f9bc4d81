"""The former name of RailLink, until the rail uses the new one."""

from ui.widgets.rail_link import End
from ui.widgets.rail_link import RailLink as RailItem

__all__ = ["End", "RailItem"]
