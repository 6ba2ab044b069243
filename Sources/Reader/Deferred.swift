import Synchronization

/// A value that is created when it is first needed. Copies share it.
final class Deferred<Value: Sendable>: Sendable {
  private enum State {
    case waiting(@Sendable () -> Value)
    case made(Value)
  }

  private let state: Mutex<State>

  /// A value to be created later. The closure's captures are released once it has run.
  init(_ make: @escaping @Sendable () -> Value) { state = Mutex(.waiting(make)) }

  /// A value that already exists.
  init(made value: Value) { state = Mutex(.made(value)) }

  /// The value, created now if this is the first access.
  var value: Value {
    state.withLock { state in
      switch state {
      case .made(let value): return value
      case .waiting(let make):
        let value = make()
        state = .made(value)
        return value
      }
    }
  }

  /// The value if it has already been created.
  var known: Value? {
    state.withLock { if case .made(let value) = $0 { value } else { nil } }
  }
}
