/// A program that the text of a story is given to, on its standard input.
public struct ExternalCommand: Hashable, Sendable {
  /// How it is called on the command line and in `keys`; no other command has it.
  public var name: String
  /// The program and its arguments, as they were written: for the shell.
  public var run: String
  /// What becomes of what it prints.
  public var output: Output

  /// A program by a name.
  public init(name: String, run: String, output: Output = .pager) {
    (self.name, self.run, self.output) = (name, run, output)
  }

  /// What becomes of what an external command prints.
  public enum Output: String, WordValue {
    /// It is shown in a pager.
    case pager
    /// Nobody looks at it.
    case none
    /// The command has the terminal until it ends.
    case screen

    /// What the word means.
    public var help: String {
      switch self {
      case .pager: "what it prints is shown"
      case .none: "what it prints is thrown away"
      case .screen: "it has the whole terminal until it ends"
      }
    }
  }
}
