import Text

/// The targets of a page's links.
struct LinkTargets {
  /// The page's own address; nil if it is unknown.
  let page: WebAddress?
  private let base: WebAddress?
  /// Whether the page declares where its relative links lead: then they lead to no file beside it.
  private let hasBase: Bool

  /// - Parameters:
  ///   - address: the page's own address.
  ///   - base: the address that the page declares for resolving its relative links.
  init(page address: String?, base: String? = nil) {
    let page = address.flatMap { WebAddress($0) }
    self.page = page
    hasBase = base?.isEmpty == false
    self.base =
      page.map { page in base.flatMap { page.resolving(Array($0.utf8)) } ?? page } ?? WebAddress("file:///")
  }

  /// The address for a `href` as written in HTML.
  func target(of reference: UnsafeBufferPointer<UInt8>) -> WebAddress? {
    guard let first = reference.first, first != UInt8(ascii: "#") else { return nil }
    return target(of: CharacterReferences.decoded(reference, isAttribute: true))
  }

  /// The address for a reference; nil for a reference to the page itself, and for anything that is not a page. If the
  /// page's own address is unknown, a relative one has no host.
  func target(of reference: [UInt8]) -> WebAddress? {
    guard let first = reference.first, first != UInt8(ascii: "#"), let address = base?.resolving(reference),
      address.bytes != page?.bytes
    else { return nil }
    return LinkTargets.schemes.contains { address.scheme.elementsEqual($0) } ? address : nil
  }

  /// The relative path of the file to which a `href` as written in HTML may lead.
  func file(of reference: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard !hasBase, RelativeFile.mayBe(reference) else { return nil }
    return RelativeFile.path(of: CharacterReferences.decoded(reference, isAttribute: true))
  }

  private static let schemes = ["https", "http", "file"].map { Array($0.utf8) }
}
