public import Display

/// What happens to a terminal.
public enum TerminalEvent: Hashable, Sendable {
  /// A key, the mouse or a paste.
  case input(InputEvent)
  /// The screen has another size, or has to be drawn once more.
  case resized(Size)
  /// ^Z was pressed, or somebody wants the program stopped for a while: call `suspend()`.
  case stop
  /// A signal asks the program to end.
  case end(signal: Int32)
  /// The terminal is gone: its window closed, or its line cut.
  case lost
}

/// Why a wait for something to happen is over.
public struct Wakeup: Sendable {
  /// The descriptors that can be read.
  public var ready: Set<Int32>
  /// Whether the time was over and nothing had happened.
  public var isTimeout: Bool
}
