/// Values of one of Apple's property lists, each found without making the others.
protocol PropertyList {
  /// A value.
  associatedtype Object

  /// Nil for any other file.
  init?(_ file: UnsafeBufferPointer<UInt8>)

  /// The outermost value; nil if it is damaged.
  var root: Object? { get }

  /// The value of a key in a dictionary.
  func value(of key: String, in dictionary: Object) -> Object?

  /// Passes data to `body`; returns nil for any other value.
  func withData<Result>(
    _ object: Object, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result?

  /// A text; nil for a long one, and for any other value.
  func string(_ object: Object) -> String?
}
