"""How records show themselves ("html") and become tables ("frame").

The records call what is registered here; the package registers functions of `coalition_nlp.report`, so that the
records need not know the layers above them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

displays: dict[str, Callable[..., Any]] = {}
