import Synchronization

/// Counts the rows accessed by operations whose cost must not depend on the size of the library, so that tests can
/// check the cost without a clock. Copies of a library share it.
final class StepCounter: Sendable {
  private let steps = Atomic(0)

  var count: Int { steps.load(ordering: .relaxed) }

  func add(_ count: Int) { steps.wrappingAdd(count, ordering: .relaxed) }
}

extension Library {
  /// Does nothing in release builds.
  func countSteps(_ count: Int) {
    #if DEBUG
      steps.add(count)
    #endif
  }
}
