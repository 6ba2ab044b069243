/// A shell command of the user that receives the selected stories, on its standard input or as files.
public struct ExternalCommand: Hashable, Sendable {
  /// Its name on the command line and in `keys`; unique.
  public var name: String
  /// The command line, for the shell.
  public var run: String
  /// Its input.
  public var input: Input
  /// The destination of its output.
  public var output: Output

  /// A named program.
  public init(name: String, run: String, input: Input = .text, output: Output = .pager) {
    (self.name, self.run, self.input, self.output) = (name, run, input, output)
  }

  /// The input of an external command.
  public enum Input: String, WordValue {
    /// Headline, byline and text on standard input.
    case text
    /// A JSON object for each story, one per line, on standard input.
    case json
    /// The paths of the pages' files, as the last arguments; nothing on standard input.
    case path

    /// What the word means.
    public var help: String {
      switch self {
      case .text: "headline, byline and text on standard input"
      case .json: "everything known about the story, as JSON on standard input"
      case .path: "the path of the page's file as the last argument"
      }
    }
  }

  /// The destination of the output of an external command.
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
