"""A device in words ("Chrome", "Android"), from what its browser says of itself. Nothing finer is kept or told."""

from dataclasses import dataclass

# The first that is found counts: most browsers also say that they are somebody else.
_BROWSERS = (
    ("Edge", ("Edg/", "EdgA/", "EdgiOS/")),
    ("Opera", ("OPR/", "OPT/")),
    ("Samsung Internet", ("SamsungBrowser/",)),
    ("Firefox", ("Firefox/", "FxiOS/")),
    ("Chrome", ("Chrome/", "CriOS/")),
    ("Safari", ("Safari/",)),
)
_SYSTEMS = (
    ("iPhone", ("iPhone",)),
    ("iPad", ("iPad",)),
    ("Android", ("Android",)),
    ("Windows", ("Windows",)),
    ("Chromebook", ("CrOS",)),
    ("Mac", ("Macintosh",)),
    ("Linux", ("Linux",)),
)
_IN_A_POCKET = ("iPhone", "iPad", "Android")


@dataclass(frozen=True, slots=True)
class Device:
    """Both are empty where the browser does not say."""

    browser: str
    system: str

    @property
    def is_mobile(self) -> bool:
        return self.system in _IN_A_POCKET


def device_of(user_agent: str) -> Device:
    """One of a few well-known names each; versions and models are dropped."""
    return Device(_first(_BROWSERS, user_agent), _first(_SYSTEMS, user_agent))


def _first(known: tuple[tuple[str, tuple[str, ...]], ...], told: str) -> str:
    return next((name for name, marks in known if any(mark in told for mark in marks)), "")
