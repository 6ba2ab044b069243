/// What the reader has agreed to for a file to be saved.
public enum SaveConsent: Hashable, Sendable {
  /// Nothing: what is there already stays, and missing folders are asked about.
  case none
  /// A file of that name is replaced.
  case overwrite
  /// Missing folders are made.
  case makeFolders
  /// Both, without a question.
  case all

  /// A file that is there may be replaced.
  public var overwrites: Bool { self == .overwrite || self == .all }
  /// Missing folders may be made.
  public var makesFolders: Bool { self == .makeFolders || self == .all }
}
