import Foundation

/// Describes the machine used for the measurements.
enum Machine {
  /// The load average of the last minute.
  static var load: Double {
    var loads = [0.0]
    return getloadavg(&loads, 1) == 1 ? loads[0] : .nan
  }

  /// A sentence to print below the table.
  static func description(rounds: Int, load: Double) -> String {
    """
    Medians of \(rounds) runs on \(LoadSpeed.threads) cores of \(processor), load average \
    \(String(format: "%.1f", load)) beforehand; warm caches; xterm-256color, 120 × 40. Times are from \
    spawning the program until stories are on the screen, and from the key to the last byte of the answer.
    """
  }

  private static var processor: String {
    let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(separator: "\n") ?? []
    let name = lines.first { $0.hasPrefix("model name") }?.split(separator: ":").last
    return name.map { $0.trimmingCharacters(in: .whitespaces) } ?? "an unknown processor"
  }
}
