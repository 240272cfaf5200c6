import CivilDay
import Testing

@testable import EntryInput

@Suite struct LineTests {
  @Test(arguments: [
    ("2026-11-23 06:52 pain 4", "2026-11-23T06:52:00", "pain 4"),
    ("2026-11-23 6:52 pain 4", "2026-11-23T06:52:00", "pain 4"),
    ("2026-11-23T06:52:10 pain 4", "2026-11-23T06:52:10", "pain 4"),
    ("2026-11-23T06:52:10.123+01:00 pain 4", "2026-11-23T06:52:10+01:00", "pain 4"),
    ("2026-11-23T05:52Z pain 4", "2026-11-23T05:52:00+00:00", "pain 4"),
    ("2026-11-23 06:52-0530 pain 4", "2026-11-23T06:52:00-05:30", "pain 4"),
    ("[2026-11-23 06:52] pain 4", "2026-11-23T06:52:00", "pain 4"),
    ("- 2026-11-23 06:52 - pain 4", "2026-11-23T06:52:00", "pain 4"),
    ("2026-11-23, 6:52 PM: pain 4", "2026-11-23T18:52:00", "pain 4"),
    ("23 Nov 2026 at 06:52 pain 4", "2026-11-23T06:52:00", "pain 4"),
    ("Nov 23, 2026 at 12:05 am pain 4", "2026-11-23T00:05:00", "pain 4"),
    ("23/11/2026, 06:52 pain 4", "2026-11-23T06:52:00", "pain 4"),
    ("23.11.2026 pain 4", "2026-11-23", "pain 4"),
    ("2026-11-23 pain 4", "2026-11-23", "pain 4"),
    ("2026-11-23 45:10 8km", "2026-11-23", "45:10 8km"),
    ("2026-11-23 1:02:33 10mi", "2026-11-23", "1:02:33 10mi"),
    ("2026-11-23 8.2km 45:10", "2026-11-23", "8.2km 45:10"),
    ("2026-11-23 yesterday 8.2km", "2026-11-23", "yesterday 8.2km"),
  ])
  func `A moment is read in many forms`(line: String, stamp: String, rest: String) throws {
    let read = try LineStamp.leading(line)
    #expect(read.stamp?.description == stamp)
    #expect(read.rest == rest)
  }

  @Test(arguments: [
    "pain 4", "8.2km 45:10", "yesterday 8.2km", "06:52 pain 4", "23 Nov pain 4", "mon pain 4",
    "2024 was worse", "- pain 4", "3x30s piriformis", "",
  ])
  func `Other lines have none`(line: String) throws {
    let read = try LineStamp.leading(line)
    #expect(read.stamp == nil)
    #expect(read.rest == line)
  }

  @Test(arguments: ["03/04/2026 pain 4", "2026-02-30 pain 4", "2026-11-23T25:00 pain 4"])
  func `A date with two meanings or none is an error`(line: String) {
    #expect(throws: InputError.self) { try LineStamp.leading(line) }
  }

  @Test(arguments: [
    ("run 8km --note \"felt good\"", ["run", "8km", "--note", "felt good"]),
    ("run --note \u{201C}felt \u{2013} so\u{201D}", ["run", "--note", "felt \u{2013} so"]),
    ("pain 4 --note='it's fine' left", ["pain", "4", "--note=it's fine", "left"]),
    ("don't run", ["don't", "run"]), ("'tis sore", ["'tis", "sore"]),
    ("\u{2014}on yesterday \u{2013}\u{2013}Note x", ["--on", "yesterday", "--note", "x"]),
    ("rest \u{2212}2d", ["rest", "-2d"]), ("rest mon\u{2026}wed", ["rest", "mon..wed"]),
    ("slept \u{2013} badly", ["slept", "\u{2013}", "badly"]), ("pain \"\"", ["pain", ""]),
  ])
  func `Words are split as a shell does it, whatever a keyboard corrects`(
    line: String, words: [String]
  ) throws {
    #expect(try LineWords.split(line) == words)
  }

  @Test func `An open quote is an error`() {
    #expect(throws: InputError.openLineQuote) { try LineWords.split("pain 4 --note \"sore") }
  }

  @Test func `Lines are cleaned of what cannot be seen`() {
    #expect(
      PhoneText.cleaned("\u{FEFF}\u{200E} 2026-11-23\u{202F}06:52\u{A0}\tpain  4 \r")
        == "2026-11-23 06:52 pain 4")
    #expect(
      PhoneText.folded("Pain 4 \u{2014}Note \u{201C}it\u{2019}s\u{201D}\u{2026}")
        == "pain 4 --note \"it's\"...")
  }

  @Test(arguments: [
    ("8.2km 45:10", true), ("45:10", true), ("50m", true), ("1h05 5:30/km", true),
    ("8.2 km", true),
    ("8.2 45:10", true), ("8.2", false), ("4 left calf", false), ("3x30s", false),
    ("pain 4", false),
    ("900km", true), ("10k", true), ("", false),
  ])
  func `A run begins with a measure`(line: String, isRun: Bool) {
    #expect(RunWords.begin(line.split(separator: " ").map(String.init)) == isRun)
  }

  @Test(arguments: [
    ("8.2km 45:10 peg", "8.2km 45:10 --shoe peg"),
    ("8.2 km 45 min Hoka Clifton -e6", "8.2 km 45 min --shoe Hoka_Clifton -e6"),
    ("8.2km peg --shoe nike", "8.2km peg --shoe nike"), ("8.2km -e 6", "8.2km -e 6"),
    ("fast 8km", "fast 8km"),
  ])
  func `Words after the measures are the shoe`(line: String, words: String) {
    let expected = words.split(separator: " ").map { String($0).replacing("_", with: " ") }
    #expect(RunWords.withShoe(line.split(separator: " ").map(String.init)) == expected)
  }
}
