"""The sets that a municipality begins with. The words are our own; it puts them right, or adds sets, as it likes.

Which eleven things to ask about, how often, and that the consultant's belief is one of them, is from the study of about
4,000 people on social assistance (Beskæftigelses Indikator Projektet, Væksthusets Forskningscenter). The five of
empowerment are those of Ballerup's three criteria.
"""

from datetime import date
from typing import Any

SINCE = date(2020, 1, 1)  # before any plan
CITIZEN, CONSULTANT = "citizen", "consultant"
NOT_AT_ALL, VERY = ("Slet ikke", "Not at all"), ("I høj grad", "Very much")
# (code, Danish, English, what 0 is, what 10 is, whose question, asks for words)
_ELEVEN: tuple[tuple[str, str, str, tuple[str, str], tuple[str, str], str, tuple[str, str]], ...] = (
    ("work_belief", "Tror du på, at du kan få et job og blive i det?",
     "Do you believe that you can get and keep a job?",
     NOT_AT_ALL, VERY, CITIZEN, ("", "")),
    ("work_knowledge", "Ved du, hvad du kan gøre for at få et job?", "Do you know what you can do to get a job?",
     NOT_AT_ALL, VERY, CITIZEN, ("", "")),
    ("work_skills", "Kan du noget, som en arbejdsplads har brug for?", "Can you do something that a workplace needs?",
     NOT_AT_ALL, VERY, CITIZEN, ("", "")),
    ("job_search", "Hvor meget gør du for at finde et job lige nu?", "How much do you do to find a job right now?",
     ("Ikke noget", "Nothing"), ("Alt, jeg kan", "All I can"), CITIZEN, ("", "")),
    ("working_together", "Hvordan går det dig at arbejde sammen med andre?", "How do you get on working with others?",
     ("Det er svært", "It is hard"), ("Det går godt", "It goes well"), CITIZEN, ("", "")),
    ("others", "Har du nogen, der hjælper dig og bakker dig op?", "Do you have people who help and back you up?",
     ("Ingen", "Nobody"), ("Ja, i høj grad", "Yes, very much"), CITIZEN, ("", "")),
    ("everyday", "Har du kræfter til at klare hverdagen?", "Do you have the strength to manage everyday life?",
     NOT_AT_ALL, VERY, CITIZEN, ("", "")),
    ("focus", "Kan du samle tankerne om det, du gerne vil?", "Can you keep your mind on what you want to do?",
     NOT_AT_ALL, VERY, CITIZEN, ("", "")),
    ("coping", "Kan du leve med det, der er svært, og gøre noget alligevel?",
     "Can you live with what is hard, and still do something?", NOT_AT_ALL, VERY, CITIZEN, ("", "")),
    ("health", "Hvordan har du det i kroppen og i hovedet?", "How are you, in body and mind?",
     ("Meget skidt", "Very bad"), ("Rigtig godt", "Really good"), CITIZEN, ("", "")),
    ("consultant_belief", "Tror du på, at borgeren kommer i job eller uddannelse?",
     "Do you believe that the citizen will get a job or begin an education?", NOT_AT_ALL, VERY, CONSULTANT,
     ("Derfor tror jeg på det", "This is why I believe it")),
)  # fmt: skip
AN_EXAMPLE = ("Et eksempel fra dit eget liv", "An example from your own life")
# Never ranked, so without figures: own words, then and now.
_FIVE = (
    ("insight", "Hvad har du fundet ud af om dig selv?", "What have you found out about yourself?"),
    ("engagement", "Hvad får dig til at gå i gang?", "What makes you get going?"),
    ("vision", "Hvordan vil du gerne have, at dit liv ser ud?", "What would you like your life to look like?"),
    ("action_experience", "Hvad har du prøvet, som du ikke turde før?", "What have you tried that you did not dare?"),
    ("critical_sense", "Hvornår har du sagt fra eller sagt din mening?", "When did you say no, or speak your mind?"),
)
_SETS = (
    ("eleven", "Sådan går det", "How it goes",
     "Spørgsmål, som en dansk undersøgelse har vist siger noget om vejen til job. Nogle minutter hver tredje måned.",
     "Questions that a Danish study found to say something about the way to a job. Some minutes every third month.",
     False),
    ("empowerment", "Mine egne kræfter", "My own strength",
     "Fem spørgsmål om det, du selv kan og vil. Du svarer med et eksempel. Der er ingen tal.",
     "Five questions about what you can and want to do yourself. You answer with an example. There are no figures.",
     False),
    ("own_goals", "Mine mål på en linje", "My goals on a line",
     "For hvert mål: Hvor er du nu, og hvor vil du gerne hen?",
     "For each goal: where are you now, and where do you want to be?", True),
)  # fmt: skip


def plant_first(sets: Any, indicators: Any) -> None:
    """Add what is missing of them; the two tables are given, as a migration has them."""
    for place, (code, name, name_en, about, about_en, of_goals) in enumerate(_SETS):
        told = {"name": name, "name_en": name_en, "about": about, "about_en": about_en, "of_goals": of_goals}
        told |= {"valid_from": SINCE}
        sets.objects.get_or_create(code=code, defaults={**told, "place": place})
    eleven, five = (sets.objects.get(code=code) for code in ("eleven", "empowerment"))
    for place, (code, words, words_en, low, high, asked, asks) in enumerate(_ELEVEN):
        told = {"words": words, "words_en": words_en, "low": low[0], "low_en": low[1], "high": high[0]}
        told |= {"high_en": high[1], "asked": asked, "asks_words": asks[0], "asks_words_en": asks[1]}
        indicators.objects.get_or_create(code=code, defaults={**told, "indicator_set": eleven, "place": place})
    for place, (code, words, words_en) in enumerate(_FIVE):
        told = {"words": words, "words_en": words_en, "asks_words": AN_EXAMPLE[0], "asks_words_en": AN_EXAMPLE[1]}
        indicators.objects.get_or_create(code=code, defaults={**told, "indicator_set": five, "place": place})
