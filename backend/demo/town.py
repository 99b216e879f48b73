"""The made-up municipality: its house, its teams, its people at work and their partners. No such place exists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

MUNICIPALITY = "Havlunde Kommune"


@dataclass(frozen=True)
class Colleague:
    key: str
    name: str
    role: str  # consultant | leader | administrator
    line: str
    team: str = ""
    born: int = 1980
    phone: str = ""  # no Danish number begins with 01, so these call nobody
    hours: str = ""


@dataclass(frozen=True)
class Partner:
    key: str
    name: str
    organisation: str
    line: str
    kind: str = "partner"  # partner | municipality


# When the consultants are at work: weekday (0 is Monday) → from, until.
WEEKS: dict[str, dict[int, tuple[time, time]]] = {
    "amina": {day: (time(9), time(20) if day == 3 else time(17)) for day in range(5)},
    "torben": {day: (time(8), time(13) if day == 4 else time(16)) for day in range(5)},
    "lone": {day: (time(8), time(15)) for day in range(5)},
}
# Whom to call when it cannot wait: numbers that hold in all of Denmark.
CALL_NOW = (
    ("Alarm", "112", "Når nogen er i fare"),
    ("Livslinien", "70 201 201", "Når det er for tungt at bære alene. Hver dag"),
    ("Akut psykiatrisk hjælp", "01 20 30 40", "Hele døgnet, i Havlunde"),
)

# Short texts to begin a message with: name, words, team ("" is all).
READY_TEXTS = (
    ("Godt gået", "Det var godt gået. Hvordan var det for dig?", ""),
    ("Husk mødet", "Vi ses til mødet. Er der noget, du gerne vil tale om, så skriv det bare her.", ""),
    ("Jeg ringer", "Jeg ringer til dig i morgen formiddag. Skriv, hvis det passer bedre på et andet tidspunkt.", ""),
    ("Kom forbi", "Du kan komme forbi i morgen mellem 10 og 12. Du behøver ikke have en tid.", "young"),
)

TEAMS = {"young": "Ungeenheden Ny Vej", "adults": "Team Fodfæste", "near": "Jobhuset Nærved"}

COLLEAGUES = (
    Colleague(
        "amina",
        "Amina Klitmark",
        "consultant",
        "Borgerkonsulent for unge – også når det brænder på",
        "young",
        1987,
        "01 20 30 41",
        "Hverdage kl. 9–17. Torsdag til kl. 20. Er der noget akut, må du også ringe om aftenen.",
    ),
    Colleague(
        "torben",
        "Torben Åbrink",
        "consultant",
        "Borgerkonsulent for voksne, der har ventet længe",
        "adults",
        1969,
        "01 20 30 42",
        "Mandag til torsdag kl. 8–16, fredag kl. 8–13. Jeg ringer tilbage samme dag.",
    ),
    Colleague(
        "lone",
        "Lone Sivkær",
        "consultant",
        "Borgerkonsulent tæt på, hvor folk bor – og i efterværn",
        "near",
        1976,
        "01 20 30 43",
        "Kom forbi mandag, onsdag og fredag kl. 9–12. Ring alle hverdage kl. 8–15.",
    ),
    Colleague("birthe", "Birthe Hedelund", "leader", "Teamleder for de tre hold", "adults", 1965, "01 20 30 44"),
    Colleague("jeppe", "Jeppe Lundager", "administrator", "Holder styr på hold og adgang", "", 1991, "01 20 30 45"),
)

PARTNERS = (
    Partner("jorgen", "Jørgen Vestermose", "Foreningen Følgeskab", "Mentor, før i tiden smed"),
    Partner("nadja", "Nadja Rørholm", "Foreningen Følgeskab", "Mentor for unge"),
    Partner("pia", "Pia Lyngholt", "Havlunde Jobhus", "Virksomhedskonsulent", "municipality"),
    Partner("klaus", "Klaus Engbæk", "Havlunde Jobhus", "Virksomhedskonsulent", "municipality"),
    Partner("vibeke", "Vibeke Sandholt", "Boligforeningen Fjordhaven", "Boligrådgiver"),
    Partner("mads", "Mads Teglgård", "Gældsrådgivningen Åbne Breve", "Gældsrådgiver"),
    Partner("helle", "Helle Birkemose", "Behandlingshuset Solsiden", "Behandler"),
    Partner("ove", "Ove Stenbæk", "Kriminalforsorgen", "Tilsynsførende"),
    Partner("tanja", "Tanja Lindemark", "Exitindsatsen", "Exitmentor"),
    Partner("karin", "Karin Ellegård", "Havlunde Ungdomsskole", "Ungevejleder", "municipality"),
    Partner("simon", "Simon Høgsbjerg", "Værkstedet Gnisten", "Leder af værkstedet"),
    Partner("rikard", "Rikard Nørrelund", "Værkstedet Gnisten", "Følger op, når man er kommet i arbejde"),
    Partner("bodil", "Bodil Mosekær", "Havlunde Sundhedshus", "Fysioterapeut", "municipality"),
    Partner("gry", "Gry Askelund", "Familiehuset", "Familierådgiver", "municipality"),
)
