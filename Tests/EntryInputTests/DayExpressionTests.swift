import CivilDay
import Testing

@testable import EntryInput

/// Thursday, 5 February 2026; weekdays were checked with Python's calendar.
let thursday = Day(daysSince1970: 20_489)

@Suite struct DayExpressionTests {
  @Test(arguments: [
    ("today", "2026-02-05"), ("TODAY", "2026-02-05"), ("  this   morning ", "2026-02-05"),
    ("tonight", "2026-02-05"), ("now", "2026-02-05"),
    ("yesterday", "2026-02-04"), ("yday", "2026-02-04"),
    ("thu", "2026-02-05"), ("Thursday", "2026-02-05"), ("last thu", "2026-01-29"),
    ("wed", "2026-02-04"), ("last wed", "2026-02-04"), ("fri", "2026-01-30"),
    ("last fri", "2026-01-30"), ("sun", "2026-02-01"), ("thurs", "2026-02-05"),
    ("-2d", "2026-02-03"), ("-0d", "2026-02-05"), ("-1w", "2026-01-29"), ("-2 days", "2026-02-03"),
    ("2d ago", "2026-02-03"), ("3 days ago", "2026-02-02"), ("1 day ago", "2026-02-04"),
    ("a week ago", "2026-01-29"), ("2 weeks ago", "2026-01-22"), ("-400d", "2025-01-01"),
    ("2026-02-03", "2026-02-03"), ("2026-2-3", "2026-02-03"), ("2026/02/03", "2026-02-03"),
    ("2026.02.03", "2026-02-03"), ("2024-02-29", "2024-02-29"), ("1900-01-01", "1900-01-01"),
    ("5 feb", "2026-02-05"), ("6 feb", "2025-02-06"), ("feb 3", "2026-02-03"),
    ("7 feb", "2025-02-07"), ("31 dec", "2025-12-31"), ("29 feb", "2024-02-29"),
    ("7 feb 2025", "2025-02-07"), ("Feb 7, 2025", "2025-02-07"), ("2025 feb 7", "2025-02-07"),
    ("7th february", "2025-02-07"), ("february 1st", "2026-02-01"), ("2nd of feb", "2026-02-02"),
    ("22nd Jan 2026", "2026-01-22"), ("3rd feb", "2026-02-03"), ("7. feb. 2025", "2025-02-07"),
    ("03-Feb-2026", "2026-02-03"), ("3feb", "2026-02-03"), ("1 sept", "2025-09-01"),
    ("mon 2 feb 2026", "2026-02-02"), ("Tue 2026-02-03", "2026-02-03"),
    ("sunday 1 february", "2026-02-01"),
  ])
  func `A day is understood in the ways people name one`(text: String, expected: String) throws {
    #expect(try DayExpression.parse(text, today: thursday).description == expected)
  }

  @Test(arguments: [
    ("", InputError.unknownDay), ("soon", .unknownDay), ("7", .unknownDay), ("7th", .unknownDay),
    ("2d", .unknownDay), ("-2", .unknownDay), ("-2m", .unknownDay), ("-d", .unknownDay),
    ("-9999999d", .unknownDay), ("-1.5d", .unknownDay), ("12:30", .unknownDay),
    ("2026", .unknownDay), ("feb feb 3", .unknownDay), ("3 feb 2026 x", .unknownDay),
    ("３ feb", .unknownDay), ("ago", .unknownDay), ("days ago", .unknownDay),
    ("m", .unknownDay), ("mo", .unknownDay), ("this mon", .unknownDay), ("next mon", .unknownDay),
    ("day 3 feb", .unknownDay), ("feb 123", .unknownDay), ("2026-02-003", .unknownDay),
    ("7 feb 19", .shortYear), ("feb 7 19", .shortYear), ("7.2.19", .shortYear),
    ("31.2.26", .noSuchDay), ("13/13/2026", .noSuchDay), ("11.20.2026", .noSuchDay),
    ("2026/20/01", .noSuchDay), ("13/13", .noSuchDay), ("32.1.", .noSuchDay),
    ("11/2026", .notOneDay), ("11.2026", .notOneDay), ("20/11-2026", .unknownDay),
    ("20261332", .unknownDay), ("1.2.3.4", .unknownDay), ("1.", .unknownDay), ("1..2", .unknownDay),
    ("jui 5", .unknownDay), ("lun mar 5 oct", .unknownDay),
    ("2026-02-30", .noSuchDay), ("2025-02-29", .noSuchDay), ("30 feb", .noSuchDay),
    ("0 feb", .noSuchDay), ("2026-13-01", .noSuchDay), ("31 apr 2025", .noSuchDay),
    ("tue 2 feb 2026", .wrongWeekday), ("fri 2026-02-03", .wrongWeekday),
    ("last week", .notOneDay), ("last month", .notOneDay), ("this week", .notOneDay),
    ("feb", .notOneDay), ("last feb", .notOneDay), ("feb 2025", .notOneDay),
    ("2026-02", .notOneDay), ("week", .notOneDay),
    ("0226-02-03", .tooLongAgo), ("1899-12-31", .tooLongAgo), ("-999999d", .tooLongAgo),
  ])
  func `What is not a day, or could be two, is refused`(text: String, error: InputError) {
    #expect(throws: error) { try DayExpression.parse(text, today: thursday) }
  }

