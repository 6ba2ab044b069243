/// A program that gets a story as JSON on its standard input.
public struct ExternalCommand: Hashable, Sendable {
  /// Its name on the command line and in `keys`; unique.
  public var name: String
  /// The command line, for the shell.
  public var run: String
  /// Where its output goes.
  public var output: Output

  /// A named program.
  public init(name: String, run: String, output: Output = .pager) {
    (self.name, self.run, self.output) = (name, run, output)
  }

  /// Where the output of an external command goes.
  public enum Output: String, WordValue {
    /// It is shown in a pager.
    case pager
    /// It is discarded.
    case none
    /// The command has the terminal until it ends.
    case screen

    /// What the word means.
    public var help: String {
      switch self {
      case .pager: "show what it prints"
      case .none: "discard what it prints"
      case .screen: "give it the whole terminal until it ends"
      }
    }
  }
}
