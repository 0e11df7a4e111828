"""The trained German pipeline at run time: one small encoder under onnxruntime, one light head a task, no torch.

The weights live in a package of their own, ``quellenlage-de``; ``training/`` makes them from public data.
"""
