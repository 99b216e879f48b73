"""The settings of who vouches for whom: MitID through a broker, and the municipality's own Entra ID."""

from dataclasses import dataclass
from typing import Annotated

from backend.config import parse
from backend.config.variable import Variable


@dataclass(frozen=True, kw_only=True, slots=True)
class SignInEnvironment:
    """Empty means: that way in is closed."""

    mitid_broker: Annotated[
        str, Variable("", parse.broker, "Which broker's way of asking: `idura` or `signaturgruppen`. Empty: no MitID.")
    ]
    mitid_issuer: Annotated[
        str, Variable("", parse.issuer, "The broker's issuer, letter by letter, such as `https://…/op`.")
    ]
    mitid_client_id: Annotated[str, Variable("", parse.text, "What the broker calls Tavlen.")]
    mitid_client_secret: Annotated[
        str, Variable("", parse.text, "How Tavlen proves itself to the broker.", is_secret=True)
    ]
    staff_tenant: Annotated[
        str, Variable("", parse.text, "The municipality's tenant in Entra ID, a GUID. Empty: no Entra ID.")
    ]
    staff_issuer: Annotated[
        str,
        Variable(
            "", parse.issuer, "Entra ID's issuer, if it is not `https://login.microsoftonline.com/<tenant>/v2.0`."
        ),
    ]
    staff_client_id: Annotated[str, Variable("", parse.text, "The application's id in Entra ID.")]
    staff_client_secret: Annotated[
        str, Variable("", parse.text, "How Tavlen proves itself to Entra ID.", is_secret=True)
    ]
    staff_roles: Annotated[
        tuple[tuple[str, str], ...],
        Variable(
            "",
            parse.roles,
            "App roles with commas, `Tavlen.Konsulent=consultant`: of several, the first here counts.",
        ),
    ]
    person_number_key: Annotated[
        str,
        Variable(
            "",
            parse.text,
            "Hides social security numbers; at least 50 characters. Empty: made once, kept in the data folder.",
            is_secret=True,
        ),
    ]
