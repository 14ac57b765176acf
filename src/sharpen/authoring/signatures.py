"""Signatures: what the entry points of a solution take and give back, read from its type hints."""

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto


class Role(StrEnum):
    """What an argument or an answer is to an entry point."""

    SOURCE = auto()
    """of randomness"""
    FRACTIONS = auto()
    """a source of numbers between 0 and 1"""
    ENDLESS = auto()
    """a source that is a stream"""
    STREAM = auto()
    ITEMS = auto()
    """a list of any objects"""
    WORDS = auto()
    TEXTS = auto()
    """texts in it, however deep"""
    WHOLE = auto()
    """whole numbers in it, however deep"""
    FLAT = auto()
    """a list of numbers or texts"""
    PARTS = auto()
    """a list of texts, of which somebody may make one"""
    PAIRS = auto()
    """texts side by side, of which somebody may make one"""
    ARRAY = auto()
    LIST = auto()
    TUPLE = auto()
    SET = auto()
    DICT = auto()
    COUNT = auto()
    NUMBER = auto()


_ROLES: Sequence[tuple[str, tuple[Role, ...]]] = (
    (r"(np\.random\.|random\.)?(Generator|Random)", (Role.SOURCE, Role.FRACTIONS)),
    (r"Callable\[\[\], int\]", (Role.SOURCE,)),
    (r"Callable\[\[\], float\]", (Role.SOURCE, Role.FRACTIONS)),
    (r"Iterator\[int\]", (Role.SOURCE, Role.ENDLESS)),
    (r"Iterator\[float\]", (Role.SOURCE, Role.FRACTIONS, Role.ENDLESS)),
    (r"(Iterable|Iterator)\[.*\]", (Role.STREAM,)),
    (r"(list|Sequence)\[(Any|T)\]", (Role.ITEMS, Role.LIST)),
    (r"str", (Role.WORDS,)),
    (r"(list|Sequence)\[(list\[)?str\]?\]", (Role.WORDS, Role.LIST)),
    (r"ArrayLike|np\.ndarray|ndarray", (Role.ARRAY,)),
    (r"(list|Sequence)(\[.*\])?", (Role.LIST,)),
    (r"tuple\[.*\]", (Role.TUPLE,)),
    (r"(set|frozenset)\[.*\]", (Role.SET,)),
    (r"dict(\[.*\])?", (Role.DICT,)),
    (r"int", (Role.COUNT,)),
    (r"float", (Role.NUMBER,)),
)

_WITHIN = {
    r"\bstr\b": Role.TEXTS,
    r"\bint\b": Role.WHOLE,
    r"^(list|Sequence)\[(int|float|str|Any|T)\]$": Role.FLAT,
    r"^(list|Sequence|Iterable)\[str\]$": Role.PARTS,
    r"[\[,] ?(list|Sequence|tuple)\[(\w+, )?str(\]|, str|, \.\.\.)": Role.PAIRS,
}
"""What may be in an argument or an answer, by what its type hint has in it."""


@dataclass(frozen=True)
class Target:
    """An entry point, or a method (`Name.method`) of one that is a class: what it takes and gives, and if it raises."""

    name: str
    takes: dict[str, tuple[Role, ...]]
    gives: tuple[Role, ...]
    raises: bool = False
    optional: bool = False
    """whether it may give None"""
    refuses: bool = False
    """whether it may give None or False, beside something else"""

    @property
    def of_class(self) -> str:
        """The class it is a method of, or nothing."""
        return self.name.rpartition(".")[0]

    @property
    def is_method(self) -> bool:
        """Whether it is a method of a class, and not its constructor."""
        return bool(self.of_class) and not self.name.endswith(".__init__")

    def named(self, *roles: Role) -> list[str]:
        """The arguments that have one of these roles."""
        return [name for name, has in self.takes.items() if any(role in has for role in roles)]


def targets(source: str, entry: Sequence[str]) -> Iterator[Target]:
    """The functions named in `entry`, and of classes named there what can be called from outside."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef) and node.name in entry:
            yield _target(node, node.name)
        elif isinstance(node, ast.ClassDef) and node.name in entry:
            for method in node.body:
                if isinstance(method, ast.FunctionDef) and (method.name == "__init__" or method.name[0] != "_"):
                    yield _target(method, f"{node.name}.{method.name}")


def _target(node: ast.FunctionDef, name: str) -> Target:
    arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    takes = {argument.arg: _roles(argument.annotation) for argument in arguments}
    alone = [name for name, roles in takes.items() if roles == (Role.WORDS, Role.TEXTS)]
    if len(alone) > 1:
        takes.update({name: (*takes[name], Role.PAIRS) for name in alone})
    raises = any(isinstance(inner, ast.Raise) for inner in ast.walk(node))
    optional = node.returns is not None and ast.unparse(node.returns).endswith("| None")
    refuses = optional or (node.returns is not None and ast.unparse(node.returns) == "bool")
    return Target(name, takes, _roles(node.returns), raises, optional, refuses)


def _roles(annotation: ast.expr | None) -> tuple[Role, ...]:
    text = ast.unparse(annotation).removesuffix(" | None") if annotation else ""
    roles = next((roles for form, roles in _ROLES if re.fullmatch(form, text)), ())
    return (*roles, *(role for form, role in _WITHIN.items() if re.search(form, text)))
