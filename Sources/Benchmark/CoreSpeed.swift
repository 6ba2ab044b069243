/// How fast one core goes through some bytes, beside the least that can be done with each of them.
struct CoreSpeed {
  /// Megabytes a second of computing time.
  private(set) var speed = Samples()
  /// Computing time as multiples of the floor's, of one round each.
  private(set) var ratio = Samples()

  /// The two take turns.
  init(bytes: Int, rounds: Int, work: () throws -> Void, floor: () throws -> Void) rethrows {
    for _ in 1...rounds {
      let least = try Clock.measureCPU(floor)
      let time = try Clock.measureCPU(work)
      speed.add(Double(bytes) / 1e3 / time)
      ratio.add(time / least)
    }
  }
}
