"""What a citation opens: title, pinpoint, quotation, how it was read, where to look it up."""

from attrs import frozen

from sentencing.pack.model import Cite, Pack
from ui.i18n import _
from ui.models.texts import day
from ui.models.wording import cite


@frozen
class SourceView:
    """A source card."""

    title: str
    pinpoint: str
    quote: str
    read: str
    url: str


def source_view(pack: Pack, cited: Cite) -> SourceView:
    """The card of a citation; a source that the pack does not know shows its bare name."""
    source = pack.sources.get(cited.source)
    if source is None:
        return SourceView(cited.source, cited.pinpoint, "", _("The guidance gives no source of this name."), "")
    pinpoint = cite(cited, pack) if cited.pinpoint else ""
    return SourceView(source.title, pinpoint, source.quote.strip(), _read(source.read, source.copy), source.url)


def _read(read: str, copy: str) -> str:
    if read == "text":
        return _("Read as text, in a copy of {day}.").format(day=day(copy)) if copy else _("Read as text.")
    return _("Known at second hand; the text itself was not read.")
