"""What looks like a place in somebody's words: an address, a town, a shelter, a pin on a map. Errs on the loud side.

Only ever warned about: no list knows every street, and a person may have their reasons. Danish, as the words are.
"""

import re
import unicodedata
from collections.abc import Iterator

AT_MOST = 3  # pieces that are told
LONGEST = 80

_LETTER = "A-Za-zÆØÅÉÜÖÄæøåéüöä"
_WORD = rf"[{_LETTER}][{_LETTER}.'’-]{{1,30}}"
# A number after these is a house's, whoever wrote it and in what letters: skovvej 12, Nørregade 4 b.
_STREETS = (
    "vej vejen gade gaden stræde strædet allé alléen boulevard boulevarden vænge vænget torv torvet plads pladsen"
    " esplanade esplanaden promenade promenaden passage passagen kvarteret stien"
).replace(" ", "|")
# These are surnames and other words, too: only as a name in capitals, and not before an hour.
_MAYBE = (
    "alle park parken have haven bakke bakken toft toften lund lunden gård gården høj højen krog krogen vang vangen"
    " brink brinken ager ageren eng engen mark marken dal dalen kaj kajen bro løkke løkken skrænt skrænten strand"
    " stranden holm holmen sving svinget vold volden havn havnen kær kæret mose mosen"
).replace(" ", "|")
_COUNTED = (
    r"(?!\s{0,2}(?:gange?|dage?|timer?|minutter|min|sekunder|uger?|måned|måneder|år|kr|kroner|km|meter|skridt|stk"
    r"|personer|mennesker|ting|procent|point|om\s+(?:dagen|ugen|måneden)|hver)\b|\s?%)"
)
_FLOOR = r"(?:,?\s{0,2}(?:st|kld?|\d{1,2})\.?\s{0,2}(?:sal)?,?\s{0,2}(?:th|tv|mf|dør\s?\d{1,3}|sal)\b\.?)"
_HOUSE = rf"\s{{1,3}}(?:nr\.?\s{{0,2}})?\d{{1,3}}(?:\s?[a-zA-Z]\b)?(?![\d{_LETTER}]){_COUNTED}"
_NO_HOUR = r"(?!\s?[-–.:]\s?\d)"

_TOWNS = (
    "aabenraa|aalborg|aarhus|albertslund|amager|ballerup|brøndby|brønshøj|esbjerg|fredericia|frederiksberg"
    "|frederikshavn|gladsaxe|glostrup|greve|haderslev|helsingør|herning|hillerød|hjørring|holbæk|holstebro|horsens"
    "|hvidovre|hørsholm|ikast|ishøj|kalundborg|kastrup|kbh|kolding|korsør|københavn|køge|lyngby|middelfart|nakskov"
    "|nyborg|nykøbing|næstved|nørresundby|odense|randers|ringsted|roskilde|rødovre|rønne|silkeborg|skive|slagelse"
    "|svendborg|sønderborg|taastrup|thisted|tønder|valby|vanløse|varde|vejle|viborg|ålborg|århus"
)
_SHELTERS = (
    r"krisecent(?:er|re|ret|eret)|kvindehjem|kvindecent(?:er|ret)|bosted|bosteder|botilbud|herberge?t?|forsorgshjem"
    r"|opholdssted|døgninstitution|udslusningsbolig|hemmelig\s+adresse|skjult\s+adresse|safe\s?house|women.s\s+refuge"
)
_MAPS = (
    r"maps\.(?:app\.)?(?:google|apple|goo)\.|google\.[a-z.]{2,6}/maps|goo\.gl/maps|openstreetmap\.org|osm\.org"
    r"|krak\.dk|degulesider\.dk|findvej\.dk|what3words\.com|w3w\.co|plus\.codes|waze\.com|geo:\s?-?\d"
)

_PATTERNS = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (rf"\b{_WORD}(?:{_STREETS}){_HOUSE}{_FLOOR}?", re.IGNORECASE),
        (rf"\b[A-ZÆØÅ]{_WORD}\s(?i:{_STREETS}|{_MAYBE}){_HOUSE}{_NO_HOUR}{_FLOOR}?", 0),
        (rf"\b[A-ZÆØÅ]{_WORD}(?:{_MAYBE}){_HOUSE}{_NO_HOUR}{_FLOOR}?", 0),
        (rf"\b\d{{1,3}}\s?[a-z]?,?\s{_FLOOR}", re.IGNORECASE),
        (rf"(?<![\d.,])(?:DK[- ]?)?\d{{4}}\s{{1,2}}(?:{_TOWNS})\b", re.IGNORECASE),
        (r"(?<![\d.,])(?:DK[- ]?)?(?!19\d\d|20\d\d)(?:0[89]|[1-9]\d)\d\d\s{1,2}[A-ZÆØÅ][a-zæøå]{2,20}\b", 0),
        (rf"\b\w{{0,20}}(?:{_SHELTERS})\w{{0,10}}", re.IGNORECASE),
        (r"-?\b\d{1,3}[.,]\d{4,10}°?\s{0,2}[NØEW]?\s{0,2}[,;/ ]\s{0,2}-?\d{1,3}[.,]\d{4,10}", re.IGNORECASE),
        (r"\b\d{1,3}\s?°\s?\d{1,2}", 0),
        (rf"(?:https?://)?(?:www\.)?(?:{_MAPS})\S{{0,200}}", re.IGNORECASE),
        (r"\b[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}\b", 0),
        (r"///[\w-]{2,30}\.[\w-]{2,30}\.[\w-]{2,30}", 0),
    )
)
_NO_TOWN = re.compile(r"(?:kr|kroner|skridt|gange|timer|tak|mennesker|point|ord|meter|dage|tegn)$", re.IGNORECASE)


def places_in(text: str) -> tuple[str, ...]:
    """The pieces that look like places, in the order they stand; at most three. Time grows with the text alone."""
    text = _as_read(text)
    found: list[tuple[int, int]] = []
    for start, end in sorted(_spans(text), key=lambda span: (span[0], -span[1])):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    pieces = (text[start:end].strip(" ,.")[:LONGEST] for start, end in found)
    return tuple(dict.fromkeys(pieces))[:AT_MOST]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _PATTERNS:
        yield from (match.span() for match in pattern.finditer(text) if not _NO_TOWN.search(match[0]))


def _as_read(text: str) -> str:
    """As somebody sees it: letters whole, nothing unseen between them."""
    whole = unicodedata.normalize("NFKC", text)
    return "".join(sign for sign in whole if unicodedata.category(sign) != "Cf")
