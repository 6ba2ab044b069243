import Testing

/// Lets only some real terminals run at once, so that a small machine is not busy with all of them.
struct TerminalSlots: SuiteTrait, TestTrait, TestScoping {
  var isRecursive: Bool { true }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    await Slots.shared.take()
    do {
      try await function()
    } catch {
      await Slots.shared.give()
      throw error
    }
    await Slots.shared.give()
  }
}

extension Trait where Self == TerminalSlots {
  /// The test looks at the real program.
  static var realProgram: Self { TerminalSlots() }
}

private actor Slots {
  static let shared = Slots()
  private var free = 4
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func take() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  /// Hands the slot on to who has waited longest.
  func give() {
    if waiting.isEmpty {
      free += 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}
