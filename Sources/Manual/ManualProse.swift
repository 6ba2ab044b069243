import Configuration

/// The prose of the manual. Text between `` ` `` is set as literal text.
enum ManualProse {
  /// A term and its explanation.
  typealias Entry = (term: String, text: String)

  /// A section of its own.
  struct Section {
    var heading: String
    var paragraphs: [String] = []
    var entries: [Entry] = []
    /// Lines that are set as literal text, below the rest.
    var example: [String] = []
  }

  static let description = [
    """
    Broadsheet opens folders of news pages that were saved by browsers, clippers, crawlers and text browsers. It finds \
    the stories in them and shows a list of stories, a story and its related stories, in as many panes as fit the \
    terminal.
    """,
    """
    Without a command, `broadsheet` opens the given folders and files for reading; if none are given, the folders of the \
    configuration; if none are configured, the sample pages that come with it. If standard output is not a terminal, it \
    prints the list of stories instead.
    """,
    """
    Pages are HTML (.html, .htm, .xhtml, .shtml; also as SingleFile, monolith, HTTrack and browsers save it, with its \
    _files folder left out), MHTML (.mhtml, .mht), Safari's .webarchive, Markdown clips (.md, .markdown), texts \
    (.txt, .text), and web archives (.warc, .wet, also with .gz), of which each record with HTML or text is a page. \
    Folders are searched with all their subfolders. A file without an extension, or with an unknown one, is recognized \
    by its contents. Page files are never changed, and nothing in them is run or fetched. Ages are relative to the time \
    when a page was saved: the time recorded in the file, otherwise a date in its name, otherwise its modification time.
    """,
    """
    A story that is on several pages is listed once. A story without a page of its own is listed with the text that \
    other pages have of it.
    """,
  ]

  static let keys = [
    """
    Four keys to start with: `j` and `k` move, `Enter` reads, `?` shows the keys of the focused pane. Every command can \
    be run by name after `:`, where Tab completes it; names are given in parentheses below. The configuration can bind \
    any keys to any command.
    """,
    """
    A click selects a story, folds a heading or follows a link; a double click opens a story; the wheel scrolls; borders \
    between panes can be dragged. With `--no-mouse`, the terminal has the mouse, for selecting text.
    """,
  ]

  static let queries = [
    """
    Queries filter and find stories, on the screen and on the command line, and define sections: `unread source:nhk \
    since:3d "quay wall" -ferry`. All terms must match. While you type a query, completions are offered and errors \
    are shown.
    """
  ]

  static let queryOperators: [Entry] = [
    ("word", "Stories with this word in their headline, their text or your note."),
    (
      "\"some words\"",
      "Stories with these words in this order. A keyword in quotation marks is a plain word."
    ),
    ("word*", "Stories with a word that begins like this."),
    ("-term", "Stories that do not match the term; `NOT term` means the same."),
    ("term OR term", "Stories that match either term; `|` means the same."),
    ("( )", "Group terms."),
  ]

  static let words = [
    """
    Case, accents, the width of letters and the forms of Arabic letters are ignored, but a word typed with a capital \
    letter is matched exactly. While you type a search, its last word may be incomplete: `ferr` finds ferry.
    """
  ]

  static let configuration = [
    """
    Nothing needs to be configured. `broadsheet config` shows where the file is and what is wrong with it; `broadsheet \
    config --defaults` prints a complete one, with every option at its default. The file is YAML; list only what you \
    change. Changes take effect while you read. Mistakes are reported with their line, and everything else counts. \
    Options with a single value can be changed until you quit with `:set` name=value.
    """
  ]

