import Foundation
import Testing
@testable import JournalCLI
@testable import WrittenValues

/// The page of `nerve months`, and how a page is asked for.
@Suite struct MonthsPageTests {
  private func sample() throws -> (desk: Desk, journal: [String]) {
    let desk = try Desk()
    let path = desk.folder["sample.sqlite"]
    desk.results("sample", path, "--years", "1", "--until", "2026-10-31", "--seed", "7")
    return (desk, ["--journal", path])
  }

  /// The rows of the first table of `page`, a cell after the other.
  private func rows(of page: String) -> [[String]] {
    page.matches(of: /<tr>(.*)<\/tr>/).map { row in
      row.1.matches(of: /<t[hd][^>]*>([^<]*)</).map { String($0.1) }
    }
  }

  @Test(arguments: ["km", "minutes", "srpe"])
  func `The page of the months holds what their CSV holds`(load: String) throws {
    let (desk, journal) = try sample()
    let options = ["months", "--load", load] + journal
    let page = desk.results(options + ["--format", "html"])
    let rows = rows(of: page)
    let csv = desk.results(options + ["--format", "csv"]).split(separator: "\r\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let names = csv[0]
    #expect(csv.count == 13)
    #expect(rows.count == csv.count)
    #expect(rows[0][5] == (load == "srpe" ? "effort x minutes" : load))
    for (cells, fields) in zip(rows, csv).dropFirst() {
      let value = Dictionary(uniqueKeysWithValues: zip(names, fields))
      func number(_ name: String) -> Double? { value[name].flatMap(Double.init) }
      let typical = try #require(number("typical_run"))
      let amount = ["km": "distance_km", "minutes": "minutes", "srpe": "load"][load] ?? ""
      let interval = [number("slope_ci95_lower"), number("slope_ci95_upper")].map {
        $0.map { NumberText.signed($0 * typical, 2) }
      }
      // Some months of the sample have too few pairs of days for a correlation.
      let isTold = (number("n") ?? 0) >= 14
      #expect(
        cells.dropFirst(2).map(Optional.some) == [
          NumberText.signed(number("slope").map { $0 * typical }, 2),
          interval[0].flatMap { low in interval[1].map { "\(low) to \($0)" } }
            ?? NumberText.unknown,
          "\(value["known_days"] ?? "") of \(value["days"] ?? "")",
          NumberText.fixed(number(amount), 0), NumberText.fixed(number("mean_leg_pain"), 1),
          value["flare_days"],
          isTold ? NumberText.signed(number("pearson_r"), 2) : NumberText.unknown, value["n"],
          NumberText.fixed(number("effective_n"), 0),
        ])
    }
    #expect(page.contains("12 months from Nov 2025 to Oct 2026."))
    #expect(page.contains("\(rows[0][5]) per month</text>"))
  }

  @Test func `A page is asked for by its format or its file`() throws {
    let (desk, journal) = try sample()
    for command in [["month", "2026-10"], ["months"]] {
      let options = command + journal
      let page = desk.results(options + ["--format", "html"])
      #expect(page.hasPrefix("<!DOCTYPE html>"))
      #expect(desk.results(options + ["--html", "-"]) == page)
      #expect(desk.results(options + ["--format", "HTML", "--html", "-"]) == page)
      let file = desk.folder["page.html"]
      #expect(desk.results(options + ["--html", file]) == "Page saved as \(file)\n")
      #expect(try String(contentsOfFile: file, encoding: .utf8) == page)
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      for wrong in [
        ["--format", "html", "--json"], ["--html", "-", "--plain"],
        ["--html", "-", "--format", "csv"], ["--format", "xml"],
      ] {
        #expect(desk.nerve(options + wrong).status == 64, "\(wrong)")
      }
    }
  }

  @Test func `Where there is no page, the formats are named without it`() throws {
    let desk = try Desk()
    desk.results("pain", "4")
    let transcript = desk.nerve("list", "--format", "html")
    #expect(transcript.status == 64)
    #expect(transcript.messages.contains("text (or table), json, csv, markdown or plain"))
  }

  @Test func `Months without a day are a page without a chart`() throws {
    let desk = try Desk()
    desk.results("guidance", "add", "no hills")
    let page = desk.results("months", "--format", "html")
    #expect(page.contains("<p>No month is recorded.</p>"))
    #expect(!page.contains("<svg"))
  }

  @Test func `A month of which nothing is known has no empty chart`() throws {
    let desk = try Desk()
    desk.results("run", "5km", "--on", "2026-08-15")
    desk.results("run", "5km", "--on", "2026-10-15")
    #expect(!desk.results("month", "2026-09", "--format", "html").contains("<svg"))
    #expect(desk.results("month", "2026-10", "--format", "html").contains("<svg"))
    // Nothing was rated, so that there is nothing around a run.
    #expect(!desk.results("report", "--html", "-").contains("Days around a run"))
  }

  /// By hand: 300 m and 450 m.
  @Test func `Ascent is added up where load is counted in it`() throws {
    let desk = try Desk()
    desk.results("run", "8km", "--ascent", "300", "--on", "2026-10-15")
    desk.results("run", "9km", "--ascent", "450", "--on", "2026-10-18")
    let page = desk.results("months", "--load", "ascent", "--format", "html")
    let cells = try #require(rows(of: page).last)
    #expect([cells[0], cells[4], cells[5]] == ["Oct 2026", "2 of 4", "750"])
  }
}
