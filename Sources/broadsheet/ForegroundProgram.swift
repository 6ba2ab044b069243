import Curses
import Outside

extension Terminal {
  /// Gives another program the terminal until it ends; whatever it drew is painted over then.
  func run(_ call: ProgramCall) throws(OutsideError) -> ProgramEnding {
    ProgramEnding(waitStatus: try lend { () throws(OutsideError) in try call.startInForeground() })
  }
}