  static let reading = [
    Section(
      heading: "SEARCHING",
      paragraphs: [
        """
        `/` finds words in the story as you type; `n` and `p` go to the next and previous match, and `Esc` ends it. \
        `\\` searches all stories: the best matches come first, each with the words in context, and the selected story \
        is shown at its first match. Stories that have some of the words only in the folded text of their pages follow at \
        the end, say so, and open unfolded. A word index is built in the background; unindexed pages are scanned. `&` \
        filters the list by words of the stories alone. `broadsheet search` and `broadsheet list` do the same on the command line.
        """
      ]),
    Section(
      heading: "DIGESTS, COPIES AND VERSIONS",
      paragraphs: [
        """
        `D` shows a digest of the story: key sentences, people, places, organisations, dates in chronological order, and \
        numbers. Everything is quoted word for word, and `Enter` goes to where it is in the story. Names of uncertain \
        kind are listed as other names. Names and dates are found in English text only; for texts in other languages \
        the digest says that they were not looked for.
        """,
        """
        Paragraphs that you have already read in another story are dimmed, and the byline says how many are new. A \
        paragraph with a number that is not in the other story counts as new. Nothing is hidden; `dim-known: false` \
        turns dimming off.
        """,
        """
        `i` shows the details of a story. If its page was saved several times with different text, `Enter` on a version \
        shows what changed in it: paragraphs that are new, gone, moved, split or joined, and in them the words that \
        changed, as `[-old-]` and `{+new+}`.
        """,
        """
        Copies are stories of which more than half of one is in the other word for word, under another headline or from \
        another source. They are listed beside the story under "Same story", with how much of the text they share; `i` \
        says when each was first saved and whom it credits, but not which was written first: that cannot be known. The \
        filter `copies` shows stories that have copies; `new` shows unread stories, except copies of what you have read.
        """,
        """
        Related stories, threads, copies and paragraphs read elsewhere are found in any language, by words that the \
        texts share, whatever their accents and case; in Chinese, Japanese and Thai, by neighbouring characters. Names, \
        dates, and how rare a word is outside your folders are known for English only.
        """,
        """
        `broadsheet digest`, `broadsheet novelty` and `broadsheet copies` print the same for any pages; with `--json`, for \
        other programs. `copies` finds pages with the same text under any headline, and prints how much they share, which \
        was saved first, and the agency or site that the text credits.
        """,
        """
        A command in the configuration can pass the digest to a language model or any other program:
        """,
      ],
      example: [
        "commands:", "  - name: explain",
        "    run: broadsheet digest --json \"$BROADSHEET_FILE\" | my-model 'Explain this to a newcomer'",
        "    output: pager", "    key: X",
      ]),
    Section(
      heading: "SECTIONS",
      paragraphs: [
        """
        The configuration can divide the list into sections: named queries, shown as tabs above the list with the \
        number of unread stories. `]` and `[` switch between them. Each can have its own sort and group. `S` and a letter \
        sort the list, `v` and a letter group it under headings, which `Enter` folds; `V` folds all.
        """
      ]),
    Section(
      heading: "MARKS AND NOTES",
      paragraphs: [
        """
        Stories can be marked as read, starred, labelled, archived and annotated, and Broadsheet remembers where you \
        stopped reading. These marks belong to the story, not to the file: they survive when pages are moved, saved \
        again or removed. They are on disk before the screen shows them, and all running copies of Broadsheet show them \
        at once. `u` undoes any of them, even days later; `^R` redoes it.
        """,
        """
        `c` writes a note in one line, `C` in an editor; an empty note is deleted. `noted` in a query finds stories \
        with notes, and `broadsheet show` prints them below the story.
        """,
        """
        `+` adds labels of your own, and removes those with a minus before them: `flood -rain`. `label:flood` in a query \
        finds the stories with that label. `a` archives a story: lists, searches and counts leave it out unless the \
        query says `archived` or `-archived`; `a` again brings it back. A story that you are reading stays in the list \
        until you leave it.
        """,
      ]),
    Section(
      heading: "SEVERAL STORIES AT ONCE",
      paragraphs: [
        """
        `x` selects a story in the list and moves to the next row; `X` selects all stories from the last selected one to \
        this one. While the list has the focus, marking, labelling, archiving, saving, copying, piping and your own \
        commands then act on all selected stories, and `u` undoes a change to all of them in one step. `Esc` clears the \
        selection.
        """
      ]),
    Section(
      heading: "RESUMING",
      paragraphs: [
        """
        The next start with the same folders restores the section, filter, order, groups and selected story of the last \
        session. `resume: false` in the configuration turns this off.
        """
      ]),
    Section(
      heading: "YOUR OWN COMMANDS",
      paragraphs: [
        """
        `|` pipes the text of the story to a shell command, and `commands` in the configuration gives such commands \
        names and keys. Text from a page is never part of the command line: commands get it on standard input, in \
        environment variables or, with `input: path`, in separate arguments. `w` saves the story, in the format that \
        the file's extension names.
        """
      ],
      entries: StoryVariable.allCases.map {
        ($0.rawValue, $0.help.prefix(1).uppercased() + $0.help.dropFirst() + ".")
      }),
  ]
}
