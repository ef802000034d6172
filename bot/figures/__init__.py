"""A build step: the pose files of knowledge/poses/ become the pictures of knowledge/pictures/.

Nothing that serves a patient imports this room. Only encoding.py needs resvg and Pillow (the extra `draw`).
"""
