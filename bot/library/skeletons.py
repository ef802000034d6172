"""A commented skeleton of a new topic, stretch, flag or pose, to fill in."""

from __future__ import annotations

from pathlib import Path

from bot.errors import LimberError

_TOPIC = """+++
# The question as the clinic would write it. Patients read it as the card's title.
question = "Can I ...?"
# How people really ask it: 20 to 30 lines, each in other words, as they type on a phone, the plainest first.
# More stand in examples/topics/, in a file of this name with .txt, one a line.
asked_as = [
  "...",
]
# "article" with claims = ["A3"] when it stands in the article (article.md), otherwise "clinic".
origin = "clinic"
claims = []
# Where the facts come from.
sources = [
  { title = "...", url = "https://..." },
]
# Up to three stretches, as id or id:variant; [] for none. The note stands beside them.
stretches = []
stretch_note = ""
# Up to four topics to read next.
related = []
# Who the asker is by the question's own words: disc, flare, osteoporosis, pregnancy, surgery, balance, beginner.
care = []
# hamstrings, stretching, daily-life, back-pain, nerves-discs, treatment, getting-help, special or about.
theme = "back-pain"
# true: the card ends on the line about when to get help.
pointer = false
# true: general information only, then the clinic.
handover = false
+++
One line that answers the question.

- A first point, one or two short sentences.
- A second point.

One line of caution: when to stop, or when to get help.
"""

_STRETCH = """+++
# What patients read as its name.
name = "..."
# Names people may type for it.
asked_as = ["..."]
origin = "clinic"
claims = []
sources = [
  { title = "...", url = "https://..." },
]
# An easier and a harder stretch, by id; "" for none.
easier = ""
harder = ""
feel = "What you should feel, and where."
stop = "When to stop."
cautions = ["..."]

[[variant]]
# Only a stretch with several variants gives each an id and a name.
id = ""
name = ""
# standing, seated, lying, kneeling or all-fours
position = "seated"
# desk, bed, floor, gym, car
places = ["desk"]
# easy, medium, hard
difficulty = "easy"
# Where these numbers come from: ...
hold_seconds = 30
repetitions = 3
# 2 when each side is stretched on its own
sides = 2
steps = [
  "First do this.",
  "Then this.",
  "Come back slowly.",
]

# offer, gentle or withhold, each with its reason. A care that is left out withholds.
[variant.care]
disc = { rule = "withhold", why = "..." }
flare = { rule = "withhold", why = "..." }
osteoporosis = { rule = "withhold", why = "..." }
pregnancy = { rule = "withhold", why = "..." }
surgery = { rule = "withhold", why = "..." }
balance = { rule = "withhold", why = "..." }
beginner = { rule = "gentle", why = "..." }
+++
One or two sentences: what this stretch is for.
"""

_FLAG = """+++
# For the clinician.
name = "..."
# Finishes the words "If this is about ..." in the patient's kind of words, naming no disease.
notice = "..."
# One plain question, asked when a sign is doubtful; yes means that the sign is there.
question = "...?"
# One or two sentences for the card: why a person should look at it.
say = ""
sources = [
  { title = "...", url = "https://..." },
]
# true: stretches may stand beside a "have this looked at soon" note.
stretches_allowed = false

[[grade]]
# crisis, emergency, same-day or soon
level = "same-day"
# Concepts of concepts/ that make the sign: "a + b" in one sentence, "a & b" anywhere in the message.
signs = ["..."]
# Signs that first ask the question above.
doubtful = []
# Concepts that take a sign away in the same sentence.
excludes = []
# How people tell it stands in examples/flags/, in a file of this name and level with .txt, one message a line.
+++
For the clinician: what counts, what deliberately does not, and why.
"""

_POSE = """# What a picture is drawn from; the file is named like the picture: ID of the stretch, or ID.VARIANT.
# After a change run `limber draw`. Lengths are centimetres of a figure 172 cm tall (x ahead, y up, z to its right),
# angles are degrees; what is left out is 0, and a figure of zeros stands upright.

# side, corner, behind, above or level
view = "side"
# What stays where it is: hips, shoulders, left-knee, right-knee, left-foot or right-foot
rests = "left-foot"
# The part whose way the arrow shows, and how far beside it
arrow = { of = "head", out = 20 }
# Muscles in the accent colour: left-hamstring, right-buttock, right-hip-front, low-back, waist, whole-back ...
felt = ["right-hamstring"]
# mat, bed, cushion, chair, step, door-frame, towel, desk or rail, each with its place on the floor
props = []
# true: the movement goes both ways, and start and end are held alike
both_ways = false

[start]

# A limb has either angles or a hand or foot that touches something.
[end]
trunk = { lean = 40, low_back = 10, neck = -10 }
right_leg = { foot = { on = "floor", x = 30, tilt = 30 } }
left_arm = { shoulder = 45 }
right_arm = { shoulder = 45 }
"""

KINDS = {
    "topic": ("topics", ".md", _TOPIC),
    "stretch": ("stretches", ".md", _STRETCH),
    "flag": ("flags", ".md", _FLAG),
    "pose": ("poses", ".toml", _POSE),
}


def create(folder: Path, kind: str, name: str) -> Path:
    """Write a skeleton and return where. Raises `LimberError` when the name is taken or the folder is not there."""
    room, suffix, text = KINDS[kind]
    path = folder / room / f"{name}{suffix}"
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise LimberError(f"{room}/{path.name} is there already; choose another id.") from None
    except OSError as error:
        raise LimberError(f"{path} cannot be written: {error.strerror}.") from error
    return path