  /// Dates of every order that can only be one day.
  @Test(arguments: [
    ("20.11.2025", "2025-11-20"), ("20/11/2025", "2025-11-20"), ("11/20/2025", "2025-11-20"),
    ("20-11-2025", "2025-11-20"), ("11-20-2025", "2025-11-20"), ("20.11.", "2025-11-20"),
    ("20.11", "2025-11-20"), ("11/20", "2025-11-20"), ("20/11", "2025-11-20"),
    ("20. 11. 2025", "2025-11-20"), ("2025. 11. 20.", "2025-11-20"), ("20251120", "2025-11-20"),
    ("20112025", "2025-11-20"), ("11202025", "2025-11-20"),
    ("05.11.2025", "2025-11-05"), ("5.11.", "2025-11-05"), ("3.2.", "2026-02-03"),
    ("6.2.", "2025-02-06"), ("29.2.", "2024-02-29"), ("2/2", "2026-02-02"),
    ("1/1/2026", "2026-01-01"), ("thu 20.11.2025", "2025-11-20"), ("Thu, 11/20/2025", "2025-11-20"),
    ("31/12/2025", "2025-12-31"),
    // Years of two digits, as far as they are recent.
    ("20.11.25", "2025-11-20"), ("11/20/25", "2025-11-20"), ("26-02-03", "2026-02-03"),
    ("20/11/25", "2025-11-20"), ("7 feb 25", "2025-02-07"), ("feb 7 25", "2025-02-07"),
    ("6.2.21", "2021-02-06"),
  ])
  func `A date that can only be one day is understood in any order`(
    text: String, expected: String
  ) throws {
    #expect(try DayExpression.parse(text, today: thursday).description == expected)
  }

  @Test(arguments: [
    ("3/4", "2025-04-03", "2025-03-04"), ("5/11/2025", "2025-11-05", "2025-05-11"),
    ("05-11-2025", "2025-11-05", "2025-05-11"), ("05112025", "2025-11-05", "2025-05-11"),
    ("3/4/25", "2025-04-03", "2025-03-04"), ("24/1/25", "2025-01-24", "2024-01-25"),
  ])
  func `A date that could be two days is refused with both`(
    text: String, one: String, other: String
  ) throws {
    let days = try (#require(Day(one)), #require(Day(other)))
    let error = #expect(throws: InputError.ambiguousDay(days.0, days.1)) {
      try DayExpression.parse(text, today: thursday)
    }
    let told = try #require(error).description
    #expect(told.hasPrefix("'\(text)' could be "))
    #expect(told.contains("use \(one) or \(other)."))
  }

  /// The months and weekdays of other languages.
  @Test(arguments: [
    ("mar. 5 oct. 2025", "2025-10-05"), ("mar 5 oct 2025", "2025-10-05"),
    ("mardi 5 août", "2025-08-05"), ("mar. 20.11.2025", "2025-11-20"),
    ("mar 5 2025", "2025-03-05"), ("5 mar 2025", "2025-03-05"), ("mar 5", "2025-03-05"),
    ("lun. 5 mai", "2025-05-05"), ("maa. 6 okt. 2025", "2025-10-06"), ("6 maart", "2025-03-06"),
    ("Do., 20. Nov. 2025", "2025-11-20"), ("20 dezember", "2025-12-20"), ("3 märz", "2025-03-03"),
    ("3 maerz", "2025-03-03"), ("27 janv. 2026", "2026-01-27"), ("1er février", "2026-02-01"),
    ("20 de noviembre de 2025", "2025-11-20"), ("jue 20 nov", "2025-11-20"),
    ("20 ago 2025", "2025-08-20"), ("20 set 2025", "2025-09-20"), ("gio 20 nov", "2025-11-20"),
    ("segunda-feira 3 nov", "2025-11-03"), ("20 out", "2025-10-20"), ("20 paź 2025", "2025-10-20"),
    ("20 paz 2025", "2025-10-20"), ("lör 20 sep", "2025-09-20"), ("juin 20", "2025-06-20"),
  ])
  func `A weekday of another language is no month`(text: String, expected: String) throws {
    #expect(try DayExpression.parse(text, today: thursday).description == expected)
  }

