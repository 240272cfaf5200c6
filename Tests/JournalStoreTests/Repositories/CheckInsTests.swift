import CivilDay
import Testing
import JournalModel

@testable import JournalStore

@Suite struct CheckInsTests {
  let journal: Journal
  let day: Day

  init() throws {
    journal = try Journal.inMemory()
    day = try #require(Day("2026-01-05"))
  }

  private func checkIn(_ values: [String: SQLiteValue] = ["leg_pain": 3]) -> Entry {
    Entry(.checkIn, values.merging(["day": .text(day.description)]) { $1 })
  }

  @Test func `What was answered is one action, and is undone as one`() throws {
    let before = try journal.dump()
    let run = Entry(.run, ["day": .text(day.description), "distance_m": 5_000])
    let logged = try journal.checkIn(
      DayAnswers(run: run, mark: .rest, checkIn: checkIn(), flareUp: .begins), on: day, today: day)
    #expect(try journal.entry(#require(logged.run), of: .run)?.number("distance_m") == 5_000)
    #expect(try journal.entry(#require(logged.other), of: .checkIn)?.whole("leg_pain") == 3)
    #expect(try journal.openFlareUp()?.onsetDay == day)
    #expect(try journal.mark(of: day) == .rest)
    let undone = try journal.undo()
    #expect(undone.action.command == "checkin")
    #expect(undone.entryCount == 4)
    #expect(try journal.dump() == before)
  }

  @Test func `What is answered takes the place of what was said before`() throws {
    _ = try journal.mark(day...day, as: .rest, today: day)
    let logged = try journal.checkIn(DayAnswers(mark: .notTracked), on: day, today: day)
    #expect(logged == LoggedAnswers(run: nil, other: 1))
    #expect(try journal.days().map(\.state) == [nil])
    _ = try journal.undo()
    #expect(try journal.days().map(\.restIs) == [.said])
    let run = Entry(.run, ["day": .text(day.description), "distance_m": 5_000])
    #expect(try journal.checkIn(DayAnswers(run: run), on: day, today: day).other == nil)
    #expect(try journal.days().map(\.state) == [.run])
    #expect(try journal.mark(of: day) == .rest)
  }

  @Test func `A flare-up alone is what was logged`() throws {
    try journal.log(.flareUp, ["onset_day": "2025-12-01", "end_day": "2025-12-02"])
    let begun = try journal.checkIn(DayAnswers(flareUp: .begins), on: day, today: day)
    #expect(begun == LoggedAnswers(run: nil, other: 2))
    #expect(try journal.checkIn(DayAnswers(flareUp: .ends), on: day, today: day).other == 2)
    #expect(try journal.entry(2, of: .flareUp)?.text("end_day") == day.description)
  }

  @Test func `Nothing is kept where the flare-up or an entry is refused`() throws {
    let before = try journal.dump()
    #expect(throws: JournalError.noFlareUpLasts) {
      try journal.checkIn(
        DayAnswers(checkIn: checkIn(), flareUp: .ends), on: day, today: day)
    }
    #expect(throws: JournalError.self) {
      try journal.checkIn(
        DayAnswers(mark: .rest, checkIn: checkIn(["leg_pain": 11]), flareUp: .begins), on: day,
        today: day)
    }
    #expect(throws: JournalError.self) {
      try journal.checkIn(
        DayAnswers(checkIn: checkIn(), flareUp: .begins), on: day, today: day - 1)
    }
    #expect(try journal.dump() == before)
  }

  @Test func `The latest check-in is that of the day and time before`() throws {
    #expect(try journal.latestCheckInDay(upTo: day) == nil)
    for (day, time, pain) in [
      ("2026-01-03", "08:00", 1), ("2026-01-04", "22:00", 5), ("2026-01-04", "07:00", 4),
      ("2026-01-06", "07:00", 9),
    ] {
      try journal.log(
        .checkIn, ["day": .text(day), "time": .text(time), "leg_pain": .integer(pain)])
    }
    try journal.log(.checkIn, ["day": "2026-01-04", "time": "23:00", "back_pain": 7])
    let leg = CheckIn.field(\.legPain)
    #expect(try journal.latestCheckInDay(upTo: day) == day - 1)
    #expect(try journal.latestCheckInDay(upTo: day - 3) == nil)
    #expect(
      try journal.latestCheckIn(telling: [leg], before: day)?.legPain == Rating(5))
    #expect(
      try journal.latestCheckIn(telling: [leg], before: day - 1)?.legPain == Rating(1))
    #expect(try journal.latestCheckIn(telling: [CheckIn.field(\.mood)], before: day) == nil)
    #expect(
      try journal.latestCheckIn(telling: [leg, CheckIn.field(\.backPain)], before: day) == nil)
    #expect(try journal.latestCheckIn(telling: [], before: day) == nil)
  }

  @Test(arguments: [
    ("2026-01-01", nil), ("2026-01-02", "2026-01-02"), ("2026-01-04", "2026-01-02"),
    ("2026-01-05", nil), ("2026-01-08", "2026-01-07"), ("2026-01-30", "2026-01-07"),
  ])
  func `The flare-up of a day is the one that lasted then`(_ day: String, onset: String?) throws {
    try journal.log(.flareUp, ["onset_day": "2026-01-02", "end_day": "2026-01-04"])
    try journal.log(.flareUp, ["onset_day": "2026-01-07"])
    let flareUp = try journal.flareUp(lastingOn: #require(Day(day)))
    #expect(flareUp?.text("onset_day") == onset)
  }
}
