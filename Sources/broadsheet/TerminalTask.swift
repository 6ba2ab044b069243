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
  mutating func carryOut(_ task: TerminalTask) {
    switch task {
    case .copy(let text, let notice): copy(text, notice)
    case .run(let call, let input):
      runInTerminal(call, input: input)
    }
  }

  private mutating func copy(_ text: String, _ notice: String) {
    do throws(TerminalError) {
      try terminal.copy(text)
      // tmux takes the terminal's sequence only where it is configured to.
      if let call = storyActions.clipboardProgram {
        _ = PipedProgram.start(call, input: Array(text.utf8)) { _ in }
      }
      apply(.notice(notice))
    } catch {
      apply(.warning(ErrorMessages.message(error)))
    }
  }

  /// - Returns: what went wrong; nil when the program did what it was asked to.
  @discardableResult
  private mutating func runInTerminal(_ call: ProgramCall, input: [UInt8]? = nil) -> String? {
    let problem: String?
    do throws(SubprocessError) {
      problem = ErrorMessages.message(try terminal.run(call, input: input)).map {
        "\(Output.harmless(call.name)): \($0)"
      }
    } catch {
      problem = ErrorMessages.message(error)
    }
    apply(.resized(terminal.size))
    if let problem { apply(.warning(problem)) }
    return problem
  }

  /// The reader writes a note in their editor. What cannot be saved stays in a file, and the reader is told where.
  mutating func editNote(of story: StoryIndex) {
    do throws(SubprocessError) {
      let note = state.mark(of: story).note ?? ""
      var text = try EditedText(note, environment: ProcessEnvironment.variables)
      var problem = runInTerminal(storyActions.editor(for: text.path))
      if problem == nil {
        do throws(SubprocessError) {
          return apply(.noteEdited(try text.read(limit: Mark.noteLimit), story))
        } catch .tooLarge(_, let limit) {
          problem = "The note is longer than \(limit >> 10) KiB"
        } catch {
          problem = ErrorMessages.message(error)
        }
      }
      let kept = text.saveCopy(in: UserFolders().state).map { " · your text is in \(Output.harmless($0))" }
      apply(.warning((problem ?? "") + (kept ?? "")))
    } catch {
      apply(.warning(ErrorMessages.message(error)))
    }
  }
}
