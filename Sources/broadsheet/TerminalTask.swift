import Terminal
import Foundation
import Marks
import Subprocess
import Reader
import StoryLibrary

/// What only the event loop can do, because it needs the terminal.
enum TerminalTask: Sendable {
  /// Puts a text on the clipboard; then the reader is told.
  case copy(String, notice: String)
  /// Gives a program the terminal until it ends, with something to read or the keyboard.
  case run(ProgramCall, input: [UInt8]?)
}

extension EventLoop {
  mutating func carryOut(_ errand: TerminalTask) {
    switch errand {
    case .copy(let text, let notice): copy(text, notice)
    case .run(let call, let input):
      lend(to: call, input: input)
    }
  }

  private mutating func copy(_ text: String, _ notice: String) {
    do throws(TerminalError) {
      try terminal.copy(text)
      // tmux takes the terminal's sequence only where it is configured to.
      if let call = taking.clipboardProgram { _ = PipedProgram.start(call, input: Array(text.utf8)) { _ in } }
      apply(.notice(notice))
    } catch {
      apply(.warning(ErrorMessages.prose(error)))
    }
  }

  /// - Returns: whether the program did what it was asked to.
  @discardableResult
  private mutating func lend(to call: ProgramCall, input: [UInt8]? = nil) -> Bool {
    do throws(SubprocessError) {
      let ending = try terminal.run(call, input: input)
      apply(.resized(terminal.size))
      guard let prose = ErrorMessages.prose(ending) else { return true }
      apply(.warning("\(call.words.last ?? ""): \(prose)"))
    } catch {
      apply(.resized(terminal.size))
      apply(.warning(ErrorMessages.prose(error)))
    }
    return false
  }

  /// The reader writes a note in their editor.
  mutating func editNote(of story: StoryIndex) {
    do throws(SubprocessError) {
      let note = state.mark(of: story).note ?? ""
      let text = try EditedText(note, environment: ProcessInfo.processInfo.environment)
      guard lend(to: taking.editor(for: text.path)) else { return }
      apply(.noteEdited(try text.read(limit: Mark.noteLimit), story))
    } catch {
      apply(.warning(ErrorMessages.prose(error)))
    }
  }
}