  @Test func `What cannot be read is quoted`() {
    for text in ["soon", "30 feb", "feb", "tue 2 feb 2026", "7 feb 19", "1899-12-31", "tomorrow"] {
      let error = #expect(throws: InputError.self) {
        try DayExpression.parse(text, today: thursday)
      }
      #expect(error?.description.contains("'\(text)'") == true)
    }
  }

  @Test(arguments: [
    ("tomorrow", "2026-02-06"), ("+1w", "2026-02-12"), ("2026-02-06", "2026-02-06"),
    ("7 feb 2026", "2026-02-07"),
  ])
  func `A day to come is refused unless it is asked for`(text: String, expected: String) throws {
    let day = try #require(Day(expected))
    #expect(throws: InputError.futureDay(day)) { try DayExpression.parse(text, today: thursday) }
    #expect(try DayExpression.parse(text, today: thursday, allowingFuture: true) == day)
  }

  @Test func `A weekday names one of the last seven days, today included`() throws {
    for offset in 0..<7 {
      let today = thursday + offset
      for name in CalendarNames.weekdays {
        let day = try DayExpression.parse(name, today: today)
        #expect((today - 6...today).contains(day))
        let last = try DayExpression.parse("last \(name)", today: today)
        #expect(last == (day == today ? day - 7 : day))
      }
    }
  }

  @Test(arguments: ["2100-03-01", "2104-02-28", "2104-02-29"])
  func `The 29th of February is found across a century without one`(today: String) throws {
    let today = try #require(Day(today))
    let expected = today.civil.day == 29 ? "2104-02-29" : "2096-02-29"
    #expect(try DayExpression.parse("29 feb", today: today).description == expected)
  }

  @Test func `Every day that is spoken is understood again`() throws {
    for day in (thursday - 800)...thursday {
      let text = day.relativeDescription(today: thursday)
      let date = text.split(separator: " (")[0]
      #expect(try DayExpression.parse(String(date), today: thursday) == day)
    }
  }

  @Test(arguments: [
    (0, "Thu 5 Feb 2026 (today)"), (-1, "Wed 4 Feb 2026 (yesterday)"),
    (-3, "Mon 2 Feb 2026 (3 days ago)"), (-14, "Thu 22 Jan 2026 (14 days ago)"),
    (-15, "Wed 21 Jan 2026"), (1, "Fri 6 Feb 2026 (tomorrow)"), (5, "Tue 10 Feb 2026 (in 5 days)"),
    (15, "Fri 20 Feb 2026"),
  ])
  func `A day is spoken with its weekday and how far off it is`(offset: Int, expected: String) {
    #expect((thursday + offset).relativeDescription(today: thursday) == expected)
  }
}

@Suite struct UpcomingDayTests {
  /// The day that is meant on Thursday, 5 February 2026, after that day.
  @Test(arguments: [
    ("fri", "2026-02-06"), ("wed", "2026-02-11"), ("thu", "2026-02-12"), ("7 feb", "2026-02-07"),
    ("4 feb", "2027-02-04"), ("1 mar", "2026-03-01"), ("sun 1 mar", "2026-03-01"),
    ("2026-03-01", "2026-03-01"), ("2025-03-01", "2025-03-01"), ("tomorrow", "2026-02-06"),
    ("+2w", "2026-02-19"), ("in 2 weeks", "2026-02-19"), ("2w", "2026-02-19"),
    ("10 days", "2026-02-15"), ("yesterday", "2026-02-04"),
  ])
  func `The next day of a name is meant`(text: String, expected: String) throws {
    let day = try DayExpression.parseUpcoming(text, today: thursday, after: thursday)
    #expect(day.description == expected)
  }

  @Test func `A name counts from the start, a distance from today`() throws {
    let start = thursday - 30
    func upcoming(_ text: String) throws -> String {
      try DayExpression.parseUpcoming(text, today: thursday, after: start).description
    }
    #expect(start.description == "2026-01-06")
    #expect(try upcoming("wed") == "2026-01-07")
    #expect(try upcoming("7 jan") == "2026-01-07")
    #expect(try upcoming("2w") == "2026-01-20")
    #expect(try upcoming("+2w") == "2026-02-19")
  }

