/// What a name can refer to.
public enum NameKind: Int, Sendable, Hashable, CaseIterable {
  case person, organisation, place
  /// An event, an award or a law; not listed among the names.
  case other
}

/// The strength of the evidence for each kind of name.
struct NameEvidence: Hashable {
  var person = 0.0
  var organisation = 0.0
  var place = 0.0
  var other = 0.0
  /// The part of the evidence for an organisation that comes only from a preceding article: names of ships
  /// and buildings have one, too.
  var article = 0.0

  subscript(kind: NameKind) -> Double {
    switch kind {
    case .person: person
    case .organisation: organisation
    case .place: place
    case .other: other
    }
  }

  static func += (left: inout NameEvidence, right: NameEvidence) {
    left.person += right.person
    left.organisation += right.organisation
    left.place += right.place
    left.other += right.other
    left.article += right.article
  }

  static func * (evidence: NameEvidence, factor: Double) -> NameEvidence {
    NameEvidence(
      person: evidence.person * factor, organisation: evidence.organisation * factor,
      place: evidence.place * factor, other: evidence.other * factor, article: evidence.article * factor)
  }

  /// Whether the name is a person rather than a place or an organisation.
  var suggestsPerson: Bool { person > 0 && person >= max(organisation, place) }

  /// The kind with the most evidence; nil if there is none for any kind.
  var best: (kind: NameKind, isSure: Bool)? {
    let kinds = NameKind.allCases.map { ($0, self[$0]) }
    guard let best = kinds.max(by: { $0.1 < $1.1 || $0.1 == $1.1 && $0.0.rawValue > $1.0.rawValue }),
      best.1 > 0
    else { return nil }
    let second = kinds.filter { $0.0 != best.0 }.map(\.1).max() ?? 0
    let certain = best.1 - (best.0 == .organisation ? article : 0)
    return (best.0, certain >= NameEvidence.sure && best.1 - second >= NameEvidence.sureLead)
  }

  /// With less evidence, or with another kind close behind, the best kind is a guess.
  private static let sure = 2.0
  private static let sureLead = 1.0
}
