import Text

/// The links of a dump, in the order of its text.
struct DumpLinks {
  /// A link.
  struct Link {
    /// Its words: a range of the dump's text.
    var words: ByteRange
    /// Its target as written: a range of `addresses`.
    var address: ByteRange
  }

  /// At most ``most``; further ones are ignored.
  private(set) var list: [Link] = []
  private(set) var addresses: [UInt8] = []
  /// Whether a dump tells only where the words of its links begin. `words` extends to the next link or to the end of
  /// the line.
  private(set) var areNumbered = false

  /// No page has this many.
  private static let most = 20_000

  /// Adds a link; without an address it is ignored.
  mutating func append(words: ByteRange, address: some Sequence<UInt8>) {
    guard list.count < DumpLinks.most else { return }
    let start = addresses.count
    addresses.append(contentsOf: address)
    guard start < addresses.count else { return }
    list.append(Link(words: words, address: start..<addresses.count))
  }

  // MARK: Numbers in brackets

  /// A text with at least this many numbers in brackets has link numbers, even if it has no list of addresses.
  private static let enoughNumbers = 20

  /// Removes the numbers of links (`[12]`) from a text, and adds the links.
  /// - Parameters:
  ///   - text: the text.
  ///   - list: the list of addresses below it.
  /// - Returns: the text without numbers; nil if it has no link numbers.
  mutating func removeNumbers(
    from text: UnsafeBufferPointer<UInt8>, list: UnsafeBufferPointer<UInt8>
  ) -> [UInt8]? {
    var output: [UInt8] = []
    var places: [(position: Int, number: Int)] = []
    var (copied, position, count) = (0, 0, 0)
    while let bracket = text.firstIndex(ofByte: UInt8(ascii: "["), from: position) {
      position = bracket + 1
      guard let number = LinkNumber(text, from: position), number.end < text.count,
        text[number.end] == UInt8(ascii: "]")
      else { continue }
      output.append(contentsOf: text.slice(copied..<bracket))
      if count < DumpLinks.most { places.append((output.count, number.value)) }
      count += 1
      copied = number.end + 1
      position = copied
    }
    guard count > 0, !list.isEmpty || count >= DumpLinks.enoughNumbers else { return nil }
    output.append(contentsOf: text.slice(copied..<text.count))
    output.withUnsafeBufferPointer { addLinks(places, of: $0, list) }
    return output
  }

  private mutating func addLinks(
    _ places: [(position: Int, number: Int)], of text: UnsafeBufferPointer<UInt8>,
    _ list: UnsafeBufferPointer<UInt8>
  ) {
    areNumbered = true
    let addresses = AddressList(list).addresses
    for (index, place) in places.enumerated() {
      guard let address = addresses[place.number] else { continue }
      let next = index + 1 < places.count ? places[index + 1].position : text.count
      let words = text.slice(place.position..<next)
      let end = words.firstIndex(ofByte: 0x0A, from: 0) ?? words.count
      append(words: place.position..<place.position + end, address: list.slice(address))
    }
  }
}
