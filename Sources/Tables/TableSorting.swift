extension Table {
  /// Sorts the rows in place: a copy of large rows would need as much memory again.
  public mutating func sort(by precedes: (Row, Row) -> Bool) {
    var order = (0..<UInt32(count)).sorted { precedes(self[$0], self[$1]) }
    for start in order.indices {
      // Each cycle of the permutation is followed once.
      let first = self[UInt32(start)]
      var place = start
      while order[place] != start {
        let source = Int(order[place])
        self[UInt32(place)] = self[UInt32(source)]
        order[place] = UInt32(place)
        place = source
      }
      if order[place] != place { self[UInt32(place)] = first }
      order[place] = UInt32(place)
    }
  }
}
