import StoryLibrary

/// The links in the text of the open story: numbered on demand and followed by typing their numbers.
extension StoryState {
  /// The actions on links.
  enum LinkAction: Equatable {
    /// Shows or hides the numbers.
    case toggle, hide
    /// Types or deletes a digit of a number.
    case digit(Int), delete
    /// Confirms the typed number.
    case choose
  }

  mutating func number(_ action: LinkAction, _ environment: Environment) -> Outcome {
    guard var links = view?.links else { return action == .toggle ? showNumbers(environment) : Outcome() }
    switch action {
    case .toggle, .hide:
      set(links: nil)
      return Outcome()
    case .digit(let digit): return type(digit, links, environment)
    case .delete:
      links.typed = links.typed.flatMap { $0 < 10 ? nil : $0 / 10 }
      set(links: links)
    case .choose: if let number = links.typed { return choose(number, environment) }
    }
    return Outcome()
  }

  /// Shows the numbers. If no link is on the screen, scrolls to the next one, or else to the last one.
  private mutating func showNumbers(_ environment: Environment) -> Outcome {
    guard let text = view?.document.text else { return Outcome() }
    guard !text.links.isEmpty else { return Outcome(message: .notice("No links in this story")) }
    set(links: NumberedLinks(count: text.links.count))
    guard let view, !view.rows.contains(where: { !$0.links.isEmpty }), let top = view.top else {
      return Outcome()
    }
    let places = (1...text.links.count).lazy.compactMap { view.document.position(ofLink: $0) }
    guard let place = places.first(where: { $0 > top }) ?? places.last else { return Outcome() }
    scroll(to: place, below: environment.size.rows / 4)
    return Outcome()
  }

  /// Types a digit. A link is followed as soon as no other one matches.
  private mutating func type(_ digit: Int, _ before: NumberedLinks, _ environment: Environment) -> Outcome {
    var links = before
    let number = (links.typed ?? 0) * 10 + digit
    (links.typed, links.chosen) = (nil, nil)
    set(links: links)
    guard 1...links.count ~= number else {
      return Outcome(
        message: .notice(links.count == 1 ? "There is 1 link" : "There are \(links.count) links"))
    }
    if number * 10 > links.count { return choose(number, environment) }
    links.typed = number
    set(links: links)
    return Outcome()
  }

  private mutating func choose(_ number: Int, _ environment: Environment) -> Outcome {
    guard let view, var links = view.links, let link = view.document.text?.link(number) else {
      return Outcome()
    }
    if let story = environment.library.story(linkedBy: link) {
      guard story != view.index else {
        return Outcome(message: .notice("Link \(number) leads to this story"))
      }
      return Outcome(follows: story)
    }
    links.typed = nil
    links.chosen = link.address == nil ? nil : number
    set(links: links)
    guard let address = link.address else {
      return Outcome(message: .notice("Not saved: \(link.fileName ?? link.title)"))
    }
    return Outcome(message: .notice("Not saved · \(environment.hint(.openOutside)) opens \(address)"))
  }

  /// The address of the link that was chosen or whose number was typed.
  var chosenAddress: String? {
    guard let links = view?.links, let number = links.typed ?? links.chosen else { return nil }
    return view?.document.text?.link(number)?.address
  }
}
