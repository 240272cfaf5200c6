import Correlator

/// Runs worlds on both processors.
struct Study: Sendable {
  let seed: UInt64
  let diaries: Int
  let workers: Int

  /// All answers for one world and length.
  func tally(_ world: World, days: Int, truth: Double) async -> Tally {
    await parts { indices in
      var tally = Tally(world: world, days: days, truth: truth)
      for index in indices {
        let diary = world.diary(days: days, seed: seed, index: index)
        tally.add(Answers(diary, timing: world.timing))
      }
      return tally
    }.reduce(Tally(world: world, days: days, truth: truth), +)
  }

  /// The slope at lag 1 in long diaries of a world.
  ///
  /// Ratings are rounded and end at 0 and 10, so it cannot be derived from the
  /// world's parameters. Without an effect of load it is zero.
  func truth(_ world: World) async -> Double {
    guard !world.isNull else { return 0 }
    let long = Study(seed: seed &+ 1, diaries: 64, workers: workers)
    let sums = await long.parts { indices in
      var (weights, slopes) = (0.0, 0.0)
      for index in indices {
        let diary = world.diary(days: 7300, seed: long.seed, index: index)
        guard
          let estimate = adjustedEffects(
            load: diary.load, pain: diary.pain, timing: world.timing, lags: 1...1
          ).first?.estimate
        else { continue }
        let weight = 1 / (estimate.standardError * estimate.standardError)
        weights += weight
        slopes += weight * estimate.slope
      }
      return (weights, slopes)
    }
    return sums.reduce(0) { $0 + $1.1 } / sums.reduce(0) { $0 + $1.0 }
  }

  /// The share of people who get a claim at any month end in `years`.
  func followed(_ world: World, years: Int) async -> (rule: Share, simpleTest: Share) {
    let counts = await parts { indices in
      var (claimed, significant) = (0, 0)
      for index in indices {
        let diary = world.diary(days: years * 365, seed: seed &+ 2, index: index)
        let looks = Looks(diary, timing: world.timing)
        claimed += looks.claims ? 1 : 0
        significant += looks.isSignificantOnce ? 1 : 0
      }
      return (claimed, significant)
    }
    return (
      Share(count: counts.reduce(0) { $0 + $1.0 }, of: diaries),
      Share(count: counts.reduce(0) { $0 + $1.1 }, of: diaries)
    )
  }

  /// Splits the diaries among the workers.
  private func parts<Part: Sendable>(
    _ work: @escaping @Sendable (StrideTo<Int>) -> Part
  ) async -> [Part] {
    await withTaskGroup(of: Part.self) { group in
      for worker in 0..<workers {
        group.addTask { work(stride(from: worker, to: diaries, by: workers)) }
      }
      var parts: [Part] = []
      for await part in group { parts.append(part) }
      return parts
    }
  }
}
