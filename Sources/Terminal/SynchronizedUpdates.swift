/// Updates that the terminal shows all at once: mode 2026 ("Terminal Spec: Synchronized Output").
///
/// The terminal is queried for support of the mode, without waiting for the reply.
struct SynchronizedUpdates {
  private static let mode = 2026
  private static let begin = Array("\u{1B}[?2026h".utf8)
  private static let end = Array("\u{1B}[?2026l".utf8)
  /// The maximum time until a reply, in milliseconds.
  private static let answerTime = 300
  /// Smaller updates are not wrapped, because they arrive all at once anyway.
  private static let smallUpdate = 64

  private var isSupported: Bool?
  private var asked: Int?

  /// The bytes of the query; empty after the first time.
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

  /// The number of milliseconds during which a reply may still arrive; nil if none is expected.
  var timeForAnswer: Int? {
    guard isSupported == nil, let asked else { return nil }
    let rest = asked + SynchronizedUpdates.answerTime - MonotonicClock.milliseconds
    return rest > 0 ? rest : nil
  }

  /// The bytes of a synchronized update.
  func wrap(_ update: [UInt8]) -> [UInt8] {
    guard isSupported == true, update.count > SynchronizedUpdates.smallUpdate else { return update }
    return SynchronizedUpdates.begin + update + SynchronizedUpdates.end
  }

  /// Ends an update that was interrupted.
  var release: [UInt8] { isSupported == true ? SynchronizedUpdates.end : [] }
}
