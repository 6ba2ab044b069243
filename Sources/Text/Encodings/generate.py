#!/usr/bin/env python3
"""Writes Tables/*.swift: which character each code of an encoding is.

From the codecs of Python, which has the mappings that Unicode and the vendors published, in the layout of the WHATWG Encoding
Standard's indexes: a character is found at a "pointer" that follows from its bytes. Run it in this folder.
"""

import unicodedata

NONE = "."  # No table has ASCII.
HEADER = "// Written by generate.py; do not edit.\n// swift-format-ignore-file\n\n"


def character(codec, *codes):
    """What bytes are in a codec; NONE where they are no character, or one for private use."""
    try:
        text = bytes(codes).decode(codec)
    except UnicodeDecodeError:
        return NONE
    return text if len(text) == 1 and unicodedata.category(text) != "Co" else NONE


def literal(text):
    """The text within a Swift literal. What would be invisible, or change the direction of a line, is written as its number."""
    def written(c):
        plain = unicodedata.category(c)[0] in "LNPS" and unicodedata.bidirectional(c) not in ("R", "AL", "AN")
        return c if plain and c not in '"\\' else "\\u{%X}" % ord(c)
    return "".join(written(c) for c in text)


def write(name, member, about, text, row):
    """A table of one large encoding, so many characters a line."""
    rows = [text[i:i + row] for i in range(0, len(text), row)]
    lines = "".join(f"    {literal(r)}\\\n" for r in rows[:-1]) + f"    {literal(rows[-1])}\n"
    with open(f"Tables/{name}.swift", "w") as file:
        file.write(HEADER)
        file.write(f"/// {about}\nextension PointerTable {{\n  static let {member} = PointerTable(\n")
        file.write(f'    """\n{lines}    """)\n}}\n')


# ---- Encodings of one byte a character

SINGLE = [
    ("ibm850", "cp850"), ("ibm852", "cp852"), ("ibm855", "cp855"), ("ibm866", "cp866"),
    ("iso8859_2", "iso8859-2"), ("iso8859_3", "iso8859-3"), ("iso8859_4", "iso8859-4"), ("iso8859_5", "iso8859-5"),
    ("iso8859_6", "iso8859-6"), ("iso8859_7", "iso8859-7"), ("iso8859_8", "iso8859-8"),
    ("iso8859_10", "iso8859-10"), ("iso8859_13", "iso8859-13"), ("iso8859_14", "iso8859-14"),
    ("iso8859_15", "iso8859-15"), ("iso8859_16", "iso8859-16"),
    ("koi8R", "koi8-r"), ("koi8U", "koi8-u"), ("macintosh", "mac-roman"), ("macCyrillic", "mac-cyrillic"),
    ("macCentralEurope", "mac-latin2"), ("windows874", "cp874"),
    ("windows1250", "cp1250"), ("windows1251", "cp1251"), ("windows1252", "cp1252"), ("windows1253", "cp1253"),
    ("windows1254", "cp1254"), ("windows1255", "cp1255"), ("windows1256", "cp1256"), ("windows1257", "cp1257"),
    ("windows1258", "cp1258"),
]


def single(codec):
    """The characters from 0x80 on. Free places below 0xA0 are control characters, as browsers have it."""
    def one(code):
        found = character(codec, code)
        return chr(code) if found == NONE and code < 0xA0 else "\uFFFD" if found == NONE else found
    return "".join(one(code) for code in range(0x80, 0x100))


with open("Tables/SingleByteTables.swift", "w") as file:
    file.write(HEADER + "extension TextEncoding {\n")
    file.write("  /// The 128 characters from 0x80 on of an encoding that has one byte for each; nil for another one.\n")
    file.write("  var highCharacters: String? {\n    switch self {\n")
    for case, codec in SINGLE:
        text = single(codec)
        rows = [literal(text[i:i + 16]) for i in range(0, 128, 16)]
        joined = "".join(f"      {row}\\\n" for row in rows[:-1]) + f"      {rows[-1]}\n"
        file.write(f'    case .{case}:\n      """\n{joined}      """\n')
    file.write("    default: nil\n    }\n  }\n}\n")

