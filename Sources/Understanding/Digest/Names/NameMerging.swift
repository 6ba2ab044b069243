import Foundation

/// A name found in a text.
public struct FoundName: Hashable, Sendable {
  /// Its fullest form.
  public let name: String
  /// What it refers to; nil if there is no evidence.
  public let kind: NameKind?
  /// Whether the kind is certain rather than a guess.
  public let isSure: Bool
  /// How often it occurs in the text, in any form.
  public let count: Int
  /// Its other forms: a surname, initials.
  public let aliases: [String]
  /// The sentence of its first occurrence, and the position there in bytes.
  let sentence: Int
  let range: Range<Int>
}

/// Merges the forms of a name: `Maria Torres` and `Torres`, `European Union` and `EU`.
struct NameMerging {
  private let entities: [NamedEntity]
  private var byLastWord: [String: Int] = [:]
  private var byAcronym: [String: Int] = [:]
  private var byFirstWord: [String: Int] = [:]
  /// Names that are not written entirely in capitals, by their spelling in capitals.
  private var byCapitals: [String: Int] = [:]

  init(_ entities: [NamedEntity]) {
    self.entities = entities
    for (index, entity) in entities.enumerated() where !entity.isInCapitals {
      insert(index, entity.name.uppercased(), in: \.byCapitals)
    }
    for (index, entity) in entities.enumerated() where !entity.isSingleWord {
      if entity.evidence.suggestsPerson { insert(index, entity.lastWord, in: \.byLastWord) }
      if entity.evidence.person > 0 { insert(index, entity.firstWord, in: \.byFirstWord) }
      insert(index, entity.acronym, in: \.byAcronym)
    }
  }

  /// If there are several names, the first one is used.
  private mutating func insert(
    _ index: Int, _ key: String, in table: WritableKeyPath<NameMerging, [String: Int]>
  ) {
    if self[keyPath: table][key] == nil { self[keyPath: table][key] = index }
  }

  /// The names, the most frequent first.
  func names(_ folder: FolderNames) -> [FoundName] {
    var groups: [[Int]] = entities.map { _ in [] }
    for index in entities.indices { groups[fullForm(of: index)].append(index) }
    let names = groups.indices.filter { !groups[$0].isEmpty }.map { name($0, groups[$0], folder) }
    return names.sorted {
      ($1.count, $0.sentence, $0.range.lowerBound) < ($0.count, $1.sentence, $1.range.lowerBound)
    }
  }

  private func fullForm(of index: Int) -> Int {
    let entity = entities[index]
    // Usually a dateline.
    if entity.isInCapitals, let spelled = byCapitals[entity.name] { return fullForm(of: spelled) }
    guard entity.isSingleWord else { return index }
    if !NameWords.places.contains(entity.name), let full = byLastWord[entity.name] { return full }
    let letters = entity.name.filter { $0 != "." }
    if entity.name.unicodeScalars.count > 1, let full = byAcronym[letters] { return full }
    if entity.evidence.person > 0, NameTraits(entity.name).contains(.firstName),
      let full = byFirstWord[entity.name]
    {
      return full
    }
    return index
  }

  private func name(_ full: Int, _ forms: [Int], _ folder: FolderNames) -> FoundName {
    var name = entities[full].name
    var evidence = NameEvidence()
    for form in forms { evidence += entities[form].evidence }
    evidence += folder.evidence(of: name)
    let words = name.utf8.count { $0 == 0x20 } + 1
    // Two or three capitalized words with no other evidence are usually a person.
    let kind = evidence.best ?? ((2...3).contains(words) ? (.person, false) : nil)
    // Only headlines and datelines write places in capitals.
    if kind?.kind == .place, entities[full].isInCapitals { name = NameMerging.spelled(place: name) }
    let first = forms.min { isBefore(entities[$0], entities[$1]) } ?? full
    return FoundName(
      name: name, kind: kind?.kind, isSure: kind?.isSure ?? false,
      count: forms.reduce(0) { $0 + entities[$1].count },
      aliases: forms.map { entities[$0].name }.filter { $0.uppercased() != name.uppercased() },
      sentence: entities[first].first.sentence, range: entities[first].first.range)
  }

  /// The usual spelling of a place in capitals; that of an abbreviation is its own (`UAE`).
  private static func spelled(place name: String) -> String {
    let isAbbreviation = name.utf8.count < 4 || name.utf8.contains(UInt8(ascii: "."))
    if isAbbreviation || NameWords.places.contains(name) { return name }
    return NameWords.placesInCapitals[name] ?? name.capitalized
  }

  private func isBefore(_ one: NamedEntity, _ other: NamedEntity) -> Bool {
    (one.first.sentence, one.first.range.lowerBound) < (other.first.sentence, other.first.range.lowerBound)
  }
}
