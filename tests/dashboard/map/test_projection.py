import pytest

from dashboard.map.projection import CHINA, Albers

# The worked examples of Snyder (1987), Appendix A, "Albers Conical Equal-Area".
CLARKE_1866 = Albers((29.5, 45.5), -96, 23, 6_378_206.4, 1 / 294.978698)


def test_agrees_with_the_worked_example_of_the_manual():
    assert CLARKE_1866.project(-75, 35) == pytest.approx((1_885_472.7, 1_535_925.0), abs=0.2)


@pytest.mark.parametrize("latitude", [3.0, 25.0, 36.0, 53.5])
def test_the_central_meridian_is_straight(latitude):
    assert CHINA.project(105, latitude)[0] == pytest.approx(0)


@pytest.mark.parametrize("latitude", [4.0, 22.0, 35.0, 50.0])
def test_cells_of_equal_longitude_keep_their_area_wherever_they_lie(latitude):
    def area(west: float) -> float:
        corners = [
            (west, latitude),
            (west + 0.01, latitude),
            (west + 0.01, latitude + 0.01),
            (west, latitude + 0.01),
        ]
        points = [CHINA.project(*corner) for corner in corners]
        return (
            abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True)))
            / 2
        )

    assert area(75) == pytest.approx(area(130), rel=1e-6)


def test_a_cell_has_its_true_area_on_the_ellipsoid():
    # One hundredth of a degree at 36°N: 111 km by 90 km a degree, within half a percent.
    points = [CHINA.project(x, y) for x, y in [(110, 36), (110.01, 36), (110.01, 36.01), (110, 36.01)]]
    area = (
        abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True))) / 2
    )
    assert area == pytest.approx(1_109.6 * 902.1, rel=5e-3)
