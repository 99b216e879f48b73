"""Statements run so often that their SQL is made once: the ORM says what is asked, each run fills in the values.

Making the SQL of a queryset takes the ORM several times as long as running it, and one change runs a dozen of them
while it holds the plan's lock. Blanks cannot stand in a list, nor, in a filter, for None.
"""

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.models.expressions import Expression
from django.db.models.query import FlatValuesListIterable, ModelIterable, get_related_populators
from django.db.models.sql import InsertQuery, UpdateQuery

from backend.common.reading import once

Answer = TypeVar("Answer")


class Blank(Expression):
    """A value that is filled in at each run."""

    def __init__(self, name: str, field: "models.Field[Any, Any]") -> None:
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        return "%s", [self]

    def prepared(self, value: Any, connection: Any) -> Any:
        """A value as the database takes it."""
        return self.output_field.get_db_prep_value(value, connection)


def a_number(name: str) -> Blank:
    """A blank for a whole number."""
    return Blank(name, models.BigIntegerField())


def an_id(name: str) -> Blank:
    """A blank for a UUID."""
    return Blank(name, models.UUIDField())


def a_text(name: str) -> Blank:
    """A blank for a line of text."""
    return Blank(name, models.CharField())


def a_moment(name: str) -> Blank:
    """A blank for an aware moment."""
    return Blank(name, models.DateTimeField())


def a_day(name: str) -> Blank:
    """A blank for a date."""
    return Blank(name, models.DateField())


def blanks(model: type[models.Model], *names: str) -> dict[str, Any]:
    """A blank for each of these fields, named as its attribute is (`goal_id`): for updates."""
    fields = [model._meta.get_field(name) for name in names]
    return {field.name: Blank(field.attname, field) for field in fields}  # type: ignore[union-attr, arg-type]


class _Statement:
    """SQL for one connection, with blanks among its parameters."""

    def __init__(self, connection: Any, sql: str, params: Iterable[Any]) -> None:
        self.connection, self.sql, self.params = connection, sql, tuple(params)

    def run(self, cursor: Any, values: dict[str, Any]) -> Any:
        return cursor.execute(self.sql, self.filled(values))

    def filled(self, values: dict[str, Any]) -> list[Any]:
        return [
            param.prepared(values[param.name], self.connection) if isinstance(param, Blank) else param
            for param in self.params
        ]

    def with_others(self, filled: list[Any], others: dict[int, Any]) -> list[Any]:
        """The same values, but for those in these places."""
        row = list(filled)
        for place, value in others.items():
            row[place] = self.params[place].prepared(value, self.connection)
        return row


class _Prepared(ABC):
    """Makes a statement for each thread, since a connection, and what converts its rows, belong to one."""

    def __init__(self) -> None:
        self._kept = threading.local()

    def _made(self) -> Any:
        connection = connections[DEFAULT_DB_ALIAS]
        if getattr(self._kept, "connection", None) is not connection:
            self._kept.connection, self._kept.statement = connection, self._make(connection)
        return self._kept.statement

    @abstractmethod
    def _make(self, connection: Any) -> _Statement:
        """The statement for this connection."""


class Prepared(_Prepared, Generic[Answer]):
    """A queryset with blanks: of models, also with `select_related`, or `values_list` rows (tuples, or one value each).

    `Prepared(lambda: Step.objects.filter(plan_id=a_number("plan_id")))` is asked with `all(plan_id=7)`.
    """

    def __init__(self, question: Callable[[], "models.QuerySet[Any, Answer]"]) -> None:
        super().__init__()
        self.question = question

    def all(self, **values: Any) -> list[Answer]:
        """Every answer, in the queryset's order; asked once in one reading."""
        return once((self, *values.values()), lambda: self._ask(values))

    def _ask(self, values: dict[str, Any]) -> list[Answer]:
        made: _Question = self._made()
        with made.connection.cursor() as cursor:
            made.run(cursor, values)
            return made.answers(cursor.fetchall())

    def one(self, **values: Any) -> Answer | None:
        """The first answer, if there is one."""
        answers = self.all(**values)
        return answers[0] if answers else None

    def _make(self, connection: Any) -> "_Question":
        return _Question(self.question(), connection)


