/// What the user has confirmed before a file is saved.
public enum SaveConsent: Hashable, Sendable {
  /// Nothing: existing files are kept, and the user is asked before missing folders are created.
  case none
  /// An existing file is replaced.
  case overwrite
  /// Missing folders are created.
  case makeFolders
  /// Both, without asking.
  case all

  /// Whether an existing file may be replaced.
  public var overwrites: Bool { self == .overwrite || self == .all }
  /// Whether missing folders may be created.
  public var makesFolders: Bool { self == .makeFolders || self == .all }
}
