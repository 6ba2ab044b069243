/// The manual's sections on files, environment and exit status.
extension ManualProse {
  static let surroundings = [
    Section(
      heading: "FILES",
      paragraphs: ["The folders follow the XDG Base Directory Specification; these are the defaults."],
      entries: [
        ("~/.config/broadsheet/config.yaml", "The configuration; optional."),
        (
          "~/.config/broadsheet/themes/",
          "Your own themes: any base16 or base24 scheme works as published."
        ),
        (
          "~/.local/state/broadsheet/marks.sqlite",
          """
          Marks and notes; the only file here that cannot be made again. `marks-….sqlite` beside it is a hard link to it: \
          if a program replaces the file, the marks of both are kept. To start over, delete both. The file `machine` \
          has the number in that name.
          """
        ),
        (
          "~/.local/state/broadsheet/marks-unsaved-….jsonl",
          "Marks that could not be written when the program ended; the next start imports and deletes the file."
        ),
        (
          "~/.local/state/broadsheet/marks.sqlite.damaged-…",
          "A damaged marks file; what could be read of it was kept."
        ),
        (
          "broadsheet-marks-….jsonl",
          "In `sync-folder`: the marks of one machine, as `broadsheet marks export` writes them."
        ),
        (
          "~/.local/state/broadsheet/theme, panes, history",
          "The last theme, the layout, and the history of what you typed."
        ),
        (
          "~/.local/state/broadsheet/sessions/",
          "For each set of folders, how the last session ended."
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
        ("COLORFGBG", "Whether the terminal's background is light or dark, for choosing the first theme."),
        ("TERM", "The terminal type."),
        (
          "ESCDELAY",
          """
          How many milliseconds to wait after an escape character for the rest of a key's sequence; 100 if unset. A \
          sequence that has begun gets more time.
          """
        ),
        ("VISUAL, EDITOR", "The editor for notes and pages; vi if both are unset."),
        ("PAGER, BROWSER", "The programs that open pages and addresses; less and xdg-open if unset."),
      ]),
    Section(
      heading: "EXIT STATUS",
      entries: [
        ("0", "Success."),
        ("1", "A problem with the input or the output, or a search found nothing."),
        ("2", "Wrong usage."),
      ]),
    Section(
      heading: "REPORTING BUGS",
      paragraphs: [
        """
        `broadsheet --log FILE` appends a log to a file: versions, the terminal, how many files were read and what was \
        wrong with them, the commands that were run and what failed, with times. It contains no text of stories, notes \
        or queries, and no names of files or folders.
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
