from __future__ import annotations

from xml.etree import ElementTree

from tests.bench.peers.plot import Panel, Point, draw


def test_the_picture_shows_every_matcher_once_a_panel() -> None:
    names = ("Limber", "a & b", "c <d>")
    panels = [Panel(title, tuple(Point(name, 1.0, 0.5) for name in names)) for title in ("one", "two")]
    words = [element.text for element in ElementTree.fromstring(draw(panels)).iter() if element.tag.endswith("text")]  # noqa: S314 - our own
    assert all(words.count(name) == 2 for name in names)


def test_faster_stands_further_left_and_better_higher() -> None:
    points = (Point("fast and poor", 0.5, 0.2), Point("slow and good", 20.0, 0.9))
    root = ElementTree.fromstring(draw([Panel("set", points)]))  # noqa: S314 - our own
    poor, good = [e for e in root.iter() if e.tag.endswith("circle")]
    assert float(poor.attrib["cx"]) < float(good.attrib["cx"])
    assert float(poor.attrib["cy"]) > float(good.attrib["cy"])
