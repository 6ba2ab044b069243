import Terminal
import Foundation
import Marks
import Subprocess
import Reader
import StoryLibrary

/// A task for the event loop, because it needs the terminal.
enum TerminalTask: Sendable {
  /// Copies a text to the clipboard, then shows a notice.
  case copy(String, notice: String)
  /// Runs a program in the terminal until it ends, with given input or the keyboard.
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
      // tmux only handles the escape sequence if it is configured to.
      if let call = storyActions.clipboardProgram {
        _ = PipedProgram.start(call, input: Array(text.utf8)) { _ in }
      }
      apply(.notice(notice))
    } catch {
      apply(.warning(ErrorMessages.message(error)))
    }
  }

  /// - Returns: what failed; nil if the program succeeded.
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

  /// Opens a note in the user's editor. Text that cannot be saved as a note is kept in a file, which is named.
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
