/// A mouse event with its position.
public struct MouseEvent: Hashable, Sendable {
  /// The kind of the event.
  public enum Kind: Hashable, Sendable {
    /// A button was pressed.
    case press(Button)
    /// A button was released, possibly at another point than where it was pressed.
    case release(Button)
    /// The mouse moved to another cell while a button was held down.
    case drag(Button)
    /// The wheel was turned by one notch.
    case wheelUp, wheelDown
  }

  /// A mouse button, other than the wheel.
  public enum Button: Hashable, Sendable {
    case left, middle, right
  }

  /// Keys that were held down. Most terminals use Shift themselves, for selecting text.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    /// One bit for each key.
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

  /// The kind of the event.
  public var kind: Kind
  /// The cell under the mouse, which may be outside the screen if the screen has just become smaller.
  public var point: Point
  /// The keys that were held down.
  public var modifiers: Modifiers

  /// An event; by default without modifiers.
  public init(_ kind: Kind, at point: Point, modifiers: Modifiers = []) {
    self.kind = kind
    self.point = point
    self.modifiers = modifiers
  }
}
