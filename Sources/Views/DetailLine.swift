import Display

/// Details in one line, separated by dots: as many as fit.
enum DetailLine {
  /// A detail; nil if there is nothing to say. Those with the highest ranks are dropped first, those of rank 0 never.
  typealias Part = (text: String?, rank: Int)

  /// The parts that fit.
  static func text(_ parts: [Part], columns: Int) -> String {
    var shown = parts.filter { $0.text != nil }
    while true {
      let line = shown.compactMap(\.text).joined(separator: " · ")
      guard let rank = shown.map(\.rank).max(), rank > 0, DisplayWidth.columns(of: line) > columns else {
        return line
      }
      shown.removeAll { $0.rank == rank }
    }
  }
}
