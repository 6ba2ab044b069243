/// Makes the digests of the stories in a folder. Together the stories show more than one alone: whether a
/// word is always capitalized, what kind of name a name is, how rare a term is.
public struct DigestMaker {
  private var vocabulary = NameVocabulary()
  private var capitals = CapitalCounts()
  private var folder = FolderNames()
  private var weights = TermWeights()
  private var stories: [Prepared] = []

  private struct Prepared {
    let story: StoryToDigest
    let text: DigestedText
    let names: NameText
    let isEnglish: Bool
    var entities: [NamedEntity] = []
  }

  /// - Parameter stories: all stories whose text is used.
  public init(_ stories: [StoryToDigest]) {
    for story in stories { add(story) }
    for index in self.stories.indices where self.stories[index].isEnglish {
      self.stories[index].entities = self.stories[index].names.entities(vocabulary, capitals)
      folder.add(self.stories[index].entities)
    }
  }

  private mutating func add(_ story: StoryToDigest) {
    let text = DigestedText(title: story.title, paragraphs: story.paragraphs)
    let isEnglish = EnglishText.isEnglish(text)
    var names = NameText()
    if isEnglish {
      for sentence in text.sentences { text.withBytes(of: sentence) { names.add($0, to: &vocabulary) } }
      capitals.add(names, vocabulary)
    }
    weights.add(story.paragraphs)
    stories.append(Prepared(story: story, text: text, names: names, isEnglish: isEnglish))
  }

  /// The digest of a story, by its index.
  public func digest(of index: Int) -> Digest {
    let prepared = stories[index]
    let text = prepared.text
    let names = NameMerging(prepared.entities).names(folder).map { name in
      Digest.Name(found: name, passage: text.passage(name.range, of: text.sentences[name.sentence]))
    }
    let (dates, numbers) = datesAndNumbers(prepared)
    return Digest(
      keySentences: KeySentences(text, weights).chosen(), names: names, numbers: numbers, dates: dates,
      attempts: prepared.isEnglish ? [.names, .dates] : [], isCut: text.isCut)
  }

  /// The dates and numbers of the paragraphs, and the numbers of the headline.
  private func datesAndNumbers(_ prepared: Prepared) -> (dates: [Digest.Date], numbers: [Passage]) {
    let (text, finder) = (prepared.text, DateFinder(writtenOn: prepared.story.day))
    var dates: [Digest.Date] = []
    var numbers: [Passage] = []
    for sentence in text.sentences {
      let (found, amounts) = text.withBytes(of: sentence) { bytes in
        let found = prepared.isEnglish ? finder.dates(in: bytes) : []
        return (found, NumberFinder.numbers(in: bytes, apartFrom: found.map(\.range)))
      }
      numbers += amounts.map { text.passage($0, of: sentence) }
      guard sentence.paragraph != nil else { continue }
      dates += found.map { Digest.Date(value: $0.value, passage: text.passage($0.range, of: sentence)) }
    }
    return (dates, numbers)
  }
}
