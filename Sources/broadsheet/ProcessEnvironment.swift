import CLinux

/// The environment variables, read once: `ProcessInfo` creates its dictionary again for each access, and there are
/// several accesses before the first screen.
enum ProcessEnvironment {
  /// The values by name.
  static let variables: [String: String] = {
    var variables: [String: String] = [:]
    guard var place = linux_environment() else { return variables }
    while let entry = place.pointee {
      let parts = String(cString: entry).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
      place += 1
    }
    return variables
  }()
}
