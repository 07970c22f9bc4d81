"""How a change is written in a derivation: short, free of language, the same for every reader."""

from sentencing.amounts import Exact, exact, number_text


def signed(number: int) -> str:
    """`+2`, `−3` or `+0`, with the sign that the engine writes in `how`."""
    return f"+{number}" if number >= 0 else f"-{-number}"


def factor_text(low: Exact, high: Exact) -> str:
    """`× 2/3`, or `× 1/2 to 1` while the fraction is not chosen."""
    first, second = number_text(exact(1 + low)), number_text(exact(1 + high))
    return f"× {first}" if low == high else f"× {first} to {second}"
