import Display

/// Decodes the bytes of a terminal to keys, mouse events, pasted texts and reports.
///
/// Keys are recognized by the terminal's description and by the sequences that most terminals send, because
/// descriptions are never complete (terminals have several sequences for Home, and newer keys have none). Sequences of
/// unknown keys are discarded as a whole. Modified keys are unknown: the action of the plain key may not be intended.
struct InputDecoder {
  /// A decoded event.
  enum Output: Equatable {
    case event(InputEvent)
    case modeReport(ModeReport)
  }

  private enum State {
    case ground
    case escape
    /// The Escape key was reported; on a very slow line, the rest of a sequence may still arrive.
    case escapeReported
    /// - isLate: the Escape key was reported for its first byte.
    case sequence(EscapeSequence, isLate: Bool)
    case paste(PastedText)
    /// The first bytes of a character in UTF-8, and how many it has.
    case character([UInt8], length: Int)
  }

  private let described: KeySequences
  private var state = State.ground

  init(_ described: KeySequences = KeySequences()) {
    self.described = described
  }

  /// Whether a key may be incomplete: if nothing follows soon, call `silence()`. Reports and pastes have no time limit,
  /// because the rest of them must not be taken for keys.
  var isWaiting: Bool {
    switch state {
    case .ground, .character: false
    case .escape, .escapeReported: true
    case .sequence(let sequence, _): !sequence.isReport
    case .paste(let text): text.mayHaveEnded
    }
  }

  /// Whether a sequence has started, so that its first byte was not the Escape key. On a slow line it arrives byte by
  /// byte.
  var hasBegunSequence: Bool {
    if case .sequence = state { true } else { false }
  }

  /// Whether the Escape key was reported and the rest of its sequence may still arrive.
  var hasReportedEscape: Bool {
    if case .escapeReported = state { true } else { false }
  }

  mutating func handle(_ byte: UInt8) -> [Output] {
    switch state {
    case .ground:
      return start(byte)
    case .escape:
      return handleAfterEscape(byte)
    case .escapeReported:
      return handleAfterReportedEscape(byte)
    case .sequence(var sequence, let isLate):
      return handle(byte, in: &sequence, isLate: isLate)
    case .paste(var text):
      return handle(byte, in: &text)
    case .character(let bytes, let length):
      return handle(byte, after: bytes, length: length)
    }
  }

  /// Call it if the rest of an escape sequence has not arrived in time.
  mutating func silence() -> [Output] {
    guard isWaiting else { return [] }
    let ended = state
    state = .ground
    switch ended {
    case .escape:
      state = .escapeReported
      return [.event(.key(.escape))]
    case .sequence(let sequence, let isLate):
      return sequence.keysIfEnded.dropFirst(isLate ? 1 : 0).map { .event(.key($0)) }
    case .paste(let text): return [.event(.paste(text.text))]
    case .ground, .escapeReported, .character: return []
    }
  }

  private mutating func start(_ byte: UInt8) -> [Output] {
    state = .ground
    if byte < 0x20 || byte == 0x7F, let key = described[[byte]] { return finish(.key(key)) }
    switch byte {
    case 0x00: return []
    case 0x08, 0x7F: return finish(.key(.backspace))
    case 0x09: return finish(.key(.tab))
    case 0x0A, 0x0D: return finish(.key(.enter))
    case 0x1B: state = .escape
    case 0x01...0x1F: return finish(.key(.control(Character(Unicode.Scalar(byte + 0x40)))))
    case 0x20...0x7E: return finish(.key(.character(Character(Unicode.Scalar(byte)))))
    case 0xC2...0xDF: state = .character([byte], length: 2)
    case 0xE0...0xEF: state = .character([byte], length: 3)
    case 0xF0...0xF4: state = .character([byte], length: 4)
    default: return []
    }
    return []
  }

  /// A key pressed with Alt is sent as Escape and the key, and is handled as such; but `ESC \` ends a report.
  private mutating func handleAfterEscape(_ byte: UInt8) -> [Output] {
    if byte == UInt8(ascii: "\\") {
      state = .ground
      return []
    }
    if let sequence = EscapeSequence(introducer: byte, described: described) {
      state = .sequence(sequence, isLate: false)
      return []
    }
    if let key = described[[0x1B, byte]] { return finish(.key(key)) }
    return [.event(.key(.escape))] + start(byte)
  }

  /// The rest of an arrow key must not be taken for commands, however slow the line. Only keys start with these two.
  private mutating func handleAfterReportedEscape(_ byte: UInt8) -> [Output] {
    guard byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O"),
      let sequence = EscapeSequence(introducer: byte, described: described)
    else { return start(byte) }
    state = .sequence(sequence, isLate: true)
    return []
  }

  private mutating func handle(_ byte: UInt8, in sequence: inout EscapeSequence, isLate: Bool) -> [Output] {
    switch sequence.handle(byte) {
    case .unfinished: state = .sequence(sequence, isLate: isLate)
    case .key(let key): return finish(.key(key))
    case .mouse(let event): return finish(.mouse(event))
    case .modeReport(let report):
      state = .ground
      return [.modeReport(report)]
    case .pasteBegins: state = .paste(PastedText())
    case .nothing: state = .ground
    case .broken: return start(byte)
    }
    return []
  }

  private mutating func handle(_ byte: UInt8, in text: inout PastedText) -> [Output] {
    text.handle(byte)
    guard !text.hasEnded else { return finish(.paste(text.text)) }
    state = .paste(text)
    return []
  }

  private mutating func finish(_ event: InputEvent) -> [Output] {
    state = .ground
    return [.event(event)]
  }

  private mutating func handle(_ byte: UInt8, after start: [UInt8], length: Int) -> [Output] {
    guard 0x80...0xBF ~= byte else { return self.start(byte) }
    let bytes = start + [byte]
    guard bytes.count == length else {
      state = .character(bytes, length: length)
      return []
    }
    state = .ground
    guard let text = String(validating: bytes, as: UTF8.self), let character = text.first,
      !(0x80...0x9F).contains(text.unicodeScalars.first?.value ?? 0)
    else { return [] }
    return finish(.key(.character(character)))
  }
}
