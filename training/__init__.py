"""Training of the German encoder: torch is needed here and nowhere else.

Threads that wait must not spin: on a machine that others use, spinning made training four times as slow.
"""

import os

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
