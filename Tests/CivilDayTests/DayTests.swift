import CivilDay
import Testing

@Suite struct DayTests {
  @Test(arguments: [
    ("1970-01-01", 0, 3), ("1969-12-31", -1, 2), ("2000-02-29", 11_016, 1),
    ("2024-02-29", 19_782, 3), ("2026-11-23", 20_780, 0), ("0001-01-01", -719_162, 0),
    ("9999-12-31", 2_932_896, 4),
  ])
  func `Day numbers and weekdays agree with Python's date.toordinal and weekday`(
    text: String, number: Int, weekday: Int
  ) throws {
    let day = try #require(Day(text))
    #expect(day.daysSince1970 == number)
    #expect(day.weekday == weekday)
    #expect(day.description == text)
  }

  @Test func `Every day of 800 years round-trips through text and follows its predecessor`() throws
  {
    var previous = try #require(Day("1599-12-31"))
    for number in (previous.daysSince1970 + 1)...(previous.daysSince1970 + 292_194) {
      let day = Day(daysSince1970: number)
      let civil = day.civil
      #expect(Day(year: civil.year, month: civil.month, day: civil.day) == day)
      #expect(day.weekday == (previous.weekday + 1) % 7)
      previous = day
    }
    #expect(previous.description == "2399-12-31")
  }

  @Test(arguments: [
    "", "2026-1-01", "2026-02-30", "2025-02-29", "1900-02-29", "2026-13-01", "2026-00-10",
    "2026-01-00", "0000-01-01", "2026/01/01", "+026-01-01", "2026-01-01 ", "２０２６-01-01",
    "2026-01-01T00",
  ])
  func `Text that is not a day of the calendar is refused`(text: String) {
    #expect(Day(text) == nil)
  }
}

@Suite struct MonthTests {
  @Test(arguments: [
    ("2024-02", "2024-02-01", "2024-02-29", "2024-01", "2024-03"),
    ("1900-02", "1900-02-01", "1900-02-28", "1900-01", "1900-03"),
    ("2026-12", "2026-12-01", "2026-12-31", "2026-11", "2027-01"),
    ("2026-04", "2026-04-01", "2026-04-30", "2026-03", "2026-05"),
  ])
  func `A month knows its days and its neighbours`(
    text: String, first: String, last: String, previous: String, next: String
  ) throws {
    let month = try #require(Month(text))
    #expect(month.firstDay.description == first)
    #expect(month.lastDay.description == last)
    #expect(month.previous.description == previous)
    #expect(month.next.description == next)
    #expect(month.previous < month)
  }

  @Test(arguments: ["2026-13", "2026-0", "26-01", "2026-01-01", "", "2026"])
  func `Text that is not a month is refused`(text: String) {
    #expect(Month(text) == nil)
  }
}
