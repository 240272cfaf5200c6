import CivilDay
import Correlator
import JournalStore
import Testing

@testable import Reports

@Suite struct RunKindsTests {
  private func runs(_ shoes: [(day: Int, shoe: String?)]) -> [RunTraits] {
    shoes.map { RunTraits(day: october($0.day), footwear: $0.shoe) }
  }

  private func sides(_ kinds: RunKinds, _ days: ClosedRange<Int>) -> [Comparison.Side?] {
    days.map { kinds.labels[october($0)] }
  }

  @Test func `The two most used shoes are compared, and the others are listed`() {
    let kinds = RunKinds(
      [],
      of: runs([
        (1, "old"), (2, "new"), (3, "new"), (4, "spare"), (5, "old"), (6, "new"), (7, nil),
      ]), by: \.footwear)
    #expect(kinds.names == ["new", "old"])
    #expect(sides(kinds, 1...7) == [.b, .a, .a, nil, .b, .a, nil])
    #expect(kinds.others == [RunKinds.Other(name: "spare", days: 1)])
  }

  @Test func `Named shoes keep their order, and one name meets the most used other`() {
    let all = runs([(1, "old"), (2, "new"), (3, "new"), (4, "spare"), (5, "old"), (6, "new")])
    #expect(RunKinds(["spare", "new"], of: all, by: \.footwear).names == ["spare", "new"])
    #expect(RunKinds(["spare"], of: all, by: \.footwear).names == ["spare", "new"])
    #expect(RunKinds(["unworn"], of: all, by: \.footwear).names == ["unworn", "new"])
    #expect(RunKinds([], of: runs([(1, "only"), (2, nil)]), by: \.footwear).names == ["only"])
  }

  /// Two years of one shoe each, then two in turn.
  @Test func `Of many shoes, the most used that alternate are compared`() {
    let worn =
      [String](repeating: "first", count: 40) + [String](repeating: "second", count: 30)
      + (0..<20).map { $0.isMultiple(of: 2) ? "dry" : "wet" }
    let all = runs(worn.enumerated().map { ($0.offset, $0.element) })
    let kinds = RunKinds([], of: all, by: \.footwear)
    #expect(kinds.names == ["dry", "wet"])
    #expect(kinds.others.map(\.name) == ["first", "second"])
    #expect(RunKinds(["wet"], of: all, by: \.footwear).names == ["wet", "dry"])
    #expect(RunKinds(["second"], of: all, by: \.footwear).names == ["second", "first"])
    #expect(RunKinds(["second", "wet"], of: all, by: \.footwear).names == ["second", "wet"])
  }

  @Test func `A day in two shoes, or in one that is unknown, has neither`() {
    let kinds = RunKinds(
      ["old", "new"],
      of: runs([
        (1, "old"), (1, "old"), (2, "old"), (2, "new"), (3, "new"), (3, nil), (4, "new"),
      ]), by: \.footwear)
    #expect(sides(kinds, 1...4) == [.a, nil, nil, .b])
  }

  @Test func `Both runs of a day must be early, or both late`() {
    let kinds = RunKinds(
      timesOf: [
        (1, true), (2, false), (3, true), (3, false), (4, nil), (5, true), (5, true),
      ].map { RunTraits(day: october($0.0), isMorning: $0.1) })
    #expect(sides(kinds, 1...5) == [.a, .b, nil, nil, .a])
    #expect(kinds.names.isEmpty)
  }

  /// Metres per kilometre: 10, 20, 30, and 25 over two runs; the median is 22.5.
  @Test func `Terrain is parted at the runner's own median`() {
    func run(_ day: Int, km: Double?, ascent: Double?) -> RunTraits {
      RunTraits(day: october(day), distanceM: km.map { $0 * 1000 }, ascentM: ascent)
    }
    let kinds = RunKinds(
      terrainOf: [
        run(1, km: 10, ascent: 100), run(2, km: 5, ascent: 100), run(3, km: 4, ascent: 120),
        run(4, km: 6, ascent: 0), run(4, km: 2, ascent: 200), run(5, km: nil, ascent: 90),
        run(6, km: 5, ascent: nil), run(6, km: 5, ascent: 50),
      ])
    #expect(kinds.cut == 22.5)
    #expect(sides(kinds, 1...6) == [.a, .a, .b, .b, nil, nil])
    let same = RunKinds(terrainOf: (1...9).map { run($0, km: 5, ascent: 0) })
    #expect(same.cut == 0 && same.labels.values.allSatisfy { $0 == .a })
    #expect(RunKinds(terrainOf: []).cut == nil)
  }

  @Test func `Stretches are known between the first and the last that is logged`() {
    let logged: [Day: Set<String>] = [
      october(3): ["calf", "glute"], october(5): ["calf"], october(8): ["glute"],
    ]
    let runDays = (1...10).map { october($0) }
    #expect(
      sides(RunKinds([], on: runDays, logged: logged), 1...10)
        == [nil, nil, .b, .a, .b, .a, .a, .b, nil, nil])
    #expect(
      sides(RunKinds(["calf"], on: runDays, logged: logged), 1...10)
        == [nil, nil, .b, .a, .b, .a, .a, .a, nil, nil])
    // Half a routine is neither with it nor without it.
    #expect(
      sides(RunKinds(["calf", "glute"], on: runDays, logged: logged), 1...10)
        == [nil, nil, .b, .a, nil, .a, .a, nil, nil, nil])
    #expect(RunKinds([], on: runDays, logged: [:]).labels.isEmpty)
  }

  @Test func `A condition must be the same for all runs of a day`() {
    let kinds = RunKinds([
      (october(1), true), (october(2), false), (october(3), nil), (october(4), true),
      (october(4), false), (october(5), true), (october(5), nil), (october(6), false),
      (october(6), false),
    ])
    #expect(sides(kinds, 1...6) == [.b, .a, nil, nil, nil, .a])
  }
}
