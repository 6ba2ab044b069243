/// Builds nodes from tags and texts. It knows which elements are open, and which ones a tag closes implicitly.
///
/// Based on WHATWG's HTML standard, §13.2.6 ("tree construction"), as far as it affects which element contains a
/// text. Elements nested more than ``deepest`` levels deep are not nested further, so that no tag takes more than
/// that many steps.
struct HTMLTreeBuilder {
  /// The maximum number of open elements.
  static let deepest = 512
  /// If a page has more nodes, the rest is one text.
  static let mostNodes = 2_000_000

  #if DEBUG
    /// Counts nodes added and levels examined, so that tests can limit the work without a clock.
    let steps = ReadCounter()
  #endif

  private var nodes: [HTMLNode] = []
  private var stack: [Int32] = []
  /// The number of open elements of each kind: most tags close none, which can be determined without a search.
  private var openCount = [Int32](repeating: 0, count: HTMLTag.allCases.count)

  private let mostNodes: Int

  init(expectedCount: Int, mostNodes: Int = HTMLTreeBuilder.mostNodes) {
    self.mostNodes = mostNodes
    nodes.reserveCapacity(min(expectedCount, mostNodes))
    stack.reserveCapacity(HTMLTreeBuilder.deepest)
  }

  /// Whether no more nodes may be added.
  var isFull: Bool { nodes.count >= mostNodes }

  /// All nodes, after closing all elements that are still open.
  mutating func finished() -> [HTMLNode] {
    close(downTo: 0)
    return nodes
  }

  /// Adds a text; if it directly follows another one, it extends that text.
  mutating func addText(_ range: ByteRange) {
    if let last = nodes.last, last.tag == .text, Int(last.stop) == range.lowerBound,
      last.parent == stack.last ?? -1
    {
      nodes[nodes.count - 1].stop = Int32(range.upperBound)
    } else {
      add(.text, range)
    }
  }

  /// Adds an element for a start tag.
  /// - Returns: its number; nil if the tag adds nothing, such as a second `<body>`.
  mutating func open(_ tag: HTMLTag, attributes: ByteRange, closesItself: Bool) -> Int32? {
    if tag == .html || tag == .body || tag == .head {
      if isOpen(tag) || tag == .head && isOpen(.body) { return nil }
    }
    closeImplied(by: tag)
    let element = add(tag, attributes)
    let holdsOthers = tag.traits.isDisjoint(with: [.void, .raw]) && !(closesItself && tag == .other)
    if holdsOthers, stack.count < HTMLTreeBuilder.deepest { push(element, tag) }
    return element
  }

  /// Adds the content of an element that contains no HTML.
  mutating func addRawText(_ range: ByteRange, in element: Int32) {
    let number = Int32(nodes.count)
    nodes.append(
      HTMLNode(
        tag: .rawText, parent: element, end: number + 1, start: Int32(range.lowerBound),
        stop: Int32(range.upperBound)))
    nodes[Int(element)].end = number + 1
  }

  /// Closes the elements ended by an end tag at `position`.
  mutating func close(_ tag: HTMLTag, at position: Int) {
    if tag == .br { add(.br, position..<position) }
    let traits = tag.traits
    if traits.contains(.void) || tag == .body || tag == .html { return }
    switch tag {
    case .h1, .h2, .h3, .h4, .h5, .h6: closeHeading()
    case .td, .th, .tr, .tbody, .thead, .tfoot: close(tag, within: [], .table)
    case .li: close(tag, within: .scope, .ul, .ol)
    default:
      if traits.contains(.formatting) || tag == .other {
        close(tag, within: [.scope, .block])
      } else {
        close(tag, within: traits.contains(.scope) ? [] : .scope)
      }
    }
  }

  /// Closes the elements that cannot contain a new element.
  private mutating func closeImplied(by tag: HTMLTag) {
    switch tag {
    case .li: close(.li, within: .scope, .ul, .ol)
    case .dd, .dt:
      close(.dd, within: .scope, .dl)
      close(.dt, within: .scope, .dl)
    case .option, .optgroup:
      close(.option, within: .scope, .select)
      if tag == .optgroup { close(.optgroup, within: .scope, .select) }
    case .td, .th:
      close(.td, within: [], .table)
      close(.th, within: [], .table)
    case .tr: close(.tr, within: [], .table)
    case .tbody, .thead, .tfoot:
      for section in [HTMLTag.tbody, .thead, .tfoot] { close(section, within: [], .table) }
    case .body: close(.head, within: [])
    case .a: close(.a, within: [.scope, .block])
    default: break
    }
    if tag.traits.contains(.block) { close(.p, within: .scope) }
    if tag.isHeading, let last = stack.last, nodes[Int(last)].tag.isHeading { close(downTo: stack.count - 1) }
  }

  /// The end tag of any heading closes the open heading.
  private mutating func closeHeading() {
    for level in stack.indices.reversed() {
      countStep()
      let open = nodes[Int(stack[level])].tag
      if open.isHeading { return close(downTo: level) }
      if open.traits.contains(.scope) { return }
    }
  }

  /// Closes the innermost open element of a kind and everything within it, unless it is outside an element with one
  /// of `barriers` or of one of two kinds.
  private mutating func close(
    _ tag: HTMLTag, within barriers: HTMLTag.Traits, _ first: HTMLTag? = nil, _ second: HTMLTag? = nil
  ) {
    guard isOpen(tag) else { return }
    var level = stack.count - 1
    while level >= 0 {
      countStep()
      let open = nodes[Int(stack[level])].tag
      if open == tag { return close(downTo: level) }
      if open == first || open == second || !open.traits.isDisjoint(with: barriers) { return }
      level -= 1
    }
  }

  private func isOpen(_ tag: HTMLTag) -> Bool { openCount[Int(tag.rawValue)] > 0 }

  private mutating func push(_ element: Int32, _ tag: HTMLTag) {
    stack.append(element)
    openCount[Int(tag.rawValue)] += 1
  }

  private mutating func close(downTo level: Int) {
    while stack.count > level {
      let element = Int(stack.removeLast())
      openCount[Int(nodes[element].tag.rawValue)] -= 1
      nodes[element].end = Int32(nodes.count)
    }
  }

  @discardableResult
  private mutating func add(_ tag: HTMLTag, _ range: ByteRange) -> Int32 {
    countStep()
    let number = Int32(nodes.count)
    nodes.append(
      HTMLNode(
        tag: tag, parent: stack.last ?? -1, end: number + 1, start: Int32(range.lowerBound),
        stop: Int32(range.upperBound)))
    return number
  }

  @inline(__always)
  private func countStep() {
    #if DEBUG
      steps.increment()
    #endif
  }
}
