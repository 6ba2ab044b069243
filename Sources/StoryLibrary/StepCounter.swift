import Synchronization

/// Counts the rows that are looked at where the work must not depend on how much a library has, so that tests can bound
/// it without a clock. Copies of a library share it.
final class StepCounter: Sendable {
  private let steps = Atomic(0)

  var count: Int { steps.load(ordering: .relaxed) }

  func add(_ count: Int) { steps.wrappingAdd(count, ordering: .relaxed) }
}

extension Library {
  /// Nothing in a program that is built for use.
  func countSteps(_ count: Int) {
    #if DEBUG
      steps.add(count)
    #endif
  }
}
