import CivilDay
import JournalModel
import Testing

@testable import JournalStore

/// What exists only once, in whichever copy it was made.
extension MergeFileTests {
  @Test func `A shoe of the same name is one shoe, with the runs of both copies`() throws {
    try copies()
    for (name, model, day) in [("one", "A", "2026-01-05"), ("two", "B", "2026-01-06")] {
      try edit(name) { journal in
        let shoe = name == "one" ? "Vomero" : "vomero"
        try journal.log(.footwear, ["name": .text(shoe), "model": .text(model)])
        try journal.log(
          .run, ["day": .text(day), "distance_m": 5_000, "footwear": .text(shoe)])
      }
    }
    let report = try merge("two", into: "one")
    #expect(report.united.map(\.table) == [.footwear])
    #expect(
      try values("one", "SELECT name, model FROM footwear WHERE id > 1") == [["vomero", "B"]])
    #expect(
      try values("one", "SELECT count(*) FROM run WHERE footwear_id = 2") == [[2]])
  }

  @Test func `Two day marks are the later one, two open flare-ups one from the earlier onset`()
    throws
  {
    try copies()
    let day = Day(daysSince1970: 20_000)
    try edit("one") { journal in
      _ = try journal.mark(day...day, as: .notTracked, today: nil)
      _ = try journal.startFlareUp(Entry(.flareUp, ["onset_day": "2026-01-09"]), today: nil)
    }
    try edit("two") { journal in
      _ = try journal.mark(day...day, as: .rest, today: nil)
      _ = try journal.startFlareUp(
        Entry(.flareUp, ["onset_day": "2026-01-07", "note": "stairs"]), today: nil)
    }
    try merge("two", into: "one")
    #expect(try values("one", "SELECT kind FROM day_mark") == [["rest"]])
    #expect(
      try values("one", "SELECT onset_day, end_day, note FROM flare_up")
        == [["2026-01-07", nil, "stairs"]])
  }

  @Test func `The latest default shoe is the only one`() throws {
    try copies()
    for name in ["one", "two"] {
      try edit(name) { journal in
        try journal.log(.footwear, ["name": .text("shoe of \(name)"), "is_default": 1])
      }
    }
    try merge("two", into: "one")
    #expect(
      try values("one", "SELECT name FROM footwear WHERE is_default = 1") == [["shoe of two"]])
  }

  @Test func `A shoe that one copy deleted stays if the other ran in it`() throws {
    try copies()
    try edit("two") { journal in
      try journal.log(.run, ["day": "2026-01-09", "distance_m": 5_000, "footwear": "pegasus"])
    }
    try edit("one") { journal in
      _ = try journal.delete([1], of: .footwear, command: "delete shoe", releasingRuns: true)
    }
    let report = try merge("two", into: "one")
    #expect(report.conflicts.contains { $0.kind == .deletionOfUsed })
    #expect(
      try values("one", "SELECT day, footwear_id FROM run ORDER BY day")
        == [["2026-01-02", nil], ["2026-01-09", 1]])
  }

  @Test func `A flare-up that would end before it began keeps its days`() throws {
    try copies()
    try edit("one") { journal in
      try journal.log(.flareUp, ["onset_day": "2026-01-05", "end_day": "2026-01-20"])
    }
    try merge("one", into: "two")
    try edit("one") { journal in
      _ = try journal.edit(1, of: .flareUp, setting: ["onset_day": "2026-01-15"])
    }
    try edit("two") { journal in
      _ = try journal.edit(1, of: .flareUp, setting: ["end_day": "2026-01-10"])
    }
    let report = try merge("two", into: "one")
    #expect(report.conflicts.contains { $0.kind == .brokenRule })
    #expect(
      try values("one", "SELECT onset_day, end_day FROM flare_up")
        == [["2026-01-15", "2026-01-20"]])
    try merge("one", into: "two")
    try requireSame("one", "two")
  }
}