class _Question(_Statement):
    """A queryset's SQL, and how rows become answers: as the queryset's own iterable would make them."""

    def __init__(self, queryset: Any, connection: Any) -> None:
        self.compiler = queryset.query.get_compiler(connection=connection)
        super().__init__(connection, *self.compiler.as_sql())
        columns = [column[0] for column in self.compiler.select]
        self.converters = self.compiler.get_converters(columns)
        self.is_flat = issubclass(queryset._iterable_class, FlatValuesListIterable)
        self.is_of_models = issubclass(queryset._iterable_class, ModelIterable)
        if self.is_of_models:
            info = self.compiler.klass_info
            self.model, fields = info["model"], info["select_fields"]
            self.own = slice(fields[0], fields[-1] + 1)
            self.names = [column.target.attname for column in columns[self.own]]
            self.related = get_related_populators(info, self.compiler.select, connection.alias)  # type: ignore[call-arg]

    def answers(self, rows: Iterable[Sequence[Any]]) -> list[Any]:
        if self.converters:
            rows = self.compiler.apply_converters(rows, self.converters)
        if self.is_of_models:
            return [self._thing(row) for row in rows]
        return [row[0] for row in rows] if self.is_flat else [tuple(row) for row in rows]

    def _thing(self, row: Sequence[Any]) -> models.Model:
        thing: models.Model = self.model.from_db(self.connection.alias, self.names, row[self.own])
        for related in self.related:
            related.populate(row, thing)
        return thing


class PreparedUpdate(_Prepared):
    """An update with blanks in its filter and among its values: `(rows, {"head": F("head") + 1})`."""

    def __init__(self, order: Callable[[], tuple["models.QuerySet[Any]", dict[str, Any]]]) -> None:
        super().__init__()
        self.order = order

    def __call__(self, **values: Any) -> int:
        """How many rows it changed."""
        made: _Statement = self._made()
        with made.connection.cursor() as cursor:
            made.run(cursor, values)
            return int(cursor.rowcount)

    def each(self, many: Iterable[dict[str, Any]]) -> None:
        """The same for each of these sets of values."""
        made: _Statement = self._made()
        with made.connection.cursor() as cursor:
            cursor.executemany(made.sql, [made.filled(values) for values in many])

    def _make(self, connection: Any) -> _Statement:
        rows, changed = self.order()
        query = rows.query.chain(UpdateQuery)
        query.add_update_values(changed)  # type: ignore[attr-defined]
        return _Statement(connection, *query.get_compiler(connection=connection).as_sql())


class PreparedInsert(_Prepared):
    """One new row of a model whose key the database counts up; values go by attribute name (`goal_id`)."""

    def __init__(self, model: type[models.Model]) -> None:
        super().__init__()
        self.model = model

    def __call__(self, **values: Any) -> int:
        """The key of the row."""
        made: _Statement = self._made()
        with made.connection.cursor() as cursor:
            made.run(cursor, values)
            return int(cursor.fetchone()[0])

    def _make(self, connection: Any) -> _Statement:
        fields = [field for field in self.model._meta.concrete_fields if not field.primary_key]
        query = InsertQuery(self.model)
        query.insert_values(fields, [self.model(**{field.attname: Blank(field.attname, field) for field in fields})])
        compiler = query.get_compiler(connection=connection)
        compiler.returning_fields = self._returning()
        ((sql, params),) = compiler.as_sql()
        return _Statement(connection, sql, params)

    def _returning(self) -> list[Any] | None:
        return [self.model._meta.pk]


class PreparedInserts(PreparedInsert):
    """Many rows that differ in some fields and are alike in all others; no keys come back."""

    def __init__(self, model: type[models.Model], *, each: Sequence[str]) -> None:
        super().__init__(model)
        self.each = each

    def __call__(self, rows: Iterable[Sequence[Any]], **alike: Any) -> None:  # type: ignore[override]
        """A row for each of `rows`, which hold the values of `each` in its order."""
        made: _Statement = self._made()
        row = made.filled({**alike, **dict.fromkeys(self.each)})
        places = [next(at for at, blank in enumerate(made.params) if blank.name == name) for name in self.each]
        with made.connection.cursor() as cursor:
            cursor.executemany(made.sql, [made.with_others(row, dict(zip(places, one, strict=True))) for one in rows])

    def _returning(self) -> None:
        return None
