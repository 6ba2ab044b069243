import Terminal
import Subprocess

extension TerminalDevice {
  /// Gives another program the terminal until it ends, and something to read or the keyboard; whatever it drew is
  /// painted over then.
  func run(_ call: ProgramCall, input: [UInt8]? = nil) throws(SubprocessError) -> ProgramEnding {
    let status = try handOver { () throws(SubprocessError) in try call.startInForeground(input: input) }
    return ProgramEnding(waitStatus: status)
  }
}
