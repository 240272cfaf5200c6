import CivilDay
import Foundation
import Platform
import Testing

@testable import JournalCLI
@testable import Presentation

/// The page about a period for a clinician.
@Suite struct ClinicianPageTests {
  private let desk: Desk
  /// Today, Monday 23 November 2026.
  private let today = Desk.monday.day

  init() throws {
    desk = try Desk()
  }

  private func page(_ options: String...) -> String {
    desk.results(["report", "--html", "-", "--for", "clinician"] + options)
  }

  /// The texts of one name in the lists of facts.
  private func facts(_ name: String, in page: String) -> [String] {
    page.components(separatedBy: "<dt>\(name)</dt><dd>").dropFirst().map {
      $0.components(separatedBy: "</dd>")[0]
    }
  }

  /// Rates the leg on each of the last days, today excluded.
  private func rate(_ days: Int, _ pain: (Int) -> Int) {
    for number in 0..<days {
      desk.results(
        "pain", "\(pain(number))", "--morning", "--on", (today - days + number).description)
    }
  }

  // MARK: Head

  @Test func `It bears the name only if that is set, the period and the day`() throws {
    rate(20) { _ in 3 }
    let dates = "3 Nov 2026 to 22 Nov 2026 · made on 23 Nov 2026"
    #expect(page().contains("<p>\(dates)</p>"))
    desk.results("config", "name", "Ana Example")
    #expect(page().contains("<p>Ana Example · \(dates)</p>"))
    // The runner's own page needs no name.
    #expect(!desk.results("report", "--html", "-").contains("Ana Example"))
    #expect(!page().contains("nerve "))
  }

