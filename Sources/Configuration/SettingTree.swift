/// What a file says, before anybody has looked whether it makes sense: texts, lists, and names with values.
struct SettingNode {
  enum Content {
    /// Nothing was written, or `null`.
    case nothing
    case text(String)
    case list([SettingNode])
    case entries([SettingEntry])
  }

  var content: Content
  var place: SettingPlace

  var found: FoundValue {
    switch content {
    case .nothing: .nothing
    case .text(let text): .text(text)
    case .list: .list
    case .entries: .entries
    }
  }

  var isNothing: Bool { if case .nothing = content { true } else { false } }
}

/// A name and its value.
struct SettingEntry {
  var name: String
  /// Of the name.
  var place: SettingPlace
  var value: SettingNode
}

/// A place in the file: line and column from 1. Where only the line is known, there is no column.
struct SettingPlace {
  var line: Int
  var column: Int?
}
