import Curses
import Outside

extension Terminal {
  /// Gives another program the terminal until it ends; whatever it drew is painted over then.
  /// - Parameter input: what it finds on standard input; nil for the keyboard.
  func run(_ call: ProgramCall, input: [UInt8]? = nil) throws(OutsideError) -> ProgramEnding {
    ProgramEnding(waitStatus: try lend { () throws(OutsideError) in try call.startInForeground(input: input) })
  }
}
