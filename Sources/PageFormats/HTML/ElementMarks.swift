import Text

/// What is known of an element before its text is examined: its kind, and the meaning of its attributes.
struct ElementMarks: OptionSet {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// A mark for an element whose name tells about its content.
  init(_ kind: SpeakingElement) { rawValue = 1 << UInt64(kind.rawValue) }

  /// A mark for names of a group.
  init(_ group: AttributeGroup) { self.init(groups: 1 << UInt32(group.rawValue)) }

  /// Marks for names of several groups, one bit for each.
  init(groups: UInt32) { rawValue = UInt64(groups) << 16 }

  /// Schema.org's `articleBody`.
  static let declaredStoryBody = ElementMarks(rawValue: 1 << 48)
  /// The element is not displayed.
  static let notDisplayed = ElementMarks(rawValue: 1 << 49)
  /// The element is not read aloud.
  static let notSpoken = ElementMarks(rawValue: 1 << 50)

  /// Marks of elements whose content is seldom part of a story.
  static let furniture: ElementMarks = {
    let elements: [SpeakingElement] = [.aside, .nav, .footer, .header, .form]
    let groups: [AttributeGroup] = [
      .comments, .related, .sharing, .promotion, .signUp, .navigation, .footer, .sidebar, .dialog, .hidden,
      .author,
      .details, .header, .media, .boxes,
    ]
    return groups.map { ElementMarks($0) }.reduce(
      elements.map { ElementMarks($0) }.reduce([]) { $0.union($1) }
    ) {
      $0.union($1)
    }
  }()

  /// The numbers of the elements with telling names in this set.
  var elementNumbers: BitNumbers { BitNumbers(bits: rawValue & 0xFFFF) }

  /// The numbers of the groups in this set.
  var groupNumbers: BitNumbers { BitNumbers(bits: rawValue >> 16 & 0xFFFF_FFFF) }

  /// Whether the set contains this element.
  func has(_ kind: SpeakingElement) -> Bool { contains(ElementMarks(kind)) }

  /// Whether the set contains names of this group.
  func has(_ group: AttributeGroup) -> Bool { contains(ElementMarks(group)) }
}

/// The positions of the bits that are set.
struct BitNumbers: Sequence, IteratorProtocol {
  var bits: UInt64

  mutating func next() -> Int? {
    guard bits != 0 else { return nil }
    defer { bits &= bits - 1 }
    return bits.trailingZeroBitCount
  }
}

/// Elements whose names tell about their content.
enum SpeakingElement: Int, CaseIterable {
  case article, main, aside, nav, footer, header, form, figure, list, table, blockquote, heading, paragraph,
    section
  case button

  init?(_ tag: HTMLTag) {
    switch tag {
    case .article: self = .article
    case .main: self = .main
    case .aside: self = .aside
    case .nav: self = .nav
    case .footer, .address: self = .footer
    case .header: self = .header
    case .form, .fieldset: self = .form
    case .figure, .figcaption: self = .figure
    case .ul, .ol, .li, .dl, .menu: self = .list
    case .table: self = .table
    case .blockquote: self = .blockquote
    case .h1, .h2, .h3, .h4, .h5, .h6: self = .heading
    case .p: self = .paragraph
    case .section: self = .section
    case .button, .label: self = .button
    default: return nil
    }
  }
}

/// Reads the marks of elements from their attributes.
struct MarkReader {
  private let nodes: HTMLNodes
  /// The values of the attributes that name an element, concatenated in lower case: the first ``namesEnd`` bytes.
  private var names = [UInt8](repeating: 0, count: longestNames + 16)
  private var namesEnd = 0
  /// A cache of attributes, indexed by their length, with their marks.
  private var memory = [(attributes: ByteRange, marks: ElementMarks)](
    repeating: (0..<0, []), count: remembered)
  private static let remembered = 64
  /// The maximum length of names: longer ones add no information.
  private static let longestNames = 300

  init(_ nodes: HTMLNodes) {
    self.nodes = nodes
  }

  /// The marks of an element, from its name and its attributes.
  mutating func marks(of node: Int) -> ElementMarks {
    let tag = nodes.list[node].tag
    let marks = SpeakingElement(tag).map { ElementMarks($0) } ?? []
    let attributes = nodes.span(node)
    if tag == .body || tag == .html || attributes.isEmpty { return marks }
    return marks.union(meaning(of: attributes))
  }

