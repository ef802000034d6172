"""What patients read for the values of a choice."""

from __future__ import annotations

PLACES = {
    "desk": "At a desk",
    "bed": "In bed",
    "floor": "On the floor",
    "gym": "At the gym",
    "car": "At a stop, car parked",
}
POSITIONS = {
    "standing": "Standing",
    "seated": "Sitting",
    "lying": "Lying down",
    "kneeling": "Kneeling",
    "all-fours": "On hands and knees",
}
CARES = {
    "disc": "A disc problem",
    "flare": "A flare-up right now",
    "osteoporosis": "Weak bones (osteoporosis)",
    "pregnancy": "Pregnant",
    "surgery": "After surgery or an injection",
    "balance": "Unsteady or dizzy",
    "beginner": "New to stretching",
}
THEMES = {
    "hamstrings": "Hamstrings and your back",
    "stretching": "How to stretch",
    "daily-life": "Daily life, work and sport",
    "back-pain": "Back pain",
    "nerves-discs": "Sciatica, discs and leg pain",
    "treatment": "Treatments",
    "getting-help": "Getting help",
    "special": "Pregnancy, bones, surgery, children",
    "about": "About me",
}
