import CivilDay
import Testing

@testable import Correlator

@Suite struct KendallTests {
  /// Every pair of pairs, as the definition says; few and many levels of pain
  /// take different ways.
  @Test(arguments: [3, 11, 48, 49, 400], [-9, 0, 1])
  func `The count equals that over all pairs of pairs`(levels: Int, lag: Int) {
    var random = Random(seed: UInt64(levels))
    let load = (0..<250).map { _ in random.unit() < 0.1 ? Double.nan : Double(random.below(30)) }
    let pain = (0..<250).map { _ in
      random.unit() < 0.2 ? Double.nan : Double(random.below(UInt64(levels)))
    }
    var pairs: [(Double, Double)] = []
    for day in load.indices where pain.indices.contains(day + lag) {
      if !load[day].isNaN, !pain[day + lag].isNaN { pairs.append((load[day], pain[day + lag])) }
    }
    var expected = 0
    for (index, a) in pairs.enumerated() {
      for b in pairs[(index + 1)...] {
        let product = (a.0 - b.0) * (a.1 - b.1)
        expected += product > 0 ? 1 : product < 0 ? -1 : 0
      }
    }
    var kendall = Kendall(load: Levels(load), pain: Levels(pain))
    #expect(kendall.score(lag: 500) == 0)
    #expect(kendall.score(lag: lag) == expected)
  }
}

@Suite struct DaySetTests {
  @Test func `Days with another some days later are counted`() {
    let days: [Int32] = [0, 1, 5, 63, 64, 69, 128, 133, 200, 999]
    let set = DaySet(days, count: 9)
    for distance in [0, 1, 5, 63, 64, 69, 128, 200, 201, 1000] {
      let kept = days.prefix(9)
      let expected = kept.count { kept.contains($0 + Int32(distance)) }
      #expect(set.countShared(withItselfAfter: distance) == expected)
    }
    #expect(DaySet([], count: 0).countShared(withItselfAfter: 3) == 0)
  }
}

@Suite struct MedianTests {
  @Test func `The middle of any order is found`() {
    #expect(median([]) == nil)
    #expect(median([7]) == 7)
    #expect(median([1, 9]) == 5)
    #expect(median([5, 5, 5, 5]) == 5)
    var random = Random(seed: 3)
    for count in 1...60 {
      let values = (0..<count).map { _ in Double(random.below(20)) }
      let sorted = values.sorted()
      #expect(median(values) == (sorted[(count - 1) / 2] + sorted[count / 2]) / 2)
    }
  }
}
