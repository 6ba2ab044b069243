/// The completion for zsh, whose `_arguments` does the counting.
struct ZshCompletion {
  private let outline: CommandLineOutline

  init(_ outline: CommandLineOutline) {
    self.outline = outline
  }

  var text: String {
    """
    #compdef broadsheet
    # What zsh offers after broadsheet and a Tab; made by: broadsheet describe zsh

    _broadsheet_lines() {
      local -a lines=("${(@f)$(eval "$1" 2>/dev/null)}")
      compadd -a lines
    }

    _broadsheet() {
      local context state state_descr line
      typeset -A opt_args
      local -a commands=(
    \(outline.firstWords.map { "    " + ShellText.quoted("\($0.name):\($0.abstract)") }.joined(separator: "\n"))
      )

      # Without a command's name, \(defaultName) is meant.
      local command=\(defaultName)
      if ((CURRENT == 2)); then
        if [[ $words[2] != -* ]]; then _describe -t commands command commands; fi
      elif [[ -n ${(M)commands:#${words[2]}:*} ]]; then
        command=$words[2]
        shift words
        ((CURRENT--))
      fi
      case $command in
    \(outline.firstWords.map(arguments).joined(separator: "\n"))
      esac
    }

    if [[ $funcstack[1] == _broadsheet ]]; then
      _broadsheet "$@"
    else
      compdef _broadsheet broadsheet
    fi

    """
  }

  private var defaultName: String { outline.defaultCommand?.name ?? "" }

  private func arguments(of command: CommandOutline) -> String {
    let specifications =
      command.options.flatMap(option)
      + command.places.map { number, argument in
        let completion = outline.completion(of: argument, in: command)
        return (number.map { "\($0)" } ?? "*") + value(argument, completion)
      }
    let lines = specifications.map { "        " + ShellText.quoted($0) }
    return "    \(command.name))\n      _arguments -S \\\n" + lines.joined(separator: " \\\n") + "\n      ;;"
  }

  /// One specification a name; an option that is given once is not offered again, under no name.
  private func option(_ option: ArgumentOutline) -> [String] {
    let others = option.isRepeating ? "*" : "(" + option.names.joined(separator: " ") + ")"
    let value = option.kind == .option ? value(option, option.completion) : ""
    let sign = option.kind == .option ? "=" : ""
    return option.names.map { name in
      others + name + (name.hasPrefix("--") ? sign : "") + "[" + inBrackets(option.abstract) + "]" + value
    }
  }

  private func value(_ argument: ArgumentOutline, _ completion: ArgumentOutline.Completion) -> String {
    let name = argument.valueName.replacing(":", with: "\\:")
    return ":\(name):" + action(completion)
  }

  private func action(_ completion: ArgumentOutline.Completion) -> String {
    switch completion {
    case .nothing: " "
    case .words(let words): "(" + words.map(ShellText.quoted).joined(separator: " ") + ")"
    case .file: "_files"
    case .folder: "_files -/"
    // After a blank the words are called as they are.
    case .lines(let command): " _broadsheet_lines " + ShellText.quoted(command)
    }
  }

  private func inBrackets(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]")
  }
}
