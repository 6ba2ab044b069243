/// The manual's sections on files, environment and exit status.
extension ManualProse {
  static let surroundings = [
    Section(
      heading: "FILES",
      paragraphs: ["The folders follow the XDG Base Directory Specification; these are the usual ones."],
      entries: [
        ("~/.config/broadsheet/config.yaml", "The configuration; optional."),
        (
          "~/.config/broadsheet/themes/",
          "Your own themes: any base16 or base24 scheme works as published."
        ),
        (
          "~/.local/state/broadsheet/marks.sqlite",
          """
          Marks and notes. Keep this file. `marks-….sqlite` beside it is a second name of the same file: should \
          something replace the first one, the marks of both are kept. To start over, delete both. `machine` is the \
          number in that name.
          """
        ),
        (
          "~/.local/state/broadsheet/marks-unsaved-….jsonl",
          "Marks that could not be written when the program ended; the next start takes them in and deletes the file."
        ),
        (
          "~/.local/state/broadsheet/marks.sqlite.damaged-…",
          "A damaged file of marks, of which the next start kept what could be read."
        ),
        (
          "broadsheet-marks-….jsonl",
          "In `sync-folder`: the marks of one machine, as `broadsheet marks export` writes them."
        ),
        (
          "~/.local/state/broadsheet/theme, panes, history",
          "The last theme, the layout, and what was typed."
        ),
        (
          "~/.local/state/broadsheet/sessions/",
          "For each set of folders, what was shown when you left."
        ),
        (
          "~/.cache/broadsheet/",
          "Catalogues of headlines and word indexes. They can be deleted at any time."
        ),
      ]),
    Section(
      heading: "ENVIRONMENT",
      entries: [
        ("XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_CACHE_HOME", "The folders of the files above."),
        ("NO_COLOR", "If set and not empty, no colours: bold and underline are used instead."),
        ("COLORTERM", "`truecolor` or `24bit`: the terminal shows 24-bit colours."),
        ("COLORFGBG", "Whether the terminal is light or dark, for choosing the first theme."),
        ("TERM", "The terminal type."),
        (
          "ESCDELAY",
          """
          How many milliseconds the Escape key waits for the rest of a sequence that would make it another key; 100 if \
          unset. A sequence that has begun is waited for longer.
          """
        ),
        ("VISUAL, EDITOR", "The editor for notes and pages; vi if unset."),
        ("PAGER, BROWSER", "What opens pages and addresses; less and xdg-open if unset."),
      ]),
    Section(
      heading: "EXIT STATUS",
      entries: [
        ("0", "All is well."),
        ("1", "Something is wrong with the input or the output, or nothing was found."),
        ("2", "Wrong usage."),
      ]),
    Section(
      heading: "REPORTING BUGS",
      paragraphs: [
        """
        `broadsheet --log FILE` appends to a file what happens and when: versions, the terminal, how many files were \
        read and what was wrong with them, what was asked for and what failed. It quotes nothing of a story, a note or a \
        query, and names no file or folder.
        """
      ]),
  ]

  static let examples: [(text: String, lines: [String])] = [
    ("Read a folder of pages:", ["broadsheet ~/saved-pages"]),
    (
      "List what is new since yesterday, for a script:",
      ["broadsheet list 'unread since:1d' --json ~/saved-pages"]
    ),
    ("Find where something was said:", ["broadsheet search '\"quay wall\" -ferry' ~/saved-pages"]),
    ("List pages with the same text, and which was saved first:", ["broadsheet copies ~/saved-pages"]),
    ("List what could not be read, and why:", ["broadsheet check ~/saved-pages"]),
  ]
}
