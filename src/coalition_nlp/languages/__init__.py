"""Rule data per language, and the one class that hands it out.

Each language is a folder of data files; all languages have the same files. A component asks for its table by name
and says which Pydantic model the file must fit; unknown keys, missing files and broken syntax raise `RuleFileError`
with the path.
"""

from .expressions import NEVER, Expression
from .tables import SUPPORTED, RuleModel, rules

__all__ = ["NEVER", "SUPPORTED", "Expression", "RuleModel", "rules"]
