import Dispatch
import Foundation

/// A folder for the benchmark's files. It is deleted with this object, and when the benchmark is interrupted.
final class TemporaryFolder {
  let path: String
  private let interrupts: [any DispatchSourceSignal]

  init() throws {
    let base = FileManager.default.temporaryDirectory.path + "/broadsheet-bench.XXXXXX"
    var template = Array(base.utf8CString)
    guard mkdtemp(&template) != nil else { throw BenchmarkError.system("no temporary folder", errno) }
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    self.path = path
    interrupts = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        try? FileManager.default.removeItem(atPath: path)
        exit(128 + number)
      }
      source.activate()
      return source
    }
  }

  deinit {
    interrupts.forEach { $0.cancel() }
    try? FileManager.default.removeItem(atPath: path)
  }
}
