/// The completion for fish: one line a command, an option or a place.
struct FishCompletion {
  private let outline: CommandLineOutline

  init(_ outline: CommandLineOutline) {
    self.outline = outline
  }

  var text: String {
    """
    # What fish offers after broadsheet and a Tab; made by: broadsheet describe fish

    # Whether the command is this one; without a command's name, \(defaultName) is meant.
    function __broadsheet_in -a command
        set -l words (commandline -opc)[2..]
        set -l current \(defaultName)
        if contains -- "$words[1]" \(outline.firstWords.map(\.name).joined(separator: " "))
            set current $words[1]
        end
        test $current = $command
    end

    # Whether the word that is being written is the argument of this place; + stands for that and all that follow.
    function __broadsheet_at -a command place
        __broadsheet_in $command; or return 1
        set -l words (commandline -opc)[2..]
        if test "$words[1]" = $command
            set -e words[1]
        end
        set -l count 1
        while set -q words[1]
            switch $words[1]
                case \(outline.valuedOptions.joined(separator: " "))
                    set -e words[1]
                case '-*'
                case '*'
                    set count (math $count + 1)
            end
            set -e words[1]
        end
        if string match -q '*+' $place
            test $count -ge (string trim -c + $place)
        else
            test $count -eq $place
        end
    end

    complete -c broadsheet -f
    \(commands)
    \(outline.firstWords.flatMap(lines).joined(separator: "\n"))

    """
  }

  private var defaultName: String { outline.defaultCommand?.name ?? "" }

  private var commands: String {
    outline.firstWords.map { command in
      "complete -c broadsheet -n 'test (count (commandline -opc)) -eq 1' -a \(command.name) -d "
        + ShellText.quotedForFish(command.abstract)
    }.joined(separator: "\n")
  }

  private func lines(of command: CommandOutline) -> [String] {
    let options = command.options.map { option in
      let value = option.kind == .option ? self.value(option.completion) : ""
      return "complete -c broadsheet -n '__broadsheet_in \(command.name)'" + names(option) + value
        + " -d " + ShellText.quotedForFish(option.abstract)
    }
    let places = command.places.enumerated().compactMap { index, place -> String? in
      let offer = offer(outline.completion(of: place.argument, in: command))
      let number = place.number.map(String.init) ?? "\(index + 1)+"
      return offer.isEmpty
        ? nil : "complete -c broadsheet -n '__broadsheet_at \(command.name) \(number)'" + offer
    }
    return options + places
  }

  private func names(_ option: ArgumentOutline) -> String {
    option.names.map { $0.hasPrefix("--") ? " -l " + $0.dropFirst(2) : " -s " + $0.dropFirst(1) }.joined()
  }

  /// Needed, and no file unless it is one.
  private func value(_ completion: ArgumentOutline.Completion) -> String {
    (completion == .file ? " -r" : " -x") + offer(completion)
  }

  private func offer(_ completion: ArgumentOutline.Completion) -> String {
    switch completion {
    case .nothing: ""
    case .words(let words): " -a " + ShellText.quotedForFish(words.joined(separator: " "))
    case .file: " -F"
    case .folder: " -a '(__fish_complete_directories)'"
    case .lines(let command): " -a " + ShellText.quotedForFish("(\(command) 2>/dev/null)")
    }
  }
}
