/// Terminal types to try if the machine's terminfo database does not contain `TERM`: new terminals, and those of other
/// machines over ssh, have types that extend xterm's slightly.
enum SimilarTerminal {
  /// Terminals that are compatible with `xterm-256color`.
  private static let likeXterm: Set<Substring> = [
    "alacritty", "contour", "foot", "ghostty", "iterm", "iterm2", "kitty", "konsole", "mintty", "rio", "rxvt",
    "st",
    "tabby", "vte", "warp", "wezterm", "wayst", "xterm",
  ]

  /// The types to try instead, most similar first: `tmux-direct` is similar to `tmux-256color`, and `xterm-ghostty` to
  /// `xterm-256color`.
  static func types(like type: String) -> [String] {
    let parts = type.split(separator: "-")
    guard let first = parts.first, parts.count <= 4 else { return [] }
    let prefixes = (1...parts.count).reversed().map { parts[..<$0].joined(separator: "-") }
    let family = prefixes.flatMap { ["\($0)-256color", $0] }
    let xterm = parts.contains(where: { likeXterm.contains($0) }) ? ["xterm-256color", "xterm"] : []
    let isFamily = ["screen", "tmux", "linux", "vt100", "vt220", "xterm"].contains(first)
    return ((isFamily ? family : []) + xterm).filter { $0 != type }
  }
}
