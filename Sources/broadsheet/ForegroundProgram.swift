import Terminal
import Subprocess

extension TerminalDevice {
  /// Runs another program in the terminal until it ends, with given input or the keyboard, then redraws the screen.
  func run(_ call: ProgramCall, input: [UInt8]? = nil) throws(SubprocessError) -> ProgramEnding {
    let status = try handOver { () throws(SubprocessError) in try call.startInForeground(input: input) }
    return ProgramEnding(waitStatus: status)
  }
}