# ---- Japanese: by the bytes of Shift_JIS, two rows of JIS X 0208 in each

LEADS = [*range(0x81, 0xA0), *range(0xE0, 0xFD)]
TRAILS = [*range(0x40, 0x7F), *range(0x80, 0xFD)]
write("JIS0208", "jis0208", "JIS X 0208 with the additions of NEC and IBM: 94 characters a row.",
      "".join(character("cp932", lead, trail) for lead in LEADS for trail in TRAILS), 94)
CELLS = range(0xA1, 0xFF)
write("JIS0212", "jis0212", "JIS X 0212, the supplementary characters of EUC-JP: 94 a row.",
      "".join(character("euc_jp", 0x8F, row, cell) for row in CELLS for cell in CELLS), 94)

# ---- Korean

write("EUCKR", "eucKR", "KS X 1001 with all syllables of Hangul, as Windows has them: 190 characters for each first byte.",
      "".join(character("cp949", lead, trail) for lead in range(0x81, 0xFF) for trail in range(0x41, 0xFF)), 95)

# ---- Chinese

# What GB 18030-2005 moved out of the area for private use.
MOVED = {0xA8BC: 0x1E3F, 0xA6D9: 0xFE10, 0xA6DA: 0xFE12, 0xA6DB: 0xFE11, 0xA6DC: 0xFE13, 0xA6DD: 0xFE14,
         0xA6DE: 0xFE15, 0xA6DF: 0xFE16, 0xA6EC: 0xFE17, 0xA6ED: 0xFE18, 0xA6F3: 0xFE19, 0xFE59: 0x9FB4,
         0xFE61: 0x9FB5, 0xFE66: 0x9FB6, 0xFE67: 0x9FB7, 0xFE6D: 0x9FB8, 0xFE7E: 0x9FB9, 0xFE90: 0x9FBA,
         0xFEA0: 0x9FBB}


def gbk(lead, trail):
    code = lead << 8 | trail
    return chr(MOVED[code]) if code in MOVED else character("gb18030", lead, trail)


write("GBK", "gbk", "The characters of two bytes in GB 18030: 190 for each first byte.",
      "".join(gbk(lead, trail) for lead in range(0x81, 0xFF) for trail in [*range(0x40, 0x7F), *range(0x80, 0xFF)]), 95)

ranges = []
expected = None
for pointer in range(39_420):
    codes = (0x81 + pointer // 12_600, 0x30 + pointer // 1_260 % 10, 0x81 + pointer // 10 % 126, 0x30 + pointer % 10)
    try:
        value = ord(bytes(codes).decode("gb18030"))
    except UnicodeDecodeError:
        expected = None
        continue
    if value != expected:
        ranges.append((pointer, value))
    expected = value + 1
with open("Tables/GB18030Ranges.swift", "w") as file:
    file.write(HEADER + "/// The characters of four bytes in GB 18030: where a run of them begins, and its first character.\n")
    file.write("enum GB18030Ranges {\n  static let runs: [(pointer: Int, first: UInt32)] = [\n")
    for i in range(0, len(ranges), 6):
        file.write("    " + ", ".join(f"({p}, 0x{v:X})" for p, v in ranges[i:i + 6]) + ",\n")
    file.write("  ]\n}\n")


def big5(lead, trail):
    found = character("big5hkscs", lead, trail)
    return found if found != NONE else character("cp950", lead, trail)


write("Big5", "big5", "Big5 with the characters of Hong Kong: 157 for each first byte.",
      "".join(big5(lead, trail) for lead in range(0x81, 0xFF) for trail in [*range(0x40, 0x7F), *range(0xA1, 0xFF)]), 157)
