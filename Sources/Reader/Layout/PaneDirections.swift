import Display

extension PaneLayout {
  /// A side of a pane.
  enum Side {
    case left, right
  }

  /// The pane that the left or right key moves to from another pane: the one on that side. If there is none, the next
  /// pane in reading order unless it is on the other side; nil if there is none.
  func pane(_ side: Side, of pane: Pane) -> Pane? {
    let beside = Pane.allCases.filter { stands($0, side, of: pane) }
    if let nearest = beside.min(by: { distance($0, from: pane) < distance($1, from: pane) }) {
      return nearest
    }
    let order = Pane.allCases
    guard let place = order.firstIndex(of: pane) else { return nil }
    let next = place + (side == .left ? -1 : 1)
    guard order.indices.contains(next), !stands(order[next], side == .left ? .right : .left, of: pane) else {
      return nil
    }
    return order[next]
  }

  private func stands(_ pane: Pane, _ side: Side, of other: Pane) -> Bool {
    guard let frame = frames[pane]?.whole, let otherFrame = frames[other]?.whole else { return false }
    let shareRows = frame.top < otherFrame.bottom && otherFrame.top < frame.bottom
    return shareRows && (side == .left ? frame.right <= otherFrame.left : frame.left >= otherFrame.right)
  }

  /// The distance between two panes that share rows: columns first, then rows.
  private func distance(_ pane: Pane, from other: Pane) -> Int {
    guard let frame = frames[pane]?.whole, let otherFrame = frames[other]?.whole else { return .max }
    let columns = max(frame.left - otherFrame.right, otherFrame.left - frame.right)
    return columns * 10_000 + abs(frame.top - otherFrame.top)
  }
}
