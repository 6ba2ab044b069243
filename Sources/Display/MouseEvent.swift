/// What was done with the mouse, and where.
public struct MouseEvent: Hashable, Sendable {
  /// What was done.
  public enum Kind: Hashable, Sendable {
    /// A button went down.
    case press(Button)
    /// A button came up; the point may be another than that of the press.
    case release(Button)
    /// The mouse came to another cell while a button was held down.
    case drag(Button)
    /// The wheel was turned by one notch, away from the hand or towards it.
    case wheelUp, wheelDown
  }

  /// A button that terminals tell apart from the wheel.
  public enum Button: Hashable, Sendable {
    case left, middle, right
  }

  /// Keys that were held down. Most terminals keep Shift to themselves: with it they select text.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    /// One bit a key.
    public let rawValue: UInt8

    /// A set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The Shift key.
    public static let shift = Modifiers(rawValue: 1)
    /// The Alt or Meta key.
    public static let alt = Modifiers(rawValue: 2)
    /// The Control key.
    public static let control = Modifiers(rawValue: 4)
  }

  /// What was done.
  public var kind: Kind
  /// The cell under the mouse, which may lie outside a screen that has just become smaller.
  public var point: Point
  /// The keys that were held down.
  public var modifiers: Modifiers

  /// An event; without modifiers unless they are given.
  public init(_ kind: Kind, at point: Point, modifiers: Modifiers = []) {
    self.kind = kind
    self.point = point
    self.modifiers = modifiers
  }
}
