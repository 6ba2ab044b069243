import PageFormats

extension Array<TextBlock> {
  /// Consecutive blocks of one kind: the items of a list, the rows of a table.
  var runs: [ArraySlice<TextBlock>] {
    var runs: [ArraySlice<TextBlock>] = []
    var start = 0
    for end in indices where end + 1 == count || self[end + 1].kind != self[end].kind {
      runs.append(self[start...end])
      start = end + 1
    }
    return runs
  }
}
