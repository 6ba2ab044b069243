/// How fast one core processes some bytes, compared with a lower bound.
struct CoreSpeed {
  /// Megabytes per second of CPU time.
  private(set) var speed = Samples()
  /// CPU time as a multiple of the lower bound, one value per round.
  private(set) var ratio = Samples()

  /// Measures both alternately.
  init(bytes: Int, rounds: Int, work: () throws -> Void, floor: () throws -> Void) rethrows {
    for _ in 1...rounds {
      let least = try Clock.measureCPU(floor)
      let time = try Clock.measureCPU(work)
      speed.add(Double(bytes) / 1e3 / time)
      ratio.add(time / least)
    }
  }
}
