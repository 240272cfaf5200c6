import Foundation
import Testing

@testable import JournalCLI

/// `nerve correlate --csv FILE --json` against the reference's verdicts.
@Suite struct VerdictReferenceTests {
  private func answer(_ fixture: DiaryFixture) throws -> ReadJSON {
    let desk = try Desk()
    let file = try desk.folder.write(fixture.csv, to: "days.csv")
    let limit = fixture.json["limit"].number ?? 0.5
    return try ReadJSON(
      desk.results([
        "correlate", "--csv", file, "--timing", fixture.json["timing"].string ?? "morning",
        "--limit", "\(limit)", "--json",
      ]))
  }

  @Test(arguments: DiaryFixture.withVerdict)
  func `The verdict of a simulated diary equals the reference`(fixture: DiaryFixture) throws {
    let (answer, expected) = (try answer(fixture), fixture.json["expected"]["verdict"])
    let verdict = answer["verdict"]
    for key in ["kind", "reason", "more_days", "since", "all_days_kind"] {
      #expect(verdict[key] == expected[key], "\(key)")
    }
    #expect(verdict["lags"].array == expected["lags"].array)
    for key in ["direction", "pairs_needed", "more_pain_bands", "less_pain_bands"]
    where !expected[key].isNull {
      #expect(verdict[key] == expected[key], "\(key)")
    }
    for key in ["could_be_missed", "smallest_p", "share", "free_pairs"] {
      guard verdict["could_be_missed"].number != nil else { continue }
      expectClose(verdict[key], expected[key].number, key)
    }
    expectPart(verdict["earlier"], expected["earlier"], "the earlier part")
    #expect(answer["timing_doubtful"] == expected["timing_doubtful"])
    let recent = expected["last_365"]
    #expect(answer["last_365"].isNull == recent.isNull)
    for (effect, expected) in zip(answer["last_365"].array, recent.array) {
      expectPart(effect, expected, "the last year")
    }
  }

  @Test(arguments: DiaryFixture.withVerdict)
  func `Both lines of a simulated diary equal the reference`(fixture: DiaryFixture) throws {
    let (answer, expected) = (try answer(fixture), fixture.json["expected"]["verdict"])
    // Later parts and two versions are compared in the library.
    guard expected["since"].int == 0, expected["main"].keys.count == 1,
      let version = expected["main"].keys.first
    else { return }
    #expect(answer["second_line_columns"] == expected["second_line"])
    for lag in answer["lags"].array {
      guard let number = lag["lag"].int, (1...3).contains(number) else { continue }
      for (line, key) in [("adjusted", "main"), ("second_line", "second")] {
        let (fit, reference) = (lag[line], expected[key][version]["\(number)"])
        #expect(fit.isNull == reference.isNull)
        expectPart(fit, reference, "\(line) at lag \(number)")
        for (name, key) in [
          ("t", "t"), ("share", "share"), ("partial_r", "r_partial"), ("controls", "q"),
          ("df", "df"),
        ] {
          expectClose(fit[name], reference[key].number, "\(name), \(line) at lag \(number)")
        }
      }
    }
  }

  @Test(arguments: DiaryFixture.withVerdict)
  func `What stands beside the verdict equals the reference`(fixture: DiaryFixture) throws {
    let (answer, expected) = (try answer(fixture), fixture.json["expected"])
    let (bands, test) = (answer["bands"], expected["bands"])
    #expect(bands.isNull == test.isNull)
    for key in ["q1", "q2", "wald", "p"] { expectClose(bands[key], test[key].number, key) }
    for (band, reference) in zip(bands["bands"].array, test["bands"].array) {
      #expect(band["band"] == reference["band"])
      #expect(band["runs"] == reference["runs"])
      expectClose(band["slope"], reference["b"].number, "points")
      expectClose(band["crosscheck_p"], reference["crosscheck_p"].number, "cross-check")
    }
    let (cost, habit) = (answer["habit_cost"], expected["habit_cost"])
    #expect(cost["pairs"] == habit["m"])
    expectClose(cost["points"], habit["points"].number, "habit cost")
    expectClose(cost["ci95"][0], habit["ci95"][0].number, "habit cost, lower")
    expectClose(cost["ci95"][1], habit["ci95"][1].number, "habit cost, upper")
    let (day, same) = (answer["same_day"], expected["same_day"])
    if same["reason"].isNull {
      expectPart(day["run"], same["run"], "same day, run")
      expectPart(day["load"], same["load"], "same day, load")
    } else {
      #expect(day.isNull)
    }
    let (missing, rates) = (answer["missing_after_runs"], expected["missing_after_runs"])
    for (key, reference) in [
      ("rate_after_runs", "rate_1"), ("rate_after_rest", "rate_0"), ("difference", "difference"),
      ("se", "se"),
    ] {
      expectClose(missing[key], rates[reference].number, key)
    }
  }

  /// Words that fit the kind, none of a cause, and none of a limit.
  @Test(arguments: DiaryFixture.withVerdict)
  func `The words are a sentence and at most four lines`(fixture: DiaryFixture) throws {
    let verdict = try answer(fixture)["verdict"]
    let sentence = try #require(verdict["text"].string)
    let lines = verdict["lines"].array.compactMap(\.string)
    #expect((1...4).contains(lines.count))
    let opening = try #require(
      [
        "worsens": "more leg pain", "less_pain_after": "less leg pain", "mixed": "and less",
        "depends_on_length": "depends on the length", "hint": "hint", "no_link_seen": "link seen",
        "unclear": "nclear", "not_enough_data": " yet: ",
      ][verdict["kind"].string ?? ""])
    #expect(sentence.contains(opening))
    #expect(!verdict["since_day"].isNull == sentence.hasPrefix("Since "))
    for text in [sentence] + lines {
      #expect(text.hasSuffix("."))
      for word in ["reliev", "worsen", "cause pain", "safe", "nan", "  "] {
        #expect(!text.contains(word), "\(text)")
      }
    }
  }

  @Test(arguments: [
    ("leg", "more leg pain"), ("back", "more back pain"), ("worst", "higher peaks of leg pain"),
    ("reach", "pain that reaches further down"),
  ])
  func `Every kind of pain has words of its own`(pain: String, words: String) throws {
    let desk = try Desk()
    let file = try desk.folder.write(try DiaryFixture.named("harm").csv, to: "days.csv")
    // The day's worst pain counts as rated in the evening.
    let timing = pain == "worst" ? "evening" : "morning"
    let json = try ReadJSON(
      desk.results("correlate", "--csv", file, "--pain", pain, "--timing", timing, "--json"))
    #expect(try #require(json["verdict"]["text"].string).contains(words))
  }

  private func expectPart(_ part: ReadJSON, _ expected: ReadJSON, _ name: String) {
    #expect(part["pairs"] == expected["m"], "pairs, \(name)")
    expectClose(part["slope"], expected["b"].number, "slope, \(name)")
    expectClose(part["se"], expected["se"].number, "se, \(name)")
    expectClose(part["p"], expected["p"].number, "p, \(name)")
    expectClose(part["ci95"][0], expected["ci95"][0].number, "lower, \(name)")
    expectClose(part["ci95"][1], expected["ci95"][1].number, "upper, \(name)")
  }
}
