/// The manual's sections on what is around the program.
extension ManualProse {
  static let surroundings = [
    Section(
      heading: "FILES",
      paragraphs: ["The folders are those of the XDG Base Directory Specification; here as they mostly are."],
      entries: [
        ("~/.config/broadsheet/config.yaml", "The configuration; it need not exist."),
        (
          "~/.config/broadsheet/themes/",
          "Colour schemes of your own: any base16 or base24 scheme works as it is published."
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
          "How you read: the theme, the panes, what was typed."
        ),
        (
          "~/.cache/broadsheet/",
          "Catalogues of headlines and indexes of words. They can be deleted at any time."
        ),
      ]),
    Section(
      heading: "ENVIRONMENT",
      entries: [
        ("XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_CACHE_HOME", "The folders in which the files above are."),
        ("NO_COLOR", "When it is set and not empty, no colours: weight and underline do the work."),
        ("COLORTERM", "`truecolor` or `24bit`: the terminal has exact colours."),
        ("COLORFGBG", "Whether the terminal is light or dark, for the theme that nobody has chosen."),
        ("TERM", "The kind of terminal."),
        ("VISUAL, EDITOR", "What edits notes and pages; else vi."),
        ("PAGER, BROWSER", "What opens pages and addresses outside; else less and xdg-open."),
      ]),
    Section(
      heading: "EXIT STATUS",
      entries: [
        ("0", "All is well."),
        ("1", "Something is wrong with what was to be read, or nothing was found."),
        ("2", "The program was called or configured wrongly."),
      ]),
    Section(
      heading: "REPORTING BUGS",
      paragraphs: [
        """
        `broadsheet --log FILE` adds to a file what happens and when, for a report: versions, the terminal, files and \
        problems with them, what was asked for and what failed. Nothing of a story, a note or a query is in it; names \
        of files and folders are.
        """
      ]),
  ]

  static let examples: [(text: String, lines: [String])] = [
    ("Read a folder of pages:", ["broadsheet ~/saved-pages"]),
    (
      "What is new since yesterday, for a script:", ["broadsheet list 'unread since:1d' --json ~/saved-pages"]
    ),
    ("Where something was said:", ["broadsheet search '\"quay wall\" -ferry' ~/saved-pages"]),
    ("What could not be read, and why:", ["broadsheet check ~/saved-pages"]),
  ]
}
