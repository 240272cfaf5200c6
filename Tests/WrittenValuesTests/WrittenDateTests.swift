import CivilDay
import Testing
import WrittenValues

/// Dates and clock times in texts.
@Suite struct WrittenDateTests {
  @Test(arguments: [
    "2016-05-23", "2016-5-23", "20160523", "2016/05/23", "23.05.2016", "23. 5. 2016", "5/23/2016",
    "23/5/2016", "23-05-2016", "23 May 2016", "May 23rd, 2016", "Mon, 23 May 2016", "23-May-16",
    "lun. 23 mai 2016", "2016年5月23日", "２０１６-０５-２３", "2016-05-23T07:12:00Z",
    "05/23/2016 7:12:00 AM", "23 maj 2016 07:12",
  ])
  func `A day is read in every way of writing it`(text: String) throws {
    #expect(try WrittenDate(text).day.description == "2016-05-23")
  }

  @Test func `A weekday is no month`() throws {
    #expect(try WrittenDate("mar. 5 oct. 2026").day.description == "2026-10-05")
    #expect(try WrittenDate("martedì 6 ottobre 2026").day.description == "2026-10-06")
    #expect(try WrittenDate("22nd Jan 2022").day.description == "2022-01-22")
  }

  @Test func `A date that can be two days needs an order`() throws {
    #expect(throws: WrittenDate.Problem.ambiguous) { try WrittenDate("10/5/2026") }
    #expect(throws: WrittenDate.Problem.ambiguous) { try WrittenDate("10-05-2026 07:12") }
    #expect(throws: WrittenDate.Problem.ambiguous) { try WrittenDate("10/5/26") }
    #expect(try WrittenDate("10/5/2026", order: .dayFirst).day.description == "2026-05-10")
    #expect(try WrittenDate("10/5/2026", order: .monthFirst).day.description == "2026-10-05")
    #expect(try WrittenDate("10/5/26", order: .monthFirst).day.description == "2026-10-05")
    #expect(try WrittenDate("26/10/5", order: .yearFirst).day.description == "2026-10-05")
    #expect(try WrittenDate("5/5/2026").day.description == "2026-05-05")
    #expect(try WrittenDate("5.10.2026", order: .monthFirst).day.description == "2026-10-05")
    #expect(throws: WrittenDate.Problem.unreadable) {
      try WrittenDate("10/25/2026", order: .dayFirst)
    }
  }

  @Test(arguments: [
    "", "yesterday", "31.02.2021", "2021-13-01", "07:12", "5", "Jan 2021", "13/13/2021",
    "0001-01-01", "9999-01-01", "1.2.3.4",
  ])
  func `What is no date is none`(text: String) {
    #expect(throws: WrittenDate.Problem.unreadable) { try WrittenDate(text) }
  }

  @Test(arguments: [
    ("07:12", 25_920), ("7:12:05", 25_925), ("7:12:05.750", 25_925), ("10:00 pm", 79_200),
    ("10:00\u{202F}PM", 79_200), ("12:00 AM", 0), ("12:30 PM", 45_000), ("1:57 p. m.", 50_220),
    ("10 pm", 79_200), ("午後 10:00", 79_200), ("오전 7:12", 25_920),
    ("2026-10-05T07:12:00.000+02:00", 25_920), ("20261005T071200Z", 25_920),
    ("5 Oct 2026 at 7:12 Uhr", 25_920), ("10/5/2026 7:12", 25_920),
  ])
  func `A clock time is read alone and beside a date`(text: String, second: Int) {
    let read =
      WrittenClock(text)?.secondOfDay
      ?? (try? WrittenDate(text, order: .monthFirst))?.secondOfDay
    #expect(read == second)
  }

  @Test(arguments: ["", "7", "25:00", "7:60", "7h", "yesterday", "7:12 5"])
  func `What is no clock time is none`(text: String) {
    #expect(WrittenClock(text) == nil)
  }

  private static let zones: [(String, WrittenDate.Zone)] = [
    ("2026-10-05T07:12:00Z", .offset(0)), ("2026-10-05 07:12 UTC", .offset(0)),
    ("2026-10-05T07:12:00+02:00", .offset(120)), ("2026-10-05 07:12:00 -0530", .offset(-330)),
    ("2026-10-05 07:12 GMT+2", .offset(120)), ("2026-10-05 07:12", .wall),
    ("2026-10-05 07:12 UTC+0200", .offset(120)),
  ]

  @Test func `The zone behind a time is read`() throws {
    for (text, zone) in Self.zones {
      let date = try WrittenDate(text)
      #expect(date.zone == zone, "\(text)")
      #expect(date.secondOfDay == 25_920, "\(text)")
      #expect(date.day.description == "2026-10-05", "\(text)")
    }
  }

  @Test func `One date above twelve proves the order of all`() {
    func proof(_ texts: [String]) -> DateOrderProof {
      var proof = DateOrderProof()
      for text in texts { proof.take(text) }
      return proof
    }
    #expect(proof(["10/5/2026 7:12", "10/25/2026 7:12"]).order == .monthFirst)
    #expect(proof(["25-10-2026", "11/3/2026"]).order == .dayFirst)
    #expect(proof(["10/5/2026", "11/3/2026"]).order == nil)
    #expect(proof(["10/5/2026"]).needsOrder)
    #expect(proof(["10/25/2026", "25/10/2026"]).order == nil)
    #expect(proof(["25.10.2026", "5/5/2026", "2026-10-05", "8.2", "a note of 10/25"]).order == nil)
    #expect(!proof(["25.10.2026", "5/5/2026", "2026-10-05"]).needsOrder)
  }
}

/// Lengths of time in words.
@Suite struct WrittenSpanTests {
  @Test(
    arguments: [
      ("7h 40min", 460), ("7h40", 460), ("7 h 40 m", 460), ("7.5 h", 450), ("7,5h", 450),
      ("7 Std. 40 Min.", 460), ("90 min", 90), ("30s", 0.5), ("1 hr 5 mins", 65),
      ("1 hour and 5 minutes", 65), ("45:10", 45 + 10.0 / 60), ("1:02:30", 62.5), ("PT1H5M", 65),
      ("PT90S", 1.5), ("45' 30\"", 45.5), ("0 min", 0), ("1h 2m 30s", 62.5),
    ] as [(String, Double)])
  func `A length of time is read`(text: String, minutes: Double) {
    #expect(WrittenSpan.minutes(text) == minutes)
  }

  @Test(arguments: ["", "7", "h", "7 km", "40min 7h", "7h 99min", "~7h", "7h ago", "-7h", "n/a"])
  func `What is no length of time is none`(text: String) {
    #expect(WrittenSpan.minutes(text) == nil)
  }
}
