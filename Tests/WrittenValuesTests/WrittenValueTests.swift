import Testing

import WrittenValues

/// Times, numbers and durations as services write them.
@Suite struct WrittenValueTests {
  /// 2021-01-27T13:57:47 by whatever clock.
  private static let afternoon = 1_611_755_867

  @Test(arguments: [
    "Jan 27, 2021, 1:57:47 PM", "Jan 27, 2021, 1:57:47\u{202F}PM", "27 Jan 2021, 13:57:47",
    "27.01.2021, 13:57:47", "27. Jan. 2021, 13:57:47", "27 janv. 2021 à 13:57:47",
    "27 ene 2021, 13:57:47", "27 ene. 2021, 1:57:47 p. m.", "27 gen 2021, 13:57:47",
    "27 jan 2021, 13:57:47", "27 de jan. de 2021, 13:57:47", "2021-01-27 13:57:47",
    "2021-01-27T13:57:47Z", "27/01/2021 13:57:47", "01/27/2021 13:57:47",
  ])
  func `A date is read in every way of writing it`(text: String) {
    #expect(WrittenTime.seconds(text) == Self.afternoon)
  }

  @Test func `Every month is known in seven languages`() {
    let months = [
      ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
      [
        "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.",
        "Dez.",
      ],
      [
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
        "déc.",
      ],
      ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"],
      ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"],
      ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
      [
        "jan.", "fev.", "mar.", "abr.", "mai.", "jun.", "jul.", "ago.", "set.", "out.", "nov.",
        "dez.",
      ],
    ]
    for names in months {
      let read = names.map { WrittenTime.seconds("9 \($0) 2026, 00:03:01") }
      #expect(read == names.indices.map { WrittenTime.seconds("2026-\($0 + 1)-9 00:03:01") })
      #expect(!read.contains(nil))
    }
  }

  @Test(arguments: [
    "", "yesterday", "2021-01-27", "13:57:47", "31.02.2021, 10:00", "27.01.2021, 25:00",
    "27.01.2021, 10:61", "1.1.1.1 10:00", "99999999999999999999-01-01 10:00",
  ])
  func `What is no date with a time is none`(text: String) {
    #expect(WrittenTime.seconds(text) == nil)
  }

  @Test func `Noon and midnight are told apart`() throws {
    let noon = try #require(WrittenTime.seconds("Oct 30, 2023, 12:00:00 PM"))
    #expect(noon % 86_400 == 43_200)
    #expect(WrittenTime.seconds("Oct 30, 2023, 12:00:00 AM") == noon - 43_200)
  }

  @Test func `Numbers are read with either mark`() {
    let numbers: [(String, Double?)] = [
      ("1,234.5", 1234.5), ("1.234,5", 1234.5), ("1 234,5", 1234.5), ("1’234.5", 1234.5),
      ("5,61", 5.61), ("5612.39990234375", 5612.39990234375), ("'-12", -12),
      ("1,234,567", 1_234_567),
      ("", nil), ("--", nil), ("nan", nil), ("inf", nil), ("1e999", nil), ("5 km", nil),
    ]
    for (text, value) in numbers { #expect(WrittenNumber.value(text) == value, "\(text)") }
    #expect(WrittenNumber.value("1,500", decimalMark: ".") == 1500)
    #expect(WrittenNumber.value("1,500", decimalMark: ",") == 1.5)
    #expect(WrittenNumber.positive("0.0") == nil)
  }

  @Test func `A decimal mark is proven by what cannot part thousands`() {
    let marks: [(String, Character?)] = [
      ("10.02", "."), ("10,02", ","), ("1,500", nil), ("1.234,5", ","), ("1,234,567", nil),
      ("7", nil),
    ]
    for (text, mark) in marks { #expect(WrittenNumber.provenMark(text) == mark, "\(text)") }
  }

  @Test func `Durations are read with and without hours`() {
    let durations: [(String, Double?)] = [
      ("1:02:33", 3753), ("00:35:20", 2120), ("26:42", 1602), ("00:05:48.7", 348.7),
      ("00:05:48,7", 348.7), ("1275.0", 1275), ("0:00", nil), ("--", nil), ("1:99", nil),
      ("1:2:3:4", nil), ("-1:00", nil),
    ]
    for (text, seconds) in durations {
      #expect(WrittenNumber.duration(text) == seconds, "\(text)")
    }
  }
}
