"""Equal-area conic projection, so that a shaded area shows its true size."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import cos, log, radians, sin, sqrt

CGCS2000_AXIS = 6_378_137.0
"""Semi-major axis of CGCS2000 in metres (GB 22021-2008)."""
CGCS2000_FLATTENING = 1 / 298.257222101
"""Flattening of CGCS2000 (GB 22021-2008)."""


@dataclass(frozen=True, slots=True)
class Albers:
    """Albers equal-area conic projection of an ellipsoid; angles in degrees, lengths in metres.

    Formulas 3-12 and 14-1 to 14-6 of J. P. Snyder, Map Projections: A Working Manual
    (U.S. Geological Survey Professional Paper 1395, 1987), chapter 14. The defaults (standard parallels
    25°N and 47°N, central meridian 105°E) are those usual for whole maps of China.
    """

    parallels: tuple[float, float] = (25.0, 47.0)
    meridian: float = 105.0
    origin: float = 0.0
    axis: float = CGCS2000_AXIS
    flattening: float = CGCS2000_FLATTENING
    _cone: float = field(init=False, repr=False)
    _constant: float = field(init=False, repr=False)
    _radius: float = field(init=False, repr=False)

    def __post_init__(self) -> None:
        low, high = (self._scale(parallel) for parallel in self.parallels)
        first, second = (self._authalic(parallel) for parallel in self.parallels)
        cone = (low**2 - high**2) / (second - first)
        object.__setattr__(self, "_cone", cone)
        object.__setattr__(self, "_constant", low**2 + cone * first)
        object.__setattr__(self, "_radius", self._distance(self.origin))

    @property
    def _squared_eccentricity(self) -> float:
        return self.flattening * (2 - self.flattening)

    def _scale(self, latitude: float) -> float:
        phi = radians(latitude)
        return cos(phi) / sqrt(1 - self._squared_eccentricity * sin(phi) ** 2)

    def _authalic(self, latitude: float) -> float:
        e2 = self._squared_eccentricity
        e = sqrt(e2)
        s = sin(radians(latitude))
        return (1 - e2) * (s / (1 - e2 * s * s) - log((1 - e * s) / (1 + e * s)) / (2 * e))

    def _distance(self, latitude: float) -> float:
        return self.axis * sqrt(self._constant - self._cone * self._authalic(latitude)) / self._cone

    def project(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return metres east of the central meridian and north of the origin."""
        distance = self._distance(latitude)
        angle = self._cone * radians(longitude - self.meridian)
        return distance * sin(angle), self._radius - distance * cos(angle)


CHINA = Albers()
