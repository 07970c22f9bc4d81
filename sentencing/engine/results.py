"""The result of a question as text: what the command line writes, examples expect and case files keep."""

from sentencing.amounts import End, Extreme, Interval, end_text, number_text
from sentencing.engine.assessment import Assessment, Envelope, Price, Spread, Way
from sentencing.engine.assignment import Question
from sentencing.engine.derivation import Derivation, register_text, state_text
from sentencing.engine.evaluate import evaluate
from sentencing.engine.forks import assess
from sentencing.engine.record import fact_text
from sentencing.pack.model import FactValue, Pack, Register


def result_of(pack: Pack, question: Question, *, priced: bool = True) -> dict[str, object]:
    """The result line without its id; with forks also runs, envelope, what it turns on, and prices."""
    if not question.forks:
        return _established(pack, question, evaluate(pack, question.established))
    return assessment_record(pack, assess(pack, question, priced=priced))


def assessment_record(pack: Pack, assessment: Assessment) -> dict[str, object]:
    """The result line of an assessment."""
    record = _established(pack, assessment.question, assessment.established)
    if not assessment.question.forks:
        return record
    runs = (
        ("established", assessment.established),
        ("prosecution", assessment.prosecution),
        ("defence", assessment.defence),
    )
    envelopes = assessment.envelopes.items()
    return record | {
        "runs": {name: state_text(run, pack) for name, run in runs},
        "envelope": {name: envelope_text(each, pack.registers[name], pack) for name, each in envelopes},
        "turns-on": list(assessment.turns_on),
        "prices": {turn.fork: _prices(pack, turn.prices) for turn in assessment.turns if turn.turns},
    }


def envelope_text(envelope: Envelope, register: Register, pack: Pack) -> str:
    """`12 to 96 months`, `14 to 22`, `A to C`; one value when both ends are the same."""
    low, high = envelope.low, envelope.high
    if low is None or high is None:
        return ""
    if isinstance(low, str) or isinstance(high, str) or register.quantity is None:
        first, last = (each.text if isinstance(each, Extreme) else str(each) for each in (low, high))
        text = first if first == last else f"{first} to {last}"
    else:
        text = register_text(Interval(low, high), register, pack.units)
    return text if envelope.exact else f"at least from {text}"


def way_text(way: Way, pack: Pack) -> dict[str, str]:
    """The forks that depart from the established run, with their values as text."""
    return {name: value_text(pack, name, value) for name, value in way}


def value_text(pack: Pack, name: str, value: FactValue) -> str:
    """The value of a fact or a judgment that forks, as text."""
    return fact_text(pack.facts[name], value, pack.units) if name in pack.facts else str(value)


def spread_text(end: End, register: Register, pack: Pack) -> str:
    """By how much an end moves: a number of points or places, or an amount."""
    if register.quantity is not None:
        return end_text(end, register.quantity, pack.units, register.unit)
    return end.text if isinstance(end, Extreme) else number_text(end)


def _established(pack: Pack, question: Question, derivation: Derivation) -> dict[str, object]:
    return {
        "state": state_text(derivation, pack),
        "applied": list(derivation.applied()),
        "excluded": list(derivation.excluded()),
        "gates": list(derivation.gates()),
        "missing": list(question.missing),
    }


def _prices(pack: Pack, prices: tuple[Price, ...]) -> dict[str, object]:
    return {
        price.register: {
            "least": _spread(price.least, pack.registers[price.register], pack),
            "greatest": _spread(price.greatest, pack.registers[price.register], pack),
        }
        for price in prices
    }


def _spread(spread: Spread, register: Register, pack: Pack) -> dict[str, object]:
    lower, upper = (spread_text(end, register, pack) for end in (spread.lower, spread.upper))
    return {"lower": lower, "upper": upper, "way": way_text(spread.way, pack)}
