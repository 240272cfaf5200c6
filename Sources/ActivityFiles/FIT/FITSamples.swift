/// The records of a FIT file: the measurements, second by second.
struct FITSamples {
  /// One record; a distance below zero and rates of zero are unknown.
  private struct Sample {
    var time: FITTime
    var distanceM: Double = -1
    var heartRate: Float = 0
    var cadence: Float = 0
  }

  /// A gap in seconds between two records that no recording has.
  private static let week = 7 * 86_400.0

  private var samples: [Sample] = []
  private var wrapped = WrappingDistance()

  /// The time of the first.
  var start: FITTime? { samples.first?.time }

  /// The time of the last.
  var end: FITTime? { samples.last?.time }

  /// Adds a record message, unless it has no time or a time from another week.
  mutating func add(_ message: FITMessage) {
    typealias Record = FITField.Record
    guard let time = message.timestamp else { return }
    if let last = samples.last?.time, abs(time - last) > Self.week {
      // Either the clock was set in between, or the record is damaged, such as
      // zeros that a device leaves after its last write.
      guard last.unixSeconds == nil else { return }
      samples = []
    }
    // Some apps spread one measurement over several records.
    if samples.last?.time != time { samples.append(Sample(time: time)) }
    let last = samples.count - 1
    if let distance = message.value(Record.distance) {
      samples[last].distanceM = distance
    } else if let bytes = message.bytes(of: Record.compressedSpeedDistance),
      let distance = wrapped.add(bytes)
    {
      samples[last].distanceM = distance
    }
    if let rate = message.value(Record.heartRate) { samples[last].heartRate = Float(rate) }
    if let cadence = message.cadence(Record.cadence, Record.fractionalCadence) {
      samples[last].cadence = Float(cadence)
    }
  }

  /// The totals of the records from `start` to `end`, inclusive.
  ///
  /// The distance counts from the last record before `start`, or from zero if the
  /// device restarted its counter.
  func summary(from start: FITTime = .first, to end: FITTime = .last) -> FITSummary {
    var summary = FITSummary()
    var before: Double?
    var (shortest, longest) = (Double.infinity, -1.0)
    var (beats, beating, turns, turning) = (0.0, 0.0, 0.0, 0.0)
    for sample in samples {
      if sample.time < start {
        if sample.distanceM >= 0 { before = sample.distanceM }
        continue
      }
      if sample.time > end { continue }
      summary.start = summary.start ?? sample.time
      summary.end = sample.time
      if sample.distanceM >= 0 {
        shortest = min(shortest, sample.distanceM)
        longest = max(longest, sample.distanceM)
      }
      if sample.heartRate > 0 {
        beats += Double(sample.heartRate)
        beating += 1
        summary.heartRateMaximum = max(summary.heartRateMaximum ?? 0, Double(sample.heartRate))
      }
      if sample.cadence > 0 {
        turns += Double(sample.cadence)
        turning += 1
      }
    }
    if let first = summary.start, let last = summary.end, last > first {
      summary.elapsedSeconds = last - first
    }
    if longest > 0 {
      let distance = if let before, before <= shortest { longest - before } else { longest }
      summary.distanceM = distance > 0 ? distance : nil
    }
    if beating > 0 { summary.heartRateAverage = beats / beating }
    if turning > 0 { summary.cadence = turns / turning }
    return summary
  }
}

/// The distance from early watches, in 12 bits of sixteenths of a metre: it wraps to
/// zero every 256 m.
private struct WrappingDistance {
  private var last: Int?
  private var total = 0

  /// The metres so far, after the three bytes of speed and distance.
  mutating func add(_ bytes: ArraySlice<UInt8>) -> Double? {
    guard bytes.count == 3, !bytes.allSatisfy({ $0 == 0xff }) else { return nil }
    let now = Int(bytes[bytes.startIndex + 1]) >> 4 | Int(bytes[bytes.startIndex + 2]) << 4
    total += (now - (last ?? 0)) & 0xfff
    last = now
    return Double(total) / 16
  }
}
