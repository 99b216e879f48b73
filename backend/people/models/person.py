"""A person who can sign in. What they may see of a plan is never decided here, but by their place at its table."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.people.models.organisation import Organisation, Team
from backend.people.models.setting import TargetGroup


def initials_of(name: str) -> str:
    """Two letters for a face: of first and last name, or the first two of an only name."""
    words = name.split()
    return (words[0][0] + words[-1][0]).upper() if len(words) > 1 else name[:2].capitalize()


class People(BaseUserManager["Person"]):
    """Makes people; none of them gets a password by default."""

    def create_person(self, *, handle: str, name: str, **rest: Any) -> "Person":
        person = Person(handle=handle, name=name, first_name=rest.pop("first_name", name.split()[0]), **rest)
        person.set_unusable_password()
        person.save()
        return person


class Person(AbstractBaseUser):
    """Citizen, consultant, supporter, professional, leader or administrator: the same person may be several."""

    class StaffRole(models.TextChoices):
        NONE = ""
        CONSULTANT = "consultant"
        LEADER = "leader"
        ADMINISTRATOR = "administrator"

    handle = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=120)
    first_name = models.CharField(max_length=60)
    born = models.PositiveSmallIntegerField(null=True, blank=True)
    staff_role = models.CharField(max_length=16, choices=StaffRole, default="", blank=True)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, verbose_name=_("Organisation")
    )
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="people", verbose_name=_("Hold"))
    target_group = models.ForeignKey(
        TargetGroup, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Målgruppe")
    )  # of a citizen
    phone = models.CharField(max_length=32, default="", blank=True)
    hours = models.CharField(max_length=200, default="", blank=True)
    email = models.EmailField(default="", blank=True)
    language = models.CharField(max_length=8, default="", blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=clock.now)

    last_login = None  # nobody is told when somebody was last here

    objects = People()
    USERNAME_FIELD = "handle"

    class Meta:
        verbose_name, verbose_name_plural = _("person"), _("personer")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(staff_role__in=["", "consultant", "leader", "administrator"]),
                name="person_staff_role_known",
            )
        ]

    def __str__(self) -> str:
        return self.handle

    @property
    def initials(self) -> str:
        return initials_of(self.name)
