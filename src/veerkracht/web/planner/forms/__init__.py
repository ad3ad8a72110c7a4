"""HTTP strings to the facts of one part of the week."""

from .offer import OfferForm
from .parts import BlockForm, ChildForm, CourseForm, LegModesForm, LimitsForm, TravelForm, YearForm
from .plan_b import PlanBForm, ViewForm
from .service import ServiceForm
from .sheets import CareCheckForm, ProfileForm

__all__ = [
    "BlockForm",
    "CareCheckForm",
    "ChildForm",
    "CourseForm",
    "LegModesForm",
    "LimitsForm",
    "OfferForm",
    "PlanBForm",
    "ProfileForm",
    "ServiceForm",
    "TravelForm",
    "ViewForm",
    "YearForm",
]
