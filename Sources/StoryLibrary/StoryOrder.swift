import PageDump

/// The list's order: newest first. A story that does not say when it was published counts from when it was
/// saved; of two equally new ones the lower identity comes first, so that every run shows the same list.
enum StoryOrder {
  /// Which of two copies' times to trust: the more precise one, then the earlier.
  static func isBetter(_ a: PublicationTime?, than b: PublicationTime?) -> Bool {
    guard let a else { return false }
    guard let b else { return true }
    return a.precision != b.precision ? a.precision < b.precision : a.seconds < b.seconds
  }
}

extension Library {
  /// Puts touched stories where they belong; the rest keeps its order, so that a batch costs one pass.
  mutating func updateOrder() {
    guard !touched.isEmpty else { return }
    let kept = order.filter { !records[$0.offset].isTouched }
    for record in touched { records[Int(record)].sortTime = sortTime(of: record) }
    let moved = touched.filter { visible($0).value == $0 }.map { StoryIndex(Int($0)) }
      .sorted { comesBefore($0, $1) }
    order = merged(kept, moved)
    for record in touched { records[Int(record)].isTouched = false }
    touched.removeAll(keepingCapacity: true)
  }

  private func merged(_ a: [StoryIndex], _ b: [StoryIndex]) -> [StoryIndex] {
    guard !a.isEmpty else { return b }
    var result: [StoryIndex] = []
    result.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if comesBefore(b[j], a[i]) {
        result.append(b[j])
        j += 1
      } else {
        result.append(a[i])
        i += 1
      }
    }
    result.append(contentsOf: a[i...])
    result.append(contentsOf: b[j...])
    return result
  }

  private func sortTime(of record: UInt32) -> Int64 {
    let story = records[Int(record)]
    let twin = twinRecord(of: story)
    let isTwinBetter = StoryOrder.isBetter(twin?.published, than: story.published)
    let published = isTwinBetter ? twin?.published : story.published
    return published?.seconds ?? max(story.saved, twin?.saved ?? .min)
  }

  private func comesBefore(_ a: StoryIndex, _ b: StoryIndex) -> Bool {
    let (left, right) = (records[a.offset], records[b.offset])
    return left.sortTime != right.sortTime
      ? left.sortTime > right.sortTime : left.identity.id < right.identity.id
  }

  /// A story's place in ``order``.
  public func position(of index: StoryIndex) -> Int? {
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      if comesBefore(order[middle], index) { low = middle + 1 } else { high = middle }
    }
    return low < order.count && order[low] == index ? low : nil
  }
}
