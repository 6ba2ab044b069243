"""A terminal's screen as an SVG picture: text stays text, lines and bars are drawn."""

import re
import unicodedata
from html import escape

CELL, LINE, SIZE = 8.4, 19, 14
MARGIN, BAR = 14, 34
FONT = "ui-monospace, 'SF Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace"

# Where the arms of a line go: left, right, up, down.
ARMS = {"─": "lr", "│": "ud", "┬": "lrd", "┴": "lru", "┼": "lrud", "├": "udr", "┤": "udl"}
# Which part of a cell is full: where it begins, and how wide it is.
BLOCKS = {"▌": (0, 0.5), "▐": (0.5, 0.5), "█": (0, 1)}


class Style:
    """What escape sequences have said so far about the letters to come."""

    def __init__(self):
        self.reset()

    def reset(self):
        self.foreground = self.background = None
        self.marks = set()

    MARKS = {1: "bold", 2: "dim", 3: "italic", 4: "underline", 7: "reverse"}
    ENDS = {22: {"bold", "dim"}, 23: {"italic"}, 24: {"underline"}, 27: {"reverse"}}

    def apply(self, numbers):
        numbers = [int(number or 0) for number in numbers]
        while numbers:
            number = numbers.pop(0)
            if number in (38, 48):
                kind = numbers.pop(0)
                color = "#%02x%02x%02x" % tuple(numbers[:3]) if kind == 2 else indexed(numbers[0])
                del numbers[:3 if kind == 2 else 1]
                if number == 38:
                    self.foreground = color
                else:
                    self.background = color
            elif number == 0:
                self.reset()
            elif number in self.MARKS:
                self.marks.add(self.MARKS[number])
            elif number == 39:
                self.foreground = None
            elif number == 49:
                self.background = None
            elif 30 <= number <= 37:
                self.foreground = indexed(number - 30)
            elif 40 <= number <= 47:
                self.background = indexed(number - 40)
            else:
                self.marks -= self.ENDS.get(number, set())

    def look(self, paper, ink):
        colors = (self.foreground or ink, self.background or paper)
        return (colors[::-1] if "reverse" in self.marks else colors) + (frozenset(self.marks - {"reverse"}),)


def indexed(number):
    """A colour of the palette of 256, as xterm has it."""
    if number < 16:
        value = 0xFF if number > 7 else 0xC0
        return "#%02x%02x%02x" % tuple(value if number >> bit & 1 else 0 for bit in range(3))
    if number < 232:
        steps = [0, 95, 135, 175, 215, 255]
        number -= 16
        return "#%02x%02x%02x" % (steps[number // 36], steps[number // 6 % 6], steps[number % 6])
    return "#" + "%02x" % (8 + 10 * (number - 232)) * 3


def width(character):
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cells(line, style, paper, ink):
    """The cells of a line: column, characters, columns they take, look."""
    result, column = [], 0
    for part in re.split(r"(\x1b\[[0-9;:]*m|\x1b[()][A-Z0-9]|[\x0e\x0f])", line):
        if part.startswith("\x1b["):
            style.apply(re.split("[;:]", part[2:-1]))
        elif not part.startswith(("\x1b", "\x0e", "\x0f")):
            for character in part:
                if width(character) == 0 and result:
                    result[-1][1] += character
                else:
                    result.append([column, character, width(character), style.look(paper, ink)])
                    column += width(character)
    return result


def is_right_to_left(text):
    return unicodedata.bidirectional(text[0]) in ("R", "AL")


def runs(row):
    """Neighbours of one look and one direction together; blanks and what is drawn stand apart."""
    result = []
    for column, text, columns, look in row:
        is_drawn = text in ARMS or text in BLOCKS
        kind = (look, "drawn" if is_drawn else "rtl" if is_right_to_left(text) else "text")
        last = result[-1] if result else None
        is_gap = text == " " and last and last[3][0] == look and last[3][1] != "drawn"
        if last and not is_drawn and (last[3] == kind or is_gap):
            last[1].append(text)
            last[2] += columns
        else:
            result.append([column, [text], columns, kind])
    return result


def rectangle(x, y, wide, color):
    return f'<rect x="{x:.1f}" y="{y}" width="{wide:.1f}" height="{LINE}" fill="{color}"/>'


def drawing(x, y, sign, color):
    if sign in BLOCKS:
        start, part = BLOCKS[sign]
        return rectangle(x + start * CELL, y, part * CELL, color)
    middle, half = x + CELL / 2, y + LINE / 2
    ends = {"l": f"M{x:.1f} {half}H{middle:.1f}", "r": f"M{middle:.1f} {half}H{x + CELL:.1f}",
            "u": f"M{middle:.1f} {y}V{half}", "d": f"M{middle:.1f} {half}V{y + LINE}"}
    return f'<path d="{"".join(ends[arm] for arm in ARMS[sign])}" stroke="{color}"/>'


def text_element(x, y, columns, letters, look):
    color, _, marks = look
    text = "".join(letters)
    blanks = len(text) - len(text.lstrip(" "))
    x, columns, text = x + blanks * CELL, columns - blanks, text.lstrip(" ")
    columns -= len(text) - len(text.rstrip(" "))
    text = text.rstrip(" ")
    # The terminal has it in the order of the screen; a picture is put in order by whoever shows it.
    if is_right_to_left(text):
        text = text[::-1]
    attributes = f'x="{x:.1f}" y="{y + LINE - 5.5}" fill="{color}" textLength="{columns * CELL:.1f}"'
    attributes += ' font-weight="bold"' * ("bold" in marks) + ' font-style="italic"' * ("italic" in marks)
    attributes += ' opacity="0.6"' * ("dim" in marks) + ' text-decoration="underline"' * ("underline" in marks)
    return f"<text {attributes}>{escape(text, quote=False)}</text>"


def svg(screen, columns, title, paper, ink):
    """The picture of a screen, with a window around it."""
    lines = screen.rstrip("\n").split("\n")
    style, shapes, letters = Style(), [], []
    for number, line in enumerate(lines):
        y = BAR + number * LINE
        for column, texts, count, (look, kind) in runs(cells(line, style, paper, ink)):
            x = MARGIN + column * CELL
            if look[1] != paper:
                shapes.append(rectangle(x, y, count * CELL + 0.3, look[1]))
            if kind == "drawn":
                shapes.append(drawing(x, y, texts[0], look[0]))
            elif "".join(texts).strip(" "):
                letters.append(text_element(x, y, count, texts, look))
    wide, high = round(2 * MARGIN + columns * CELL), BAR + len(lines) * LINE + MARGIN - 4
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}" '
        f'font-family="{FONT}" font-size="{SIZE}" xml:space="preserve">',
        f"<title>{escape(title)}</title>", *window(wide, high, paper, ink), *shapes, *letters, "</svg>\n"])


def window(wide, high, paper, ink):
    """What is around the screen: a sheet with round corners, and three dots."""
    yield (f'<rect x="0.5" y="0.5" width="{wide - 1}" height="{high - 1}" rx="9" fill="{paper}" '
           f'stroke="{ink}" stroke-opacity="0.25"/>')
    for number in range(3):
        yield f'<circle cx="{MARGIN + 6 + 18 * number}" cy="17" r="5.5" fill="{ink}" opacity="0.25"/>'
