"""Reading one expression of a cell: `2e9 / day`, `1e9 users * 400 bytes`, `max(3 s, 10 ms + p99)`.

What people write on the back of an envelope is not Python (`2B`, `400 bytes`, `$3 per hour`), so neither `eval` nor
a library that evaluates Python can read it, and rewriting it to Python would lose the places that errors name.
A parser by precedence takes a page, knows nothing but numbers, units, cells and the functions below, and cannot
be led to anything else. Every number is a float, so a huge power overflows at once instead of being computed.
"""

import operator
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sharpen.practice.design.operations import LARGEST_POWER, NAMES, OF_SEVERAL, alike, applied, kept
from sharpen.practice.design.tokens import SIGNS, Token, tokens
from sharpen.practice.design.units import AMBIGUOUS, MULTIPLIERS, kind, meaning, of_parts, plain, words
from sharpen.practice.errors import BadCell, did_you_mean

if TYPE_CHECKING:
    from pint import Quantity

DEEPEST = 40
"""Brackets and signs within each other."""


@dataclass
class Reading:
    """One expression being read, against the cells above it.

    `broken` are cells without a value, by name, with the number of the line that failed. `billions` is whether `2B`
    is two billion or two bytes, and `notes` says which of the two was read.
    """

    text: str
    cells: Mapping[str, "Quantity[float]"]
    broken: Mapping[str, int]
    billions: bool = True
    notes: list[str] = field(default_factory=list)
    _tokens: list[Token] = field(default_factory=list)
    _at: int = 0
    _depth: int = 0

    def value(self) -> "Quantity[float]":
        """What the whole text is worth. Raises BadCell."""
        self._tokens = tokens(self.text)
        found = self._sum()
        if self._now.kind != "end":
            raise BadCell(self._leftover())
        return found

    def _leftover(self) -> str:
        text = self._now.text
        if text in (")", ","):
            return f"There is a `{text}` too many."
        known = self._now.kind != "word" or text in self.cells or text in NAMES or meaning(text) or text in MULTIPLIERS
        return f"An operator such as `*` is missing before `{text}`." if known else self._unknown(text)

    @property
    def _now(self) -> Token:
        return self._tokens[self._at]

    def _taken(self, *signs: str) -> str:
        """The sign that comes next, if it is one of these; it is passed over."""
        sign = SIGNS.get(self._now.text, self._now.text) if self._now.kind != "number" else ""
        if sign not in signs:
            return ""
        self._at += 1
        return sign

    def _since(self, start: int) -> str:
        """The text from a token on to the one before the present."""
        return self.text[self._tokens[start].start : self._tokens[self._at - 1].end]

    def _sum(self) -> "Quantity[float]":
        self._deeper()
        start = self._at
        left = self._product()
        while True:
            before = self._since(start)
            sign = self._taken("+", "-")
            if not sign:
                break
            at = self._at
            right = self._product()
            alike(left, before, right, self._since(at), "added" if sign == "+" else "subtracted")
            left = kept(operator.add if sign == "+" else operator.sub, left, right)
        self._depth -= 1
        return left

    def _product(self) -> "Quantity[float]":
        left = self._signed()
        while sign := self._taken("*", "/"):
            start = self._at
            right = self._signed()
            if sign == "/" and right.magnitude == 0:
                raise BadCell(f"`{self._since(start)}` is zero, and nothing can be divided by it.")
            left = kept(operator.mul if sign == "*" else operator.truediv, left, right)
        return left

    def _signed(self) -> "Quantity[float]":
        if not (sign := self._taken("+", "-")):
            return self._power()
        self._deeper()
        found = self._signed()
        self._depth -= 1
        return kept(operator.neg, found) if sign == "-" else found

    def _power(self) -> "Quantity[float]":
        start = self._at
        base = self._operand()
        whole = self._since(start)
        if not self._taken("**"):
            return base
        at = self._at
        exponent = self._signed()
        if not exponent.dimensionless:
            raise BadCell(f"`{self._since(at)}` is {kind(exponent)}, and an exponent is a plain number.")
        power = plain(exponent)
        if base.dimensionless:
            base, number = of_parts(plain(base), {}), plain(base)
            if (number < 0 and not power.is_integer()) or (number == 0 and power < 0):
                raise BadCell(f"`{self._since(start)}` has no value.")
        elif not power.is_integer() or abs(power) > LARGEST_POWER:
            raise BadCell(f"`{whole}` has a unit, so its exponent must be whole and at most {LARGEST_POWER}.")
        return kept(operator.pow, base, power)

    def _operand(self) -> "Quantity[float]":
        """A number with its units, a bracket, a call, a cell or a unit that stands alone."""
        token = self._now
        if token.kind == "end":
            raise BadCell("Something is missing at the end." if self.text.strip() else "There is nothing to compute.")
        if token.kind == "number":
            return self._with_units(self._number())
        if self._taken("("):
            inner = self._sum()
            self._close()
            return inner if self._now.text in self.cells else self._with_units(inner)
        if token.kind == "sign" or token.text in SIGNS:
            raise BadCell(f"Something is missing before `{token.text}`.")
        self._at += 1
        if token.text == "$" and self._now.kind == "number":
            return self._with_units(kept(operator.mul, of_parts(1.0, {"dollar": 1}), self._number()))
        if self._now.text == "(":
            return self._call(token.text)
        return self._named(token.text)

    def _named(self, word: str) -> "Quantity[float]":
        if word in self.cells:
            return self.cells[word]
        if word in self.broken:
            raise BadCell(f"`{word}` has no value: see line {self.broken[word]}.")
        if word in NAMES and not meaning(word):
            raise BadCell(f"`{word}` is a function: write `{word}(…)`.")
        if len(word) > 2 and word in MULTIPLIERS:
            return self._with_units(of_parts(MULTIPLIERS[word], {}))
        if not (unit := meaning(word)):
            raise BadCell(self._unknown(word))
        return self._with_units(self._raised(of_parts(*unit)))

    def _unknown(self, word: str) -> str:
        if word in AMBIGUOUS:
            return AMBIGUOUS[word]
        known = [*self.cells, *NAMES, *words(), *MULTIPLIERS]
        same = [name for name in known if name.lower() == word.lower()]
        hint = f" Did you mean {' or '.join(same[:3])}?" if same else ""
        hint = hint or did_you_mean(word, self.cells) or did_you_mean(word, known)
        return f"`{word}` is no cell above, no unit and no function.{hint}"

    def _number(self) -> "Quantity[float]":
        """A number, and the thousands to trillions right after it."""
        token = self._now
        self._at += 1
        value = float(token.text.replace(",", "").replace("_", ""))
        while self._now.kind == "word" and self._now.text in MULTIPLIERS and not self._is_byte(token):
            value *= MULTIPLIERS[self._now.text]
            self._at += 1
        return kept(of_parts, value, {})

    def _is_byte(self, number: Token) -> bool:
        """`400 B` is bytes, `7B` and `7 B parameters` are billions; a `400B` of bytes is noted as such."""
        if self._now.text != "B" or self._counts(self._tokens[self._at + 1]):
            return False
        if self._now.start > number.end:
            return True
        digits = number.text
        if not self.billions:
            self.notes.append(f"{digits}B was read as {digits} bytes")
        elif self.text[number.start - 1 : number.start] != "$":
            self.notes.append(f"{digits}B was read as {digits} billion; for bytes write {digits} bytes")
        return not self.billions

    def _counts(self, token: Token) -> bool:
        return token.kind == "word" and token.text != "%" and meaning(token.text) == (1.0, {})

    def _with_units(self, found: "Quantity[float]") -> "Quantity[float]":
        """What was read, times the units that stand right after it."""
        while self._now.kind == "word" and self._now.text not in SIGNS:
            unit = meaning(self._now.text)
            if not unit:
                break
            self._at += 1
            found = kept(operator.mul, found, self._raised(of_parts(*unit)))
        return found

    def _raised(self, unit: "Quantity[float]") -> "Quantity[float]":
        """A unit to the power that stands right after it: `2 s**2` is two of `s**2`."""
        signs = [token.text for token in self._tokens[self._at : self._at + 3]]
        if SIGNS.get(signs[0], signs[0]) != "**":
            return unit
        minus = signs[1] == "-"
        digits = signs[-1] if minus else signs[1]
        if not digits.isdecimal():
            return unit
        if int(digits[:9]) > LARGEST_POWER:
            raise BadCell(f"A unit's exponent is at most {LARGEST_POWER}, not {digits}.")
        self._at += 3 if minus else 2
        return kept(operator.pow, unit, -int(digits) if minus else int(digits))

    def _call(self, name: str) -> "Quantity[float]":
        if name not in NAMES:
            raise BadCell(f"There is no function `{name}`.{did_you_mean(name, NAMES)}")
        self._at += 1
        given, texts = [], []
        while True:
            start = self._at
            given.append(self._sum())
            texts.append(self._since(start))
            if not self._taken(","):
                break
        self._close()
        if name in OF_SEVERAL:
            for one, text in zip(given, texts, strict=True):
                alike(given[0], texts[0], one, text, "compared")
            return {"min": min, "max": max}[name](given)
        if len(given) != 1:
            raise BadCell(f"`{name}` takes one value, not {len(given)}.")
        return kept(operator.abs, given[0]) if name == "abs" else applied(name, given[0], texts[0])

    def _close(self) -> None:
        if not self._taken(")"):
            raise BadCell("A bracket is not closed." if self._now.kind == "end" else self._leftover())

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise BadCell(f"More than {DEEPEST} brackets or signs stand within each other.")
