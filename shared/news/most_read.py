"""How Most Read counts and ranks: the part `most_read` of the newsroom's configuration."""

from shared.news.record import Record


class MostRead(Record):
    """The parameters."""

    kappa: int = 20
    minimum_readers: int = 5
    length: int = 10
    half_life_minutes: int = 20
    surge_floor: float = 0.5
    surge_ceiling: float = 4
    incumbent_bonus: float = 0.15
    trending_minimum: int = 5
    late_after_minutes: int = 60
