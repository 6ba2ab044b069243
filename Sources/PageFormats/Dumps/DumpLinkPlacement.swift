import Text

/// Adds the links of a dump to its page: those in the story to its text, and those beside it that lead to stories to
/// the related stories.
struct DumpLinkPlacement {
  private let text: UnsafeBufferPointer<UInt8>
  private let links: DumpLinks
  private let targets: LinkTargets
  private var shown: [(words: ByteRange, address: String)] = []
  private var related: [(headline: ByteRange, target: WebAddress)] = []

  /// - Parameters:
  ///   - text: the text of the dump.
  ///   - links: its links.
  ///   - address: the page's address, if it is known.
  init(_ text: UnsafeBufferPointer<UInt8>, _ links: DumpLinks, address: String?) {
    (self.text, self.links) = (text, links)
    targets = LinkTargets(page: address)
  }

  /// Adds the links.
  /// - Parameters:
  ///   - page: the page, with all of its blocks.
  ///   - sources: the ranges of the dump's text from which the blocks were made.
  mutating func add(to page: inout BuiltPage, sources: [ByteRange]) {
    var next = 0
    for (block, source) in zip(page.outline.blocks, sources) {
      let first = next
      while next < links.list.count, links.list[next].words.lowerBound < source.upperBound { next += 1 }
      if first < next { add(links.list[first..<next], in: source, block) }
    }
    for link in shown { page.append(link: link.address, words: link.words) }
    addRelated(to: &page)
  }

  /// The maximum number of links of either kind.
  private static let most = 4_000

  private mutating func add(_ links: ArraySlice<DumpLinks.Link>, in source: ByteRange, _ block: PageBlock) {
    let isOpen = self.links.areNumbered && LineEnding.endsSentence(text.slice(source))
    for link in links where link.words.lowerBound >= source.lowerBound {
      let words = text.trimmedRange(link.words.clamped(to: source))
      guard !words.isEmpty, shown.count + related.count < DumpLinkPlacement.most,
        let target = target(of: link)
      else { continue }
      if block.isShown {
        let words = isOpen ? firstWords(of: words, target) : words
        let start = block.range.lowerBound + words.lowerBound - source.lowerBound
        shown.append((start..<start + words.count, target.text))
      } else if !isOpen, StoryAddress.isStory(target) {
        related.append((words, target))
      }
    }
  }

  private func target(of link: DumpLinks.Link) -> WebAddress? {
    let reference = links.addresses[link.address]
    return reference.count < DumpLinkPlacement.longest ? targets.target(of: Array(reference)) : nil
  }

  /// The maximum length of an address in bytes.
  private static let longest = 2_048

  // MARK: Words in a sentence

  /// The maximum number of words of a link whose end is not known.
  private static let mostWords = 12
  private static let longestArticle = 3

  /// In a sentence, only the first word after a number is certainly part of its link, with the next one if it is as short
  /// as an article; the following ones are if they also occur in the address.
  private func firstWords(of words: ByteRange, _ target: WebAddress) -> ByteRange {
    let names = target.path.split { !DumpLinkPlacement.isPartOfWord($0) }
    guard let first = text[words].firstIndex(where: DumpLinkPlacement.isPartOfWord) else { return words }
    var end = wordEnd(from: first, in: words)
    for _ in 1..<DumpLinkPlacement.mostWords where end + 1 < words.upperBound && text[end] == 0x20 {
      let next = wordEnd(from: end + 1, in: words)
      let word = text[end + 1..<next]
      let followsArticle = end - first <= DumpLinkPlacement.longestArticle && !word.isEmpty
      guard followsArticle || names.contains(where: { isSame($0, word) }) else { break }
      end = next
    }
    return words.lowerBound..<end
  }

  private func wordEnd(from start: Int, in words: ByteRange) -> Int {
    text[start..<words.upperBound].firstIndex { !DumpLinkPlacement.isPartOfWord($0) } ?? words.upperBound
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte >= 0x80
  }

  private func isSame(_ name: ArraySlice<UInt8>, _ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    name.elementsEqual(word) { ASCII.lowercased($0) == ASCII.lowercased($1) }
  }

  // MARK: Related stories

  private static let mostRelated = 200

  private func addRelated(to page: inout BuiltPage) {
    let title = NormalizedWords(
      comparing: page.outline.story.title.map { String(decoding: page.text[$0], as: UTF8.self) } ?? "")
    let domain = targets.page?.domain ?? commonDomain
    var known: Set<[UInt8]> = []
    for (headline, target) in related where page.outline.related.count < DumpLinkPlacement.mostRelated {
      guard target.authority.isEmpty || target.domain == domain,
        RelatedLinks.isHeadline(text.slice(headline), title: title), known.insert(target.bytes).inserted
      else { continue }
      var entry = EntryOutline()
      entry.title = page.append(text.slice(headline))
      page.text.append(0x0A)
      if !target.authority.isEmpty {
        entry.address = page.append(target.text)
        page.text.append(0x0A)
      }
      page.outline.related.append(entry)
    }
  }

  /// The domain to which most links lead, and the first of several: a site links mostly to itself.
  private var commonDomain: ArraySlice<UInt8> {
    var counts: [ArraySlice<UInt8>: Int] = [:]
    for (_, target) in related where !target.authority.isEmpty { counts[target.domain, default: 0] += 1 }
    let most = counts.values.max()
    return related.first { counts[$0.target.domain] == most }?.target.domain ?? []
  }
}
