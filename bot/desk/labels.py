"""What patients read of the commands, their options and the values of a choice."""

from __future__ import annotations

COMMANDS = {
    "ask": "Ask about your back or your hamstrings. Only you see the answer.",
    "stretch": "Find a stretch that suits you. Only you see it.",
    "topics": "See what you can ask.",
    "privacy": "What I read and what I keep.",
    "forget-me": "Delete at once whatever is kept about you.",
}
"""Every command there is: its name, and what is said of it, in at most 100 characters (Discord's limit)."""

MENU = "Answer from the FAQ"
"""The entry in the menu of a message."""

OPTIONS = {
    "question": "Your question, in your own words",
    "name": "A stretch by name",
    "place": "Where you are",
    "position": "How you want to be",
    "care": "A reason to be careful",
    "minutes": "Make a routine of so many minutes",
    "theme": "What it is about",
}
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
