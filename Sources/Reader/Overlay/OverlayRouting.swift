import Display

/// The root state's handling of overlays.
extension ReaderState {
  /// The overlay that covers the panes.
  public var overlay: Overlay? { overlayState.overlay }
  /// Previews themes until one is chosen or the previous one is restored.
  public var isChoosingTheme: Bool { if case .themes = overlay { true } else { false } }

  mutating func reduce(overlay action: OverlayState.Action) -> [ReaderEffect] {
    let (commands, focus) = (commands, focus)
    let environment = OverlayState.Environment(commands: commands, focus: focus, screen: screen) {
      commands.hint($0, in: focus)
    }
    switch overlayState.reduce(action, in: environment) {
    case .nothing: return []
    case .say(let message): self.message = message
    case .findInHelp(let pattern): return reduce(prompt: .open(.help, pattern))
    case .confirmed(.markAllRead): return reduce(marks: .markAll)
    case .confirmed(.overwrite(let path, let stories)): return [.save(path, stories, .overwrite)]
    case .confirmed(.makeFolder(_, let path, let stories)): return [.save(path, stories, .makeFolders)]
    case .stopCommand: return [.stopCommand]
    case .go(let destination, let sheet): return go(to: destination, from: sheet)
    case .theme(.nothing): break
    case .theme(.preview(let name)), .theme(.takeBack(let name)): return [.previewTheme(name)]
    case .theme(.keep(let name)): return [.useTheme(name)]
    case .pass(let command):
      if case .pager = overlay, command == .quit { return [.stopCommand] + perform(.quit) }
      return perform(command)
    }
    return []
  }
}
