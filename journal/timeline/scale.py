"""Time and pixels: what part of time is in view, and how it is zoomed and moved.

Times are UTC seconds since 1970 as floats, so that a frame adds and multiplies and nothing
else. Every function returns a new view; none knows what is in it.
"""

import math
from dataclasses import dataclass, field, replace

DAY_S = 86_400.0
GUTTER_PX = 96.0
MARGIN_PX = 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A span of time on a surface.

    Attributes:
        start: At the left edge of the plot.
        end: At its right edge, later than `start`.
        width_px: Of the whole surface.
        height_px: Of the whole surface.
        left_px: Before the plot, for the names of the lanes.
        right_px: After the plot.
        plot_px: The width in which time runs; at least one.
        seconds_per_px: The scale.
    """

    start: float
    end: float
    width_px: float
    height_px: float
    left_px: float = GUTTER_PX
    right_px: float = MARGIN_PX
    plot_px: float = field(init=False, repr=False, compare=False)
    seconds_per_px: float = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not (math.isfinite(self.start) and math.isfinite(self.end) and self.start < self.end):
            message = f"a view cannot run from {self.start} to {self.end}"
            raise ValueError(message)
        if min(self.width_px, self.height_px, self.left_px, self.right_px) < 0:
            message = "a surface has no negative size"
            raise ValueError(message)
        # Worked out once: a frame asks for them thousands of times.
        plot_px = max(1.0, self.width_px - self.left_px - self.right_px)
        object.__setattr__(self, "plot_px", plot_px)
        object.__setattr__(self, "seconds_per_px", self.seconds / plot_px)

    @property
    def seconds(self) -> float:
        """How much time is in view."""
        return self.end - self.start

    def x_of(self, moment: float) -> float:
        """Return where a moment stands, in pixels from the left of the surface."""
        return self.left_px + (moment - self.start) / self.seconds_per_px

    def moment_at(self, x: float) -> float:
        """Return the moment at a place; the inverse of `x_of`."""
        return self.start + (x - self.left_px) * self.seconds_per_px


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How far a view may go.

    Attributes:
        start: No view begins before it.
        end: No view ends after it.
        shortest: The least time in view, in seconds.
    """

    start: float
    end: float
    shortest: float = 2 * DAY_S

    @property
    def longest(self) -> float:
        """All of it."""
        return self.end - self.start


def zoomed(view: View, factor: float, x: float) -> View:
    """Show `factor` times as much time as before, and keep the moment at `x` where it is.

    Args:
        factor: Below one zooms in. Zooming by `factor` and then by its inverse about the
            same place gives the same view.
        x: In pixels from the left of the surface.

    Raises:
        ValueError: if the factor is not above zero.
    """
    if not factor > 0:
        message = f"cannot zoom by {factor}"
        raise ValueError(message)
    fixed = view.moment_at(x)
    return replace(
        view,
        start=fixed - (fixed - view.start) * factor,
        end=fixed + (view.end - fixed) * factor,
    )


def panned(view: View, px: float) -> View:
    """Drag the content to the right by so many pixels, to earlier times."""
    seconds = px * view.seconds_per_px
    return replace(view, start=view.start - seconds, end=view.end - seconds)


def resized(view: View, width_px: float, height_px: float) -> View:
    """Show the same time on a surface of another size."""
    return replace(view, width_px=width_px, height_px=height_px)


def fitted(view: View, start: float, end: float) -> View:
    """Show the time from `start` to `end`; a day about them where they are the same."""
    if end <= start:
        start, end = start - DAY_S / 2, start + DAY_S / 2
    return replace(view, start=start, end=end)


def centred(view: View, moment: float) -> View:
    """Show as much time as before, with the moment in the middle."""
    return replace(view, start=moment - view.seconds / 2, end=moment + view.seconds / 2)


def clamped(view: View, limits: Limits) -> View:
    """Bring a view back to the limits, changing its length only where it has to."""
    seconds = min(max(view.seconds, limits.shortest), max(limits.longest, limits.shortest))
    if seconds >= limits.longest:
        return fitted(view, limits.start, limits.start + seconds)
    start = view.start + (view.seconds - seconds) / 2
    start = min(max(start, limits.start), limits.end - seconds)
    return replace(view, start=start, end=start + seconds)


def grid_level(seconds: float) -> int:
    """Return the least level whose bins are at least so long; level n is 2**n seconds.

    The grid is absolute (it begins in 1970, not at the edge of the view), so that a bin
    holds the same entries wherever the view stands, and nothing shimmers while it moves.
    """
    mantissa, exponent = math.frexp(max(seconds, 1.0))
    return exponent - 1 if mantissa == 0.5 else exponent  # noqa: PLR2004  a power of two itself
