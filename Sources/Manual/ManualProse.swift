/// What the manual says in sentences. In them, what stands between `` ` `` is as it is typed.
enum ManualProse {
  /// Something with what there is to say about it.
  typealias Entry = (term: String, text: String)

  /// A section of its own.
  struct Section {
    var heading: String
    var paragraphs: [String] = []
    var entries: [Entry] = []
  }

  static let description = [
    """
    Broadsheet reads folders of saved news pages: text files that hold a headline, a source, an age, a story, much \
    that belongs to the site, and whole related stories below. It gathers them into stories and shows a list, the \
    story, and what is related to it, in three panes, two, or one, as the terminal has room.
    """,
    """
    Without a command, `broadsheet` opens folders and files for reading; without any, the folders of the \
    configuration, and where there are none, the sample pages that come with it. Where standard output is no \
    terminal, the list of stories is printed instead.
    """,
    """
    A page is a file that ends in .txt or has no ending, anywhere below a folder. Pages of the Daily8 aggregator are \
    understood in English and Arabic; any other text is a title and its whole text. UTF-8, UTF-16 and Windows-1252 \
    are read. Page files are never written. Ages count from when a page was saved, which is its file's time of \
    modification.
    """,
    """
    A story is what several pages can carry: the same headline and the same source, or no source. It shows its \
    fullest text. One that no page of its own carries is listed all the same, with the text that other pages have.
    """,
  ]

  static let keys = [
    """
    Four to begin with: `j` and `k` move, `Enter` reads, `?` shows the keys of the focused pane. Every command can be \
    called by its name after `:`, where Tab completes it; names are given in parentheses. The configuration can give \
    any keys to any command.
    """,
    """
    The mouse clicks, folds, follows, scrolls with its wheel, opens with a double click, and drags the lines between \
    panes. `--no-mouse` leaves it to the terminal, for selecting text.
    """,
  ]

  static let queries = [
    """
    On the screen and on the command line, stories are filtered and found, and sections are made, by queries: `unread source:nhk since:3d "quay wall" \
    -ferry`. Terms that stand side by side must all be true of a story. While one is typed, what may follow is \
    offered, and what is wrong is told.
    """
  ]

  static let queryOperators: [Entry] = [
    ("word", "Stories with this word in their headline, their text or your note."),
    ("\"some words\"", "Stories with these words one after another. A keyword in quotation marks is a word."),
    ("-term", "Stories of which the term is not true."),
    ("term OR term", "Stories of which either is true; `|` means the same."),
    ("( )", "Keep terms together."),
  ]

  static let words = [
    """
    Words are found whatever their case, their accents, the width of their letters and the forms of Arabic letters; a \
    word that is typed with a capital is found only as it is written. While a search is typed, its last word may \
    still go on: `ferr` finds the ferry.
    """
  ]

  static let configuration = [
    """
    Nothing needs to be configured. `broadsheet config` says where the file is and what is wrong with it; `broadsheet \
    config --defaults` prints a whole one, with every option at its default. A file holds differences only, in YAML. \
    Changes are picked up while you read; what is wrong is told with its line, and the rest counts. Options with one \
    value can be changed until the end with `:set` name=value.
    """
  ]

  static let reading = [
    Section(
      heading: "SEARCHING",
      paragraphs: [
        """
        `/` finds words in the story as they are typed; `n` and `p` go to the next and previous place, and `Esc` \
        ends it. `\\` searches all stories: the best come first, each with the words where they stand, and the \
        selected story is open at them. An index of all words is made in the background; what it does not know yet \
        is looked through. `&` filters the list. `broadsheet search` and `broadsheet list` do the same without a screen.
        """
      ]),
    Section(
      heading: "SECTIONS",
      paragraphs: [
        """
        Like a newspaper, the list can have sections: named queries of the configuration, shown as tabs above it with \
        the number of unread stories. `]` and `[` go through them. Each can be sorted and grouped in its own way. \
        `S` and a letter sort the list, `v` and a letter group it under headings, which `Enter` folds and `V` folds \
        all.
        """
      ]),
    Section(
      heading: "MARKS AND NOTES",
      paragraphs: [
        """
        A story can be read, have a star and a note, and keeps the place where reading stopped. These marks belong to \
        the story and not to the file: they stay when pages are moved, saved again or removed. They are on the disk \
        before the screen shows them, several running copies share them at once, and `u` undoes any of them, also \
        those of earlier days; `^R` does it again.
        """,
        """
        `c` writes a note in a line, `C` in an editor; an empty note goes. `noted` in a query finds stories with \
        notes, `broadsheet show` prints them below the story.
        """,
      ]),
  ]
}