  @Test(arguments: [
    ("x", InputError.unknownDay), ("", .unknownDay), ("march", .notOneDay),
    ("mon 1 mar", .wrongWeekday), ("1899-01-01", .tooLongAgo), ("in", .unknownDay),
    ("in x", .unknownDay),
  ])
  func `What is no day is refused`(text: String, error: InputError) {
    #expect(throws: error) {
      try DayExpression.parseUpcoming(text, today: thursday, after: thursday)
    }
  }
}

@Suite struct DayRangeExpressionTests {
  @Test(arguments: [
    ("2026-02-01..2026-02-03", "2026-02-01", "2026-02-03"),
    ("2026-02-01...2026-02-03", "2026-02-01", "2026-02-03"),
    ("mon..wed", "2026-02-02", "2026-02-04"), ("-3d .. yesterday", "2026-02-02", "2026-02-04"),
    ("1 feb..3 feb", "2026-02-01", "2026-02-03"), ("mon..", "2026-02-02", "2026-02-05"),
    ("yesterday", "2026-02-04", "2026-02-04"), ("-2d..-2d", "2026-02-03", "2026-02-03"),
    // The weekday before the end, where the latest one comes after it.
    ("fri..mon", "2026-01-30", "2026-02-02"), ("wed..tue", "2026-01-28", "2026-02-03"),
    ("thu..wed", "2026-01-29", "2026-02-04"), ("mon..sun", "2026-01-26", "2026-02-01"),
    ("1.2...3.2.", "2026-02-01", "2026-02-03"), ("1.2..3.2.", "2026-02-01", "2026-02-03"),
  ])
  func `A range has two ends, one end or one day`(text: String, first: String, last: String) throws
  {
    let range = try DayRangeExpression.parse(text, today: thursday)
    #expect(range.lowerBound.description == first)
    #expect(range.upperBound.description == last)
  }

  @Test(arguments: [
    ("..mon", InputError.openRange), ("..", .openRange), ("", .unknownDay),
    ("today..mon", .backwardsRange), ("mon..x", .unknownDay), ("x..mon", .unknownDay),
    ("5.2...3.2.", .backwardsRange), ("last week", .notOneDay),
  ])
  func `A range without a start or in the wrong order is refused`(
    text: String, error: InputError
  ) {
    #expect(throws: error) { try DayRangeExpression.parse(text, today: thursday) }
  }

  @Test func `A range into the future is refused unless it is asked for`() throws {
    #expect(throws: InputError.futureDay(thursday + 1)) {
      try DayRangeExpression.parse("today..tomorrow", today: thursday)
    }
    let range = try DayRangeExpression.parse(
      "today..tomorrow", today: thursday, allowingFuture: true)
    #expect(range == thursday...(thursday + 1))
  }
}

@Suite struct MonthExpressionTests {
  @Test(arguments: [
    ("2026-02", "2026-02"), ("2025-10", "2025-10"), ("2025/3", "2025-03"), ("feb", "2026-02"),
    ("mar", "2025-03"), ("OCT", "2025-10"), ("october 2025", "2025-10"), ("2024 oct", "2024-10"),
    ("oct, 2024", "2024-10"), ("this month", "2026-02"), ("last month", "2026-01"),
    ("sept.", "2025-09"), ("jan", "2026-01"),
  ])
  func `A month is understood in the ways people name one`(text: String, expected: String) throws {
    #expect(try MonthExpression.parse(text, today: thursday).description == expected)
  }

  @Test(arguments: [
    ("", InputError.unknownMonth), ("10", .unknownMonth), ("2026", .unknownMonth),
    ("2026-13", .unknownMonth), ("2026-00", .unknownMonth), ("octo ber", .unknownMonth),
    ("oct oct", .unknownMonth), ("10/2025", .unknownMonth), ("2025-10-01", .unknownMonth),
    ("oct 25", .shortYear), ("oct 2025 x", .unknownMonth), ("last year", .unknownMonth),
    ("1776-07", .tooLongAgo),
  ])
  func `What is not a month is refused`(text: String, error: InputError) {
    #expect(throws: error) { try MonthExpression.parse(text, today: thursday) }
  }

  @Test(arguments: [("2026-03", 3), ("march 2026", 3), ("next month", 3), ("2026-12", 12)])
  func `A month to come is refused`(text: String, number: Int) throws {
    let month = try #require(Month(year: 2026, number: number))
    #expect(throws: InputError.futureMonth(month)) {
      try MonthExpression.parse(text, today: thursday)
    }
  }
}
