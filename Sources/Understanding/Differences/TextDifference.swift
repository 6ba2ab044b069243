/// The changes from one version of a text to the next: by paragraph, and by word within paragraphs.
public struct TextDifference: Hashable, Sendable {
  /// A piece of a paragraph.
  public struct Piece: Hashable, Sendable {
    /// Which of the versions have it.
    public enum Status: Sendable, Hashable { case kept, new, gone }

    /// Which of the versions have it.
    public let status: Status
    /// Its text, with the spaces that belong to it.
    public let text: String
  }

  /// A paragraph of the newer version, or one deleted from the older version.
  public struct Paragraph: Hashable, Sendable {
    /// How a paragraph changed.
    public enum Change: Sendable, Hashable {
      /// Word for word the same.
      case kept
      /// The same text in another place.
      case moved
      /// Some of its words have changed.
      case reworded
      /// It was part of a longer paragraph.
      case split
      /// It was several paragraphs.
      case joined
      /// The older version has nothing like it.
      case new
      /// The newer version does not have it.
      case gone
    }

    /// How it changed.
    public let change: Change
    /// Its text in order, including deleted text.
    public let pieces: [Piece]
    /// Its number in the newer version; nil for a deleted paragraph.
    public let number: Int?
  }

  /// The paragraphs of the newer version in order, with deleted ones in their former places.
  public let paragraphs: [Paragraph]

  /// Compares two versions. Paragraphs are matched by the words they share, in time linear in the length of
  /// the texts. Words are compared up to a limit, beyond which a paragraph counts as rewritten.
  public init(from old: [String], to new: [String]) {
    let matching = ParagraphMatching(old: old, new: new)
    let goneBefore = matching.placesOfGone
    var paragraphs: [Paragraph] = []
    func addGone(at place: Int) {
      for number in goneBefore[place] ?? [] {
        paragraphs.append(
          Paragraph(change: .gone, pieces: [Piece(status: .gone, text: old[number])], number: nil))
      }
    }
    var splits: [Int: [[Piece]]] = [:]
    addGone(at: 0)
    for number in new.indices {
      let (change, pieces) = TextDifference.pieces(of: number, matching, old, new, &splits)
      paragraphs.append(Paragraph(change: change, pieces: pieces, number: number))
      addGone(at: number + 1)
    }
    self.paragraphs = paragraphs
  }

  /// Whether both versions are the same.
  public var isEmpty: Bool { paragraphs.allSatisfy { $0.change == .kept } }

  /// The number of paragraphs with a given change.
  public func count(_ change: Paragraph.Change) -> Int { paragraphs.count { $0.change == change } }

  private static func pieces(
    of number: Int, _ matching: ParagraphMatching, _ old: [String], _ new: [String],
    _ splits: inout [Int: [[Piece]]]
  ) -> (Paragraph.Change, [Piece]) {
    switch matching.matches[number] {
    case .same(_, let isMoved):
      return (isMoved ? .moved : .kept, [Piece(status: .kept, text: new[number])])
    case .reworded(let before):
      return (.reworded, WordDifference.pieces(from: [old[before]], to: [new[number]])[0])
    case .joined(let before):
      return (.joined, WordDifference.pieces(from: before.map { old[$0] }, to: [new[number]])[0])
    case .split(let before):
      let parts = matching.parts(of: before)
      let pieces =
        splits[before] ?? WordDifference.pieces(from: [old[before]], to: parts.map { new[$0] })
      splits[before] = pieces
      return (.split, pieces[parts.firstIndex(of: number) ?? 0])
    case .new:
      return (.new, [Piece(status: .new, text: new[number])])
    }
  }
}
