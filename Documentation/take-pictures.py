#!/usr/bin/env python3
"""Takes the README's pictures: runs the program in a real terminal on the samples, and draws its screens.

usage: take-pictures.py PROGRAM FOLDER
"""

import os
import re
import shutil
import sys
import tempfile
import time

from picture import svg
from terminal import Terminal

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SAMPLES = os.path.join(ROOT, "Sources/broadsheet/Samples")

CONFIGURATION = """\
sections:
  - name: Harbour
    query: harbour OR ferry OR quay
  - name: Flood
    query: flood OR river
  - name: Unread this week
    query: unread since:1w
"""

# Name, size, theme, what is pressed (steps apart by ;), what is then on the screen, what the picture shows.
SCENES = [
    ("reading", (122, 34), "broadsheet-dark", "j s j r j s j r j j r g ; Enter", "Also related",
     "The list, a story, and what is related to it"),
    ("thread", (122, 30), "broadsheet-dark", "& skipper ; Enter ; t", "Island ferry",
     "The thread of a story, from its beginning"),
    ("dimming", (122, 30), "broadsheet-dark", "& copies ; Enter ; r ; j j ; Enter", "3 of 7",
     "A story of which another one has been read: what is new in it stands out"),
    ("digest", (100, 30), "newsprint", "& skipper ; Enter ; D", "Key sentences",
     "The digest of a story"),
    ("searching", (122, 30), "broadsheet-dark", '\\ "quay wall" ; Enter', "match 1",
     "The stories with some words, and the words in the story"),
    ("filtering", (100, 26), "newsprint", '& "unread source:s" ; ', "Straits Ledger",
     "A filter that is being typed, and what may follow"),
    ("narrow", (60, 24), "harbour-night", "j Enter", "herring", "A story on a small terminal"),
    ("sections", (122, 30), "salmon-paper", "] ; v s ; g ; j", "Harbour",
     "A section of the newspaper, grouped by source"),
]


def colors(theme):
    """A theme's paper and ink."""
    with open(os.path.join(ROOT, "Themes", theme + ".yaml"), encoding="utf-8") as file:
        found = dict(re.findall(r'(base0[05]): "(#\w+)"', file.read()))
    return found["base00"].lower(), found["base05"].lower()


def make_desk(folder):
    """The sample pages as if they had been saved over some days, and a home with nothing else in it."""
    pages = os.path.join(folder, "pages")
    shutil.copytree(SAMPLES, pages)
    hour = 3600
    for number, name in enumerate(sorted(os.listdir(pages))):
        saved = time.time() - number * 2 * hour
        os.utime(os.path.join(pages, name), (saved, saved))
    settings = os.path.join(folder, "config/broadsheet")
    os.makedirs(settings)
    with open(os.path.join(settings, "config.yaml"), "w", encoding="utf-8") as file:
        file.write(CONFIGURATION)
    return pages


def take(program, scene, folder):
    name, (columns, rows), theme, keys, expected, title = scene
    # What the program still does in the background when it is left may be writing.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as desk:
        pages = make_desk(desk)
        environment = {"HOME": desk, "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "tmux-256color",
                       "COLORTERM": "truecolor", "XDG_CONFIG_HOME": desk + "/config",
                       "XDG_STATE_HOME": desk + "/state", "XDG_CACHE_HOME": desk + "/cache"}
        terminal = Terminal(desk, [program, "--theme", theme, pages], columns, rows, environment)
        try:
            terminal.screen(" of ")
            for step in keys.split(";"):
                terminal.press(step)
                time.sleep(0.3)
            screen = terminal.screen(expected)
        finally:
            terminal.close()
    with open(os.path.join(folder, name + ".svg"), "w", encoding="utf-8") as file:
        file.write(svg(screen, columns, title, *colors(theme)))


def main():
    program, folder = (os.path.abspath(argument) for argument in sys.argv[1:3])
    os.makedirs(folder, exist_ok=True)
    for scene in SCENES:
        take(program, scene, folder)
        print(scene[0])


main()
