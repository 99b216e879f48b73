"""The words that a municipality begins with: version 1 of each. Its own are added as the next version."""

from typing import Any

_PLAN_DA = """Jeg siger ja til, at vi laver én samlet plan for det, jeg selv vælger.
Det kan være job, helbred, bolig, penge eller familie.
Min konsulent må læse planen og skrive i den. Jeg bestemmer, hvem andre der må se noget.
Jeg kan trække mit ja tilbage, når jeg vil. Jeg skal ikke sige hvorfor. Jeg har ret til hjælp, hvad jeg end svarer."""
_PLAN_EN = """I say yes to one joint plan for what I choose myself. It can be work, health, home, money or family.
My consultant may read the plan and write in it. I decide who else may see anything.
I can take my yes back whenever I like. I do not have to say why. I have a right to help whatever I answer."""
_SHARING_DA = """Jeg siger ja til, at den ene forvaltning må dele det, der står her, med den anden.
Kun det, kun til det formål og kun til den dag.
Den, der får det, må ikke give det videre til andre.
Jeg kan trække mit ja tilbage, når jeg vil. Så skal de holde op med at dele.
Det, de har delt før, kan ikke tages tilbage.
Jeg skal ikke sige hvorfor. Jeg har ret til hjælp, hvad jeg end svarer."""
_SHARING_EN = """I say yes to one administration sharing what is written here with the other.
Only that, only for that purpose, and only until that day.
Whoever receives it may not pass it on to others.
I can take my yes back whenever I like. Then they must stop sharing. What they have shared before cannot be taken back.
I do not have to say why. I have a right to help whatever I answer."""


def plant_first(model: Any) -> None:
    """Add version 1 of each kind where it is missing; `model` is the table of texts."""
    for kind, da, en in (
        ("holistic_plan", _PLAN_DA, _PLAN_EN),
        ("sharing_between_administrations", _SHARING_DA, _SHARING_EN),
    ):
        model.objects.get_or_create(kind=kind, version=1, defaults={"da": da, "en": en})
