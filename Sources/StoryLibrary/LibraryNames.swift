import PageFormats

/// The sources and topics of a library, most frequent first, for completing queries.
public struct LibraryNames: Sendable, Hashable {
  /// A name and the number of stories with it.
  public struct Name: Sendable, Hashable {
    /// The name as written on pages.
    public var text: String
    /// The number of stories in the list.
    public var stories: Int

    /// A name with a number of stories.
    public init(_ text: String, stories: Int) {
      (self.text, self.stories) = (text, stories)
    }
  }

  /// All sources.
  public var sources: [Name]
  /// All topics.
  public var topics: [Name]
  /// All authors.
  public var authors: [Name] = []
  /// The sites of the pages' addresses.
  public var sites: [Name] = []
  /// All languages.
  public var languages: [Name] = []
  /// The reader's labels, which are not part of the library.
  public var labels: [Name] = []

  /// Given names.
  public init(sources: [Name] = [], topics: [Name] = []) {
    (self.sources, self.topics) = (sources, topics)
  }

  /// The names in a library. Reads each story once.
  public init(of library: Library) {
    let setNames = library.topicSetNames
    var sourceCounts = [Int](repeating: 0, count: library.sourceNames.count)
    var topicCounts: [String: Int] = [:]
    var setCounts = [Int](repeating: 0, count: setNames.count)
    for story in library.order {
      let source = library.sourceNumber(of: story)
      if source < sourceCounts.count { sourceCounts[source] += 1 }
      var sets: [Int] = []
      library.visitTopicSets(of: story) { set in
        if set != 0, set < setNames.count, !sets.contains(set) { sets.append(set) }
      }
      switch sets.count {
      case 0: break
      case 1: setCounts[sets[0]] += 1
      default:
        for topic in Set(sets.flatMap { setNames[$0] }) { topicCounts[topic, default: 0] += 1 }
      }
    }
    for (set, count) in setCounts.enumerated() where count > 0 {
      for topic in Set(setNames[set]) { topicCounts[topic, default: 0] += count }
    }
    let named = zip(library.sourceNames, sourceCounts).filter { !$0.0.isEmpty && $0.1 > 0 }
    sources = LibraryNames.mostFirst(named.map { Name($0.0, stories: $0.1) })
    topics = LibraryNames.mostFirst(topicCounts.map { Name($0.key, stories: $0.value) })
    addPageNames(of: library)
  }

  /// Adds the names in the pages' own metadata.
  private mutating func addPageNames(of library: Library) {
    let sites = library.addressTexts.map { PageAddress.site(of: $0) }
    guard library.authors.count > 1 || library.languages.count > 1 || !sites.isEmpty else { return }
    var counts: (authors: [Int: Int], sites: [String: Int], languages: [Int: Int]) = ([:], [:], [:])
    for story in library.order {
      var pages: [PageFacts] = []
      library.visitOwnPages(of: story) { pages.append($0) }
      for author in Set(pages.map(\.author)) { counts.authors[author, default: 0] += 1 }
      for language in Set(pages.map(\.language)) { counts.languages[language, default: 0] += 1 }
      let own = pages.compactMap { $0.address.flatMap { $0 < sites.count ? sites[$0] : nil } }
      for site in Set(own) { counts.sites[site, default: 0] += 1 }
    }
    let (authorNames, languageNames) = (library.authorNames, library.languageNames)
    authors = LibraryNames.mostFirst(counts.authors.compactMap { LibraryNames.name($0, $1, in: authorNames) })
    languages = LibraryNames.mostFirst(
      counts.languages.compactMap { LibraryNames.name($0, $1, in: languageNames) })
    self.sites = LibraryNames.mostFirst(counts.sites.filter { !$0.key.isEmpty }.map { Name($0, stories: $1) })
  }

  private static func name(_ number: Int, _ stories: Int, in names: [String]) -> Name? {
    number > 0 && number < names.count ? Name(names[number], stories: stories) : nil
  }

  private static func mostFirst(_ names: [Name]) -> [Name] {
    names.sorted { $0.stories != $1.stories ? $0.stories > $1.stories : $0.text < $1.text }
  }
}