  @Test func `Unless told otherwise it is about the last ninety days recorded`() throws {
    for number in [0, 10, 11, 100] {
      desk.results("pain", "3", "--on", (today - 5 - number).description)
    }
    // The diary ended five days ago: 90 days up to then.
    let last = today - 5
    #expect(
      page().contains("\((last - 89).dateText) to \(last.dateText) · made on"))
    #expect(page().contains("leg pain rated on 3 of 90 days"))
    #expect(page().contains("<h2>At the end of the diary, \(last.dateText)</h2>"))
    #expect(page().contains("The diary ends 5 days before this page was made."))
    #expect(page("--from", "2026-01-01").contains("leg pain rated on 4 of 101 days"))
    let early = (today - 16).description
    // The first of these days is the oldest of the four.
    #expect(page("--to", early).contains("leg pain rated on 2 of 90 days"))
    #expect(page("--from", early, "--to", early).contains("leg pain rated on 1 of 1 day."))
    #expect(page("--from", "2026-11-22").contains("Nothing is recorded in this period."))
  }

  // MARK: Red flags

  @Test func `The box tells yes with its dates, no and never answered apart`() throws {
    rate(20) { _ in 3 }
    desk.results("pain", "3", "--no-saddle", "--on", "2026-11-10", "--yes")
    desk.results("pain", "3", "--saddle", "--on", "2026-11-20", "--yes")
    desk.results("pain", "3", "--side", "left", "--on", "2026-11-21")
    let page = page()
    #expect(page.contains("<div class=\"box urgent\">"))
    #expect(
      facts("YES", in: page) == [
        "saddle numbness or tingling on 1 of 2 days answered: 20 Nov 2026"
      ])
    #expect(facts("emergency card", in: page) == ["shown on 1 day: 20 Nov 2026"])
    #expect(facts("no", in: page) == ["both legs (1 day answered)"])
    #expect(
      facts("never answered", in: page) == [
        "bladder or bowel trouble; weakness"
      ])
    #expect(
      facts("never asked", in: page) == [
        "sexual function, gait, severity of weakness, fever, weight loss, cancer, injury, "
          + "steroids, night pain"
      ])
  }

  @Test func `A yes before the period is not lost`() throws {
    rate(20) { _ in 3 }
    desk.results("pain", "3", "--saddle", "--on", (today - 200).description, "--yes")
    let page = page()
    #expect(page.contains("<div class=\"box urgent\">"))
    #expect(
      facts("YES", in: page) == [
        "none, but no question about them was answered in this period"
      ])
    #expect(
      facts("YES earlier", in: page) == [
        "saddle numbness or tingling (1 day, last \((today - 200).dateText))"
      ])
    #expect(facts("not answered", in: page) == ["saddle numbness or tingling"])
  }

  // MARK: State and change

  @Test func `The present state is one line of what is recorded`() throws {
    rate(28) { $0 < 21 ? 6 : 3 }
    desk.results(
      "pain", "7", "left", "calf", "--evening", "--tingling", "--no-numbness", "--sleep", "6.5",
      "--on", "2026-11-18")
    let page = page()
    // By hand: 7 days of 3; of 28 days 21 of 6 and 7 of 3, so 5.25.
    #expect(
      page.contains(
        "<p>Left leg; down to the calf; leg pain in the last 7 days: mean 3.0, worst 7 (7 rated), "
          + "in the last 28 days: mean 5.2, worst 7 (28 rated); tingling on 1 of 1 day "
          + "answered; numbness on 0 of 1 day answered; sleep 6.5 h a day. "
          + "Not recorded in the last 28 days: weakness, sitting.</p>"))
    #expect(page.contains("<h2>Now</h2>"))
  }

  /// The days, and what the columns of the change are called.
  @Test(arguments: [
    (13, nil), (14, "first week"), (27, "first week"), (28, "first two weeks"),
    (55, "first two weeks"), (56, "first four weeks"), (90, "first four weeks"),
  ])
  func `Beginning and end are compared from two weeks on`(days: Int, column: String?) throws {
    rate(days) { _ in 4 }
    let page = page()
    #expect(page.contains("from two weeks on") == (column == nil))
    #expect(page.contains("Ostelo 2008") == (column != nil))
    if let column { #expect(page.contains("<th scope=\"col\">\(column)</th>")) }
  }

  @Test func `A change is set against a meaningful one`() throws {
    for number in 0..<60 {
      let date = (today - 60 + number).description
      let pain = number < 30 ? 6 : 3
      desk.results("pain", "\(pain)", "--back", "2", "--morning", "--on", date)
    }
    let page = page()
    // By hand: 6.0 to 3.0 are three points.
    #expect(
      page.contains(
        "<td>6.0 (28 days)</td><td>3.0 (28 days)</td><td>-3.0 (-50 %): meaningful, better</td>"))
    #expect(page.contains("<td>0.0 (0 %): not meaningful</td>"))
    // What nobody recorded has no row.
    #expect(!page.contains("Farthest reach"))
  }

  @Test func `Few ratings are not compared`() throws {
    rate(4) { _ in 4 }
    desk.results("pain", "4", "--on", (today - 28).description)
    #expect(page().contains("too few ratings"))
  }

  // MARK: Running and treatment

  @Test func `Running, exercises and medication are counted in the period`() throws {
    rate(28) { _ in 3 }
    desk.results("run", "7km", "--on", "2026-11-10")
    desk.results("run", "9km", "--on", "2026-11-12")
    desk.results("run", "30km", "--on", "2026-06-01", "--yes")
    desk.results("stretch", "piriformis", "3x30s", "--on", "2026-11-10")
    desk.results("stretch", "piriformis", "3x30s", "--on", "2026-11-10", "--yes")
    desk.results("stretch", "calf", "3x30s", "--on", "2026-06-01")
    desk.results("pain", "3", "--medication", "ibuprofen", "--on", "2026-11-12", "--yes")
    let page = page("--from", "2026-10-26")
    // 16 km in 28 days.
    #expect(
      facts("running", in: page) == [
        "2 runs; 4.0 km a week; longest run 9.0 km, 12 Nov 2026"
      ])
    #expect(facts("exercises", in: page) == ["piriformis (1 day)"])
    #expect(facts("medication", in: page) == ["ibuprofen (1 day)"])
    #expect(facts("flare-ups", in: page) == ["none declared"])
    #expect(facts("guidance", in: page) == ["none recorded"])
  }

  @Test func `Guidance binds only the runs after it`() throws {
    rate(28) { _ in 3 }
    desk.results("run", "9km", "--on", "2026-11-10", "--start", "07:00")
    desk.results(
      "guidance", "add", "short runs only", "--by", "Ms Bell", "--on", "2026-11-10", "--time",
      "12:00", "--limit", "5km")
    #expect(
      facts("guidance", in: page()) == [
        "10 Nov 2026, Ms Bell: short runs only (runs up to 5.0 km; no run since)"
      ])
    desk.results("run", "5km", "--on", "2026-11-12")
    #expect(facts("guidance", in: page())[0].hasSuffix("kept in the one run since)"))
    desk.results("run", "9km", "--on", "2026-11-10", "--start", "18:00", "--yes")
    desk.results("run", "8km", "--on", "2026-11-14")
    #expect(
      facts("guidance", in: page())[0].hasSuffix(
        "broken by 2 of 3 runs since: 10 Nov 2026, 14 Nov 2026)"))
    desk.results("run", "50:00", "--on", "2026-11-16")
    #expect(facts("guidance", in: page())[0].hasSuffix(", 1 run cannot be judged)"))
  }

  @Test func `The chart marks flare-ups, medication and guidance`() throws {
    rate(28) { 2 + $0 / 10 }
    desk.results("flare", "start", "--on", "2026-11-10")
    desk.results("guidance", "add", "no hills", "--on", "2026-11-12")
    desk.results("pain", "9", "--medication", "ibuprofen", "--on", "2026-11-12", "--yes")
    let page = page()
    #expect(page.contains("<title id=\"course-wide-title\">Leg pain week by week</title>"))
    let wide = page.components(separatedBy: "<div class=\"narrow\">")[0]
    func count(_ name: String) -> Int {
      wide.components(separatedBy: "class=\"\(name)\"").count - 1
    }
    #expect(count("flare") == 1)
    #expect(count("mark") == 3)
  }

  // MARK: Length

  /// A browser counts the sheets (`check-pages.sh`); this keeps what fills them short.
  @Test func `Long lists are cut to the latest, and long words as well`() throws {
    let words = String(repeating: "long words and ", count: 30)
    rate(30) { _ in 3 }
    for number in 10...21 {
      let date = "2026-11-\(number)"
      desk.results(
        "stretch", "exercise \(number) \(words.prefix(60))", "30s", "--new", "--on", date)
      desk.results("guidance", "add", words, "--by", words.prefix(100).description, "--on", date)
      desk.results("flare", "start", "--on", date, "--trigger", words)
      desk.results("flare", "end", "--on", date, "--peak", "8")
      desk.results(
        "pain", "5", "--on", date, "--medication", "\(number) \(words)", "--saddle", "--bladder",
        "--weakness", "--side", "both", "--yes")
    }
    let page = page()
    for name in ["exercises", "medication"] {
      #expect(facts(name, in: page)[0].hasSuffix(" and 8 more"), "\(name)")
    }
    #expect(facts("flare-ups", in: page)[0].hasSuffix(" and 9 more"))
    #expect(facts("guidance", in: page).count == 3)
    #expect(facts("guidance", in: page)[2] == "10 more, earlier")
    #expect(facts("YES", in: page).allSatisfy { $0.hasSuffix("21 Nov 2026 and 9 more") })
    #expect(facts("YES", in: page).count == 4)
    for text in page.components(separatedBy: "<dd>").dropFirst() {
      #expect((text.components(separatedBy: "</dd>").first ?? "").count < 460)
    }
  }
}
