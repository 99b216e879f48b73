"""Reads a page as a person does: its words, its links, and its forms as they would be sent."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.test import Client


@dataclass
class Form:
    """A form of the page; `fields` are those that are sent without touching it."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)

    def send(self, client: Client, **filled: str) -> Any:
        """Send it, with what the person filled in."""
        return client.post(self.action, {**self.fields, **filled})


class Page(HTMLParser):
    """A page that was read: `words`, `links`, `forms`."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.links: list[str] = []
        self.forms: list[Form] = []
        self._text_of = ""
        self.feed(re.sub(r"<template.*?</template>", "", html, flags=re.DOTALL))  # nobody sees those without scripts

    @property
    def words(self) -> str:
        return " ".join(" ".join(self.said).split())

    def form(self, kind: str, **fields: str) -> Form:
        """The one form of this kind that carries these fields."""
        wanted = {"kind": kind, **fields}
        (found,) = [form for form in self.forms if wanted.items() <= form.fields.items()]
        return found

    def has_form(self, kind: str) -> bool:
        return any(form.fields.get("kind") == kind for form in self.forms)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "a":
            self.links.append(told.get("href", ""))
        if tag == "form":
            self.forms.append(Form(told.get("action", "")))
        if tag == "input" and self.forms and "name" in told:
            self._field(told)
        if tag == "textarea" and self.forms:
            self._text_of = told["name"]
            self.forms[-1].fields[self._text_of] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._text_of = ""

    def handle_data(self, data: str) -> None:
        if self._text_of:
            self.forms[-1].fields[self._text_of] += data
        else:
            self.said.append(data)

    def _field(self, told: dict[str, str]) -> None:
        if told.get("type") not in ("radio", "checkbox") or "checked" in told:
            self.forms[-1].fields[told["name"]] = told.get("value", "")


def read(client: Client, address: str) -> Page:
    """Open an address that must be there."""
    answer = client.get(address)
    assert answer.status_code == 200, f"{address}: {answer.status_code}"
    return Page(answer.content.decode())
