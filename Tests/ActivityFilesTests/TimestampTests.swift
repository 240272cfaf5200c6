import Testing

@testable import ActivityFiles

@Suite struct TimestampTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0, nil), ("2015-12-28T08:19:20.525Z", 1_451_290_760.525, nil),
      ("2021-01-07T21:51:59.179+01:15", 1_610_051_819.179, 75),
      ("2016-01-01 00:00:00 -0500", 1_451_624_400, -300),
      ("2013-01-01T12:00:04", 1_357_041_604, nil),
      ("2015-12-11T15:43:13,5+01", 1_449_844_993.5, 60),
      ("2016-12-31T23:59:60Z", 1_483_228_800, nil),
    ] as [(String, Double, Int?)])
  func `A moment is read with its offset`(text: String, seconds: Double, offset: Int?) throws {
    let timestamp = try #require(Timestamp(text))
    #expect(abs(timestamp.utcSeconds - seconds) < 1e-6)
    #expect(timestamp.offsetMinutes == offset)
  }

  @Test(
    arguments: [
      ("2026-10-05 7:00:00\u{202F}AM +0200", 5, false), ("2026-10-05 7:00:00 pm +0200", 17, false),
      ("2026-10-05 12:00:00 AM +0200", -2, false),
      ("2026-10-05 12:00:00\u{A0}p.m. +0200", 10, false),
      ("2026-10-05 7:00:00 a. m. +0200", 5, false), ("2026-10-05T7:00:00.000 PMZ", 19, false),
      ("2026-10-05T07:00:00PM+02:00", 17, false), ("2026-10-05 19:00:00 PM +0200", 17, false),
      ("2026-10-05 오후 7:00:00 +0200", 17, false), ("2026-10-05 午前7:00:00 +0200", 5, false),
      ("2026-10-05 下午7:00:00 +0200", 17, false), ("2026-10-05 7:00:00 π.μ. +0200", 5, false),
      ("٢٠٢٦-١٠-٠٥ ٧:٠٠:٠٠ م +0200", 17, false), ("2026-10-05T07:00:00 UTC", 7, false),
      ("2026-10-05T07:00:00 GMT+2", nil, false), ("2026-10-05T07:00:00 GMT+02:00", 5, false),
      ("2026-10-05 07:00 +0200", 5, true), ("2026-10-05T7:00 PM", 19, true),
      ("2026-10-05t07:00:00,5z", 7, false), ("\u{200E}2026-10-05 07:00:00 +0200", 5, false),
    ] as [(String, Int?, Bool)])
  func `The clocks of phones are read`(text: String, hour: Int?, isToTheMinute: Bool) {
    let timestamp = Timestamp(text)
    #expect(
      timestamp.map { Int($0.utcSeconds.rounded(.down)) } == hour.map { 1_791_158_400 + $0 * 3600 })
    if hour != nil { #expect(timestamp?.start.isToTheMinute == isToTheMinute) }
  }

  @Test(arguments: [
    "", "now", "2026-10-05 13:00:00 XM", "2026-10-0507:00:00", "2015-12-28", "2015-13-28T08:19:20Z",
    "2015-12-28T25:00:00Z", "2015-12-28T08:61:00Z",
    "2015-12-28T08:19:20X", "2015-12-28T08:19:20+99:99", "2015-12-28T:::Z", "1969-12-31T23:59:59Z",
    "2015-12-28T-1:00:00Z",
  ])
  func `What is no moment is none`(text: String) {
    #expect(Timestamp(text) == nil)
  }
}
