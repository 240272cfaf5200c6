import CivilDay
import Foundation
import Glibc
import JournalFiles
import JournalModel
import Platform
import Testing
@testable import JournalCLI

/// Days by the rules of real time zones.
///
/// The zone belongs to the whole process, so each test sets it in a process of
/// its own. What is expected was worked out by hand from the rules that stand
/// beside it.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Pacific/Apia"),
    "needs the package tzdata"))
struct LocalDayTests {
  /// British Summer Time ended on 25 October 2026 at 01:00 UTC and began on 29
  /// March at 01:00 UTC.
  @Test func `London: the hour that comes twice and the hour that never comes`() async {
    await #expect(processExitsWith: .success) {
      setZone("Europe/London")
      expectMoment("2026-10-25T00:30:00Z", "2026-10-25", "01:30:00", 60)
      expectMoment("2026-10-25T01:30:00Z", "2026-10-25", "01:30:00", 0)
      expectMoment("2026-03-29T00:59:59Z", "2026-03-29", "00:59:59", 0)
      expectMoment("2026-03-29T01:00:00Z", "2026-03-29", "02:00:00", 60)

      #expect(offset("2026-07-10", 7) == 60)
      #expect(offset("2026-11-23", 7) == 0)
      #expect(offset("2026-10-25", 1, 30) == nil, "it came twice")
      #expect(offset("2026-03-29", 1, 30) == nil, "it never came")
      #expect(offset("2026-10-25", 0, 59) == 60)
      #expect(offset("2026-10-25", 2) == 0)
      #expect(offset("2026-03-29", 0, 59) == 0)
      #expect(offset("2026-03-29", 2) == 60)

      // Both nights still belong to the Saturday before.
      for night in ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T03:59:59Z"] {
        #expect(moment(night).journalDay == Day("2026-10-24"), "\(night)")
      }
      #expect(moment("2026-10-25T04:00:00Z").journalDay == Day("2026-10-25"))
      #expect(moment("2026-03-29T02:59:59Z").journalDay == Day("2026-03-28"))
      #expect(moment("2026-03-29T03:00:00Z").journalDay == Day("2026-03-29"))
    }
  }

  /// Daylight saving time began on 8 March 2026 at 07:00 UTC and ended on 1
  /// November at 06:00 UTC.
  @Test func `New York: midnight, four o'clock and both changes of the clock`() async {
    await #expect(processExitsWith: .success) {
      setZone("America/New_York")
      expectMoment("2026-03-08T06:59:59Z", "2026-03-08", "01:59:59", -300)
      expectMoment("2026-03-08T07:00:00Z", "2026-03-08", "03:00:00", -240)
      expectMoment("2026-11-01T05:30:00Z", "2026-11-01", "01:30:00", -240)
      expectMoment("2026-11-01T06:30:00Z", "2026-11-01", "01:30:00", -300)
      // A late evening is the next day in UTC already, and none of our business.
      expectMoment("2026-11-24T03:30:00Z", "2026-11-23", "22:30:00", -300)
      #expect(moment("2026-11-24T03:30:00Z").journalDay == Day("2026-11-23"))
      #expect(moment("2026-11-24T05:00:00Z").journalDay == Day("2026-11-23"))
      #expect(moment("2026-11-24T08:59:59Z").journalDay == Day("2026-11-23"))
      #expect(moment("2026-11-24T09:00:00Z").journalDay == Day("2026-11-24"))
      #expect(moment("2026-03-08T07:59:59Z").journalDay == Day("2026-03-07"))
      #expect(moment("2026-03-08T08:00:00Z").journalDay == Day("2026-03-08"))
      #expect(offset("2026-03-08", 2, 30) == nil)
      #expect(offset("2026-11-01", 1, 30) == nil)
      #expect(offset("2026-11-01", 3) == -300)
    }
  }

  /// The clock moved by half an hour on 5 April 2026 at 15:00 UTC the day before,
  /// and back on 4 October.
  @Test func `Lord Howe: a change of half an hour`() async {
    await #expect(processExitsWith: .success) {
      setZone("Australia/Lord_Howe")
      expectMoment("2026-04-04T14:59:59Z", "2026-04-05", "01:59:59", 660)
      expectMoment("2026-04-04T15:00:00Z", "2026-04-05", "01:30:00", 630)
      expectMoment("2026-10-03T15:29:59Z", "2026-10-04", "01:59:59", 630)
      expectMoment("2026-10-03T15:30:00Z", "2026-10-04", "02:30:00", 660)
      #expect(offset("2026-04-05", 1, 45) == nil)
      #expect(offset("2026-04-05", 1, 29) == 660)
      #expect(offset("2026-10-04", 2, 15) == nil)
      #expect(offset("2026-10-04", 7) == 660)
      #expect(moment("2026-04-04T17:29:59Z").journalDay == Day("2026-04-04"))
      #expect(moment("2026-04-04T17:30:00Z").journalDay == Day("2026-04-05"))
    }
  }

  @Test func `Kathmandu: three quarters of an hour, and no change`() async {
    await #expect(processExitsWith: .success) {
      setZone("Asia/Kathmandu")
      expectMoment("2026-11-23T18:14:59Z", "2026-11-23", "23:59:59", 345)
      expectMoment("2026-11-23T18:15:00Z", "2026-11-24", "00:00:00", 345)
      #expect(moment("2026-11-23T22:14:59Z").journalDay == Day("2026-11-23"))
      #expect(moment("2026-11-23T22:15:00Z").journalDay == Day("2026-11-24"))
      #expect(offset("2026-02-01", 6, 50) == 345)
    }
  }

  /// At the end of 29 December 2011 Samoa moved to the other side of the date
  /// line, from ten hours behind UTC to fourteen ahead.
  @Test func `Apia: the day that never was`() async {
    await #expect(processExitsWith: .success) {
      setZone("Pacific/Apia")
      expectMoment("2011-12-30T09:59:59Z", "2011-12-29", "23:59:59", -600)
      expectMoment("2011-12-30T10:00:00Z", "2011-12-31", "00:00:00", 840)
      // The night after the 29th still belongs to it.
      #expect(moment("2011-12-30T10:30:00Z").journalDay == Day("2011-12-29"))
      #expect(moment("2011-12-30T13:59:59Z").journalDay == Day("2011-12-29"))
      #expect(moment("2011-12-30T14:00:00Z").journalDay == Day("2011-12-31"))
      #expect(offset("2011-12-29", 22) == -600)
      #expect(offset("2011-12-30", 12) == nil, "no clock showed it")
      #expect(offset("2011-12-31", 8) == 840)
    }
  }

  @Test func `Natural days across the night in which the clock is changed`() async {
    await #expect(processExitsWith: .success) {
      setZone("Europe/London")
      var desk = try Desk()
      // Half past midnight on Sunday: to a person it is still Saturday.
      desk.now = moment("2026-10-24T23:30:00Z")
      #expect(desk.results("pain", "3").contains("Sat 24 Oct 2026 (today)"))
      #expect(
        desk.results("pain", "3", "--on", "yesterday").contains("Fri 23 Oct 2026 (yesterday)"))
      #expect(desk.results("pain", "2", "--on", "-1d").contains("Fri 23 Oct 2026"))
      // An hour and a half later the clock shows half past one for the second time.
      desk.now = moment("2026-10-25T01:30:00Z")
      #expect(desk.results("pain", "4").contains("Sat 24 Oct 2026 (today)"))
      // 25 hours after the first: the day after that Saturday is Sunday.
      desk.now = moment("2026-10-26T00:30:00Z")
      #expect(desk.results("pain", "5").contains("Sun 25 Oct 2026 (today)"))
      #expect(
        desk.results("pain", "6", "--on", "yesterday").contains("Sat 24 Oct 2026 (yesterday)"))
      #expect(
        try desk.rows(
          "SELECT day, time, utc_offset_min, leg_pain FROM check_in WHERE time IS NOT NULL ORDER BY id"
        )
          == [
            "2026-10-24|00:30:00|60|3", "2026-10-24|01:30:00|0|4", "2026-10-25|00:30:00|0|5",
          ])

      desk.now = moment("2026-03-29T07:00:00Z")
      #expect(desk.results("run", "5km", "--on", "-1d").contains("Sat 28 Mar 2026 (yesterday)"))
      #expect(desk.results("run", "5km", "--on", "-8d").contains("Sat 21 Mar 2026"))
    }
  }

  @Test func `A boundary of the owner's own moves the night, also when the clock is changed`() async
  {
    await #expect(processExitsWith: .success) {
      setZone("America/New_York")
      var desk = try Desk()
      desk.results("config", "day-boundary", "02:00")
      desk.now = moment("2026-11-01T06:59:59Z")
      #expect(desk.results("pain", "3").contains("Sat 31 Oct 2026 (today)"))
      desk.now = moment("2026-11-01T07:00:00Z")
      #expect(desk.results("pain", "4").contains("Sun 1 Nov 2026 (today)"))
      // The skipped hour: from 01:59:59 to 03:00.
      desk.now = moment("2026-03-08T06:59:59Z")
      #expect(desk.results("pain", "5").contains("Sat 7 Mar 2026 (today)"))
      desk.now = moment("2026-03-08T07:00:00Z")
      #expect(desk.results("pain", "6").contains("Sun 8 Mar 2026 (today)"))
      desk.results("config", "day-boundary", "00:00")
      desk.now = moment("2026-11-24T05:00:00Z")
      #expect(desk.results("pain", "7").contains("Tue 24 Nov 2026 (today)"))
    }
  }

  @Test func `Who flies keeps the day and the order of the clocks on the wall`() async {
    await #expect(processExitsWith: .success) {
      var desk = try Desk()
      setZone("Europe/London")
      desk.now = moment("2026-11-23T07:00:00Z")
      desk.results("pain", "2")
      setZone("America/New_York")
      // Tuesday in London and in UTC, Monday evening where the runner is.
      desk.now = moment("2026-11-24T02:30:00Z")
      #expect(desk.results("pain", "5").contains("Mon 23 Nov 2026 (today)"))
      setZone("Asia/Kathmandu")
      desk.now = moment("2026-11-25T01:00:00Z")
      #expect(desk.results("pain", "3").contains("Wed 25 Nov 2026 (today)"))
      #expect(
        try desk.rows("SELECT day, time, utc_offset_min, moment FROM check_in ORDER BY id") == [
          "2026-11-23|07:00:00|0|morning", "2026-11-23|21:30:00|-300|later",
          "2026-11-25|06:45:00|345|morning",
        ])
      #expect(
        try desk.rows("SELECT day, leg_pain, evening_leg_pain FROM day ORDER BY day")
          == ["2026-11-23|2|5", "2026-11-24|NULL|NULL", "2026-11-25|3|NULL"])
      #expect(
        desk.results("list", "--format", "csv").split(separator: "\r\n").dropFirst().map {
          $0.split(separator: ",").prefix(2).joined(separator: " ")
        } == ["2026-11-25 06:45", "2026-11-23 21:30", "2026-11-23 07:00"])
    }
  }

  @Test func `The built program lives in the zone of its environment`() throws {
    var binary = try BuiltBinary()
    binary.variables["TZ"] = "Asia/Kathmandu"
    #expect(try binary.run(["pain", "4"]).status == 0)
    let stored = try binary.run(["sql", "SELECT utc_offset_min FROM check_in", "--json"])
    #expect(stored.output.contains("\"utc_offset_min\":345"))
  }
}

/// Moves this process to another zone.
private func setZone(_ name: String) {
  setenv("TZ", name, 1)
  tzset()
}

/// The moment of an instant that is written in UTC.
private func moment(_ instant: String) -> LocalMoment {
  let seconds = try? Date(instant, strategy: .iso8601).timeIntervalSince1970
  return LocalMoment(at: Int(seconds ?? 0))
}

private func offset(_ day: String, _ hour: Int, _ minute: Int = 0) -> Int? {
  Day(day).flatMap { LocalMoment.utcOffset(on: $0, at: hour * 3600 + minute * 60) }
}

private func expectMoment(
  _ instant: String, _ day: String, _ time: String, _ offset: Int,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let moment = moment(instant)
  #expect(moment.day == Day(day), sourceLocation: sourceLocation)
  #expect(moment.timeOfDay?.description == time, sourceLocation: sourceLocation)
  #expect(moment.utcOffsetMinutes == offset, sourceLocation: sourceLocation)
}