  /// The marks from attributes. Many elements of a page, such as consecutive list items, have the same attributes, so
  /// the latest results are cached.
  private mutating func meaning(of attributes: ByteRange) -> ElementMarks {
    let slot = attributes.count & (MarkReader.remembered - 1)
    if nodes.slice(memory[slot].attributes).isEqual(to: nodes.slice(attributes)) { return memory[slot].marks }
    var marks: ElementMarks = []
    namesEnd = 0
    for attribute in HTMLAttributes(attributes, of: nodes.bytes) {
      marks.formUnion(meaning(nodes.slice(attribute.name), nodes.slice(attribute.value)))
    }
    if namesEnd > 0 {
      let groups = names.withUnsafeBufferPointer { AttributeGroup.found(in: $0.slice(0..<namesEnd)) }
      marks.formUnion(ElementMarks(groups: groups))
    }
    memory[slot] = (attributes, marks)
    return marks
  }

  private mutating func meaning(
    _ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>
  ) -> ElementMarks {
    switch name.count {
    case 2 where name.isEqualIgnoringCase(to: "id"): addNames(value)
    case 4 where name.isEqualIgnoringCase(to: "role"): return role(value)
    case 5 where name.isEqualIgnoringCase(to: "class"): addNames(value)
    case 5 where name.isEqualIgnoringCase(to: "style"): return style(value)
    case 6 where name.isEqualIgnoringCase(to: "hidden"): return .notDisplayed
    case 7 where name.isEqualIgnoringCase(to: "data-qa"): addNames(value)
    case 8 where name.isEqualIgnoringCase(to: "itemprop") || name.isEqualIgnoringCase(to: "property"):
      return property(value)
    case 11 where name.isEqualIgnoringCase(to: "aria-hidden"):
      return value.isEqual(to: "true") ? .notSpoken : []
    case 11 where name.isEqualIgnoringCase(to: "data-testid"): addNames(value)
    case 14 where name.isEqualIgnoringCase(to: "data-component"): addNames(value)
    default: break
    }
    return []
  }

  /// Converts `articleBody` to `article-body`.
  private mutating func addNames(_ value: UnsafeBufferPointer<UInt8>) {
    var end = namesEnd
    names.withUnsafeMutableBufferPointer { names in
      func append(_ byte: UInt8) {
        names[end] = byte
        end += 1
      }
      if end > 0 { append(0x20) }
      var position = 0
      // Eight more bytes always fit.
      while position < value.count, end < MarkReader.longestNames {
        let letters = ASCIILetters.smallCount(value, at: position)
        if letters > 0 {
          UnsafeMutableRawBufferPointer(names).storeBytes(
            of: value.eightBytes(at: position).littleEndian, toByteOffset: end, as: UInt64.self)
          end = min(end + letters, MarkReader.longestNames)
          position += letters
          continue
        }
        let byte = value[position]
        let isCapital = byte &- UInt8(ascii: "A") < 26
        let isAfterSmallLetter = position > 0 && value[position - 1] &- UInt8(ascii: "a") < 26
        if isCapital, isAfterSmallLetter { append(UInt8(ascii: "-")) }
        append(ASCII.isBlank(byte) ? 0x20 : ASCII.lowercased(byte))
        position += 1
      }
    }
    namesEnd = end
  }

  private mutating func property(_ value: UnsafeBufferPointer<UInt8>) -> ElementMarks {
    if value.isEqual(to: "author") || value.isEqual(to: "schema:author") {
      addNames(UnsafeBufferPointer("author"))
    }
    return value.indices.contains { value.dropping(first: $0).hasPrefixIgnoringCase("articlebody") }
      ? .declaredStoryBody : []
  }

  /// ARIA landmarks, which have the same meanings as elements and names.
  private mutating func role(_ value: UnsafeBufferPointer<UInt8>) -> ElementMarks {
    if value.isEqual(to: "main") { return ElementMarks(.main) }
    if value.isEqual(to: "article") { return ElementMarks(SpeakingElement.article) }
    let names: [(role: StaticString, name: StaticString)] = [
      ("navigation", "nav"), ("complementary", "aside"), ("banner", "header"), ("contentinfo", "footer"),
      ("search", "search"), ("dialog", "dialog"),
    ]
    if let known = names.first(where: { value.isEqual(to: $0.role) }) {
      addNames(UnsafeBufferPointer(known.name))
    }
    return []
  }

  private func style(_ value: UnsafeBufferPointer<UInt8>) -> ElementMarks {
    guard value.count < 2048 else { return [] }
    let plain = value.filter { $0 != 0x20 }
    return plain.withUnsafeBufferPointer { plain in
      let hides = plain.indices.contains {
        let rest = plain.dropping(first: $0)
        return rest.hasPrefixIgnoringCase("display:none") || rest.hasPrefixIgnoringCase("visibility:hidden")
      }
      return hides ? .notDisplayed : []
    }
  }
}
