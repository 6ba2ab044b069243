public import Display

/// An event of a terminal.
public enum TerminalEvent: Hashable, Sendable {
  /// A key, the mouse or a paste.
  case input(InputEvent)
  /// The screen was resized, or has to be redrawn.
  case resized(Size)
  /// ^Z was pressed, or a signal asks the program to stop: call `suspend()`.
  case stop
  /// A signal asks the program to end.
  case end(signal: Int32)
  /// The terminal was closed or disconnected.
  case lost
}

/// Why a wait ended.
public struct Wakeup: Sendable {
  /// The readable descriptors.
  public var ready: Set<Int32>
  /// Whether it timed out without an event.
  public var isTimeout: Bool
}
