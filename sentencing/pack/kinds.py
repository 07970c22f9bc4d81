"""The closed sets of the format: every word that a pack may choose among, as the law's own terms."""

from enum import Enum


class Status(Enum):
    """How far a pack may be trusted; printed on every output."""

    OFFICIAL = "official"
    REVIEWED = "reviewed"
    DRAFT = "draft"
    TRAINING = "training"


class EditionRule(Enum):
    """Which edition governs: the day of the offence, of the sentence, the milder, or sentence unless harsher."""

    OFFENCE_DATE = "offence-date"
    SENTENCE_DATE = "sentence-date"
    MILDER = "milder"
    SENTENCE_DATE_UNLESS_HARSHER = "sentence-date-unless-harsher"


class Assesses(Enum):
    """Whether an accused's counts are assessed one by one or together."""

    EACH_COUNT = "each-count"
    ALL_COUNTS = "all-counts"


class Proposal(Enum):
    """What a prosecutor's memo may propose under this law."""

    RANGE = "range"
    FIGURE = "figure"
    NONE = "none"


class Assistance(Enum):
    """Whether cooperation is sealed or its reduction is public by statute."""

    SEALED = "sealed"
    OPEN = "open"


class RegisterKind(Enum):
    """What a register holds: an integer, a label, a range of law, or the figure of this case."""

    SCORE = "score"
    CATEGORY = "category"
    RANGE = "range"
    FIGURE = "figure"


class FactKind(Enum):
    """What answers a fact."""

    YES_NO = "yes-no"
    COUNT = "count"
    CHOICE = "choice"
    MONEY = "money"
    TIME = "time"
    DATE = "date"


class JudgmentKind(Enum):
    """What a person decides; FRACTION and AMOUNT are asked for by a step whose effect is a range."""

    TIME = "time"
    MONEY = "money"
    CATEGORY = "category"
    YES_NO = "yes-no"
    CHOICE = "choice"
    ORDER = "order"
    FRACTION = "fraction"
    SCORE = "score"


class Worse(Enum):
    """Which answers are worse for the accused."""

    YES = "yes"
    NO = "no"
    MORE = "more"
    LESS = "less"
    LATER = "later"
    EARLIER = "earlier"


class About(Enum):
    """Whether an answer is normally the same for everyone, for one count, or for one accused."""

    EVENT = "event"
    COUNT = "count"
    ACCUSED = "accused"


class Group(Enum):
    """The page of the interview on which a fact stands."""

    THRESHOLD = "threshold"
    CONDUCT = "conduct"
    AGGRAVATING = "aggravating"
    MITIGATING = "mitigating"
    COOPERATION = "cooperation"
    RECORD = "record"


class Choose(Enum):
    """How one option is taken among several."""

    ONE = "one"
    FIRST = "first"
    GREATEST = "greatest"


class GateKind(Enum):
    """What a gate does: ends the assessment, flags it on page one, or cautions."""

    STOP = "stop"
    REFER = "refer"
    WARN = "warn"


class Relation(Enum):
    """How two facts overlap; a caution, never a number."""

    SAME_CONDUCT = "same-conduct"
    SEPARATE_OFFENCE = "separate-offence"
    ELEMENT_OF_OFFENCE = "element-of-offence"
