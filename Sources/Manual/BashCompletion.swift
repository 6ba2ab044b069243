/// The completion for bash: one function, which sees the words of the line and leaves what is offered in `COMPREPLY`.
struct BashCompletion {
  private let outline: CommandLineOutline

  init(_ outline: CommandLineOutline) {
    self.outline = outline
  }

  var text: String {
    """
    # What bash offers after broadsheet and a Tab; made by: broadsheet describe bash

    # What begins with the word that is being written, of the lines of standard input.
    _broadsheet_lines() {
      local line
      while IFS= read -r line; do
        if [[ $line == "$1"* ]]; then COMPREPLY+=("$(printf %q "$line")"); fi
      done
    }

    _broadsheet_paths() {
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen "$1" -- "$2")
    }

    _broadsheet() {
      local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
      # --option=value is three words.
      if [[ $word == = ]]; then
        word=
      elif [[ $before == = ]]; then
        before=${COMP_WORDS[COMP_CWORD - 2]}
      fi
      COMPREPLY=()

      # Without a command's name, \(defaultName) is meant.
      local command=\(defaultName) index=1 place=1
      if ((COMP_CWORD > 1)); then
        case ${COMP_WORDS[1]} in
          \(outline.firstWords.map(\.name).joined(separator: " | "))) command=${COMP_WORDS[1]} index=2 ;;
        esac
      fi
      for ((; index < COMP_CWORD; index++)); do
        case ${COMP_WORDS[index]} in
          \(outline.valuedOptions.joined(separator: " | ")))
            if [[ ${COMP_WORDS[index + 1]} == = ]]; then ((index++)); fi
            ((index++))
            ;;
          -*) ;;
          *) ((place++)) ;;
        esac
      done

      case "$command $before" in
    \(values)
      esac
      if [[ $word == -* ]]; then
        case $command in
    \(options)
        esac
        return
      fi
      case "$command $place" in
    \(places)
      esac
      if ((COMP_CWORD == 1)); then
        _broadsheet_lines "$word" <<'END'
    \(outline.firstWords.map(\.name).joined(separator: "\n"))
    END
      fi
    }

    complete -F _broadsheet broadsheet

    """
  }

  private var defaultName: String { outline.defaultCommand?.name ?? "" }

  /// What follows options.
  private var values: String {
    lines { command in
      command.options.filter { $0.kind == .option }.map { option in
        let pattern = option.names.map { "\"\(command.name) \($0)\"" }.joined(separator: " | ")
        return "    \(pattern)) \(offer(option.completion)); return ;;"
      }
    }
  }

  private var options: String {
    lines { command in
      let names = command.options.flatMap(\.names).joined(separator: " ")
      return ["      \(command.name)) mapfile -t COMPREPLY < <(compgen -W '\(names)' -- \"$word\") ;;"]
    }
  }

  private var places: String {
    lines { command in
      command.places.map { number, argument in
        let offer = offer(outline.completion(of: argument, in: command))
        return "    \"\(command.name) \"\(number.map(String.init) ?? "*")) \(offer) ;;"
      }
    }
  }

  private func offer(_ completion: ArgumentOutline.Completion) -> String {
    switch completion {
    case .nothing: ":"
    case .words(let words):
      "_broadsheet_lines \"$word\" < <(printf '%s\\n' \(words.map(ShellText.quoted).joined(separator: " ")))"
    case .file: "_broadsheet_paths -f \"$word\""
    case .folder: "_broadsheet_paths -d \"$word\""
    case .lines(let command): "_broadsheet_lines \"$word\" < <(\(command) 2>/dev/null)"
    }
  }

  private func lines(_ linesOf: (CommandOutline) -> [String]) -> String {
    outline.firstWords.flatMap(linesOf).joined(separator: "\n")
  }
}
