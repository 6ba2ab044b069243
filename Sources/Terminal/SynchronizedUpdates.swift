/// Updates that the terminal shows at once and not while they arrive: mode 2026 ("Terminal Spec: Synchronized Output").
///
/// The terminal is asked whether it has the mode; nobody waits for the answer.
struct SynchronizedUpdates {
  private static let mode = 2026
  private static let begin = Array("\u{1B}[?2026h".utf8)
  private static let end = Array("\u{1B}[?2026l".utf8)
  /// How long an answer may be on its way, in milliseconds.
  private static let answerTime = 300
  /// Less than this arrives at once anyway.
  private static let smallUpdate = 64

  private var isSupported: Bool?
  private var asked: Int?

  /// What is to be sent to ask; nothing the second time.
  var question: [UInt8] {
    mutating get {
      guard asked == nil else { return [] }
      asked = MonotonicClock.milliseconds
      return ModeReport.request(SynchronizedUpdates.mode)
    }
  }

  mutating func handle(_ report: ModeReport) {
    if report.mode == SynchronizedUpdates.mode { isSupported = report.isChangeable }
  }

  /// For how many milliseconds from now an answer may still come; nil if there is none to come.
  var timeForAnswer: Int? {
    guard isSupported == nil, let asked else { return nil }
    let rest = asked + SynchronizedUpdates.answerTime - MonotonicClock.milliseconds
    return rest > 0 ? rest : nil
  }

  /// What is to be sent for an update.
  func wrap(_ update: [UInt8]) -> [UInt8] {
    guard isSupported == true, update.count > SynchronizedUpdates.smallUpdate else { return update }
    return SynchronizedUpdates.begin + update + SynchronizedUpdates.end
  }

  /// Ends an update that was broken off.
  var release: [UInt8] { isSupported == true ? SynchronizedUpdates.end : [] }
}
