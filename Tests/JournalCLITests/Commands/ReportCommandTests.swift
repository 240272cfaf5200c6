import CivilDay
import Foundation
import Platform
import Testing
@testable import JournalCLI
@testable import Presentation
@testable import WrittenValues

/// The pages about a month and a period.
@Suite struct ReportCommandTests {
  private func sample() throws -> (desk: Desk, path: String) {
    let desk = try Desk()
    let path = desk.folder["sample.sqlite"]
    desk.results("sample", path, "--years", "1", "--until", "2026-10-31", "--seed", "7")
    return (desk, path)
  }

  private func pages(_ desk: Desk, _ journal: [String] = []) -> [String] {
    [
      desk.results(["report", "--html", "-"] + journal),
      desk.results(["report", "--html", "-", "--for", "clinician"] + journal),
      desk.results(["month", "2026-10", "--format", "html"] + journal),
      desk.results(["months", "--format", "html"] + journal),
    ]
  }

  private func count(_ text: String, in page: String) -> Int {
    page.components(separatedBy: text).count - 1
  }

  @Test func `A page can be read by everybody`() throws {
    let (desk, path) = try sample()
    for page in pages(desk, ["--journal", path]) {
      #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
      #expect(count("<h1>", in: page) == 1)
      #expect(count("<title>", in: page) == 1)
      #expect(count("<main", in: page) == 1)
      #expect(page.contains("name=\"viewport\""))
      // Headings go down by one level.
      #expect(!page.contains("<h3"))
      let pictures = page.components(separatedBy: "<svg ").dropFirst()
      #expect(!pictures.isEmpty)
      for picture in pictures {
        #expect(picture.contains("role=\"img\""))
        #expect(picture.contains("<title id="))
        #expect(picture.contains("<desc id="))
      }
      // Names of parts of a page are there once each.
      let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
      #expect(Set(ids).count == ids.count)
      for label in page.matches(of: /aria-labelledby="([^"]+)"/) {
        #expect(label.1.split(separator: " ").allSatisfy { ids.contains(String($0)) })
      }
      #expect(count("<table>", in: page) == count("<caption>", in: page))
      #expect(!page.contains("<th>"))
      // A heading of a column that says nothing.
      #expect(!page.contains("\"></th>"))
      let opened = page.matches(
        of: /<(p|ul|li|dl|dt|dd|table|tr|td|th|div|figure|svg|main|h1|h2)[ >]/)
      let closed = page.matches(
        of: /<\/(p|ul|li|dl|dt|dd|table|tr|td|th|div|figure|svg|main|h1|h2)>/)
      #expect(opened.count == closed.count)
    }
  }

  @Test func `The pages of a period name no command`() throws {
    let (desk, path) = try sample()
    let empty = try Desk()
    empty.results("run", "5km", "--on", "2026-11-20")
    for pages in [pages(desk, ["--journal", path]), pages(empty)] {
      for page in pages.prefix(2) {
        #expect(!page.contains(#/nerve [a-z]/#))
        #expect(!page.contains(#/--[a-z]+ /#))
      }
    }
  }

  @Test func `Numbers about running begin with two weeks of days`() throws {
    let desk = try Desk()
    for day in 1...14 {
      let date = (Desk.monday.day - 15 + day).description
      desk.results("pain", "\(day % 3)", "--morning", "--on", date)
      desk.results("run", "\(day)km", "--on", date)
      let page = desk.results("report", "--html", "-")
      #expect(page.contains("begin with two weeks of days") == (day < 14), "\(day) days")
      #expect(page.contains("<h2>Days around a run</h2>") == (day == 14), "\(day) days")
    }
  }

  @Test func `A page needs nothing from anywhere`() throws {
    let (desk, path) = try sample()
    for page in pages(desk, ["--journal", path]) {
      for word in ["<script", "<link", "<img", "<iframe", "url(", "@import", "src=", "href="] {
        #expect(!page.contains(word), "\(word)")
      }
      let addresses = page.components(separatedBy: "http").count - 1
      // The name of the language of pictures, and the policy that nothing is loaded.
      let allowed =
        count("xmlns=\"http://www.w3.org/2000/svg\"", in: page) + count("http-equiv", in: page)
      #expect(addresses == allowed)
      #expect(page.contains("default-src 'none'"))
    }
  }

  /// WCAG 2.2: 4.5 to 1 for words, 3 to 1 for what is drawn.
  @Test func `Words and marks stand out from the ground, in the light and in the dark`() throws {
    func channel(_ value: Int) -> Double {
      let part = Double(value) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    func luminance(_ hex: String) -> Double {
      let number = Int(hex.dropFirst(), radix: 16) ?? 0
      return 0.2126 * channel(number >> 16) + 0.7152 * channel(number >> 8 & 255)
        + 0.0722 * channel(number & 255)
    }
    func contrast(_ first: String, _ second: String) -> Double {
      let (a, b) = (luminance(first) + 0.05, luminance(second) + 0.05)
      return max(a, b) / min(a, b)
    }
    let colours = Dictionary(uniqueKeysWithValues: Palette.pairs.map { ($0.role, $0) })
    let ground = try #require(colours["ground"])
    for (role, needed) in [("words", 4.5), ("quiet", 4.5), ("pain", 3), ("load", 3)] {
      let pair = try #require(colours[role])
      #expect(contrast(pair.light, ground.light) >= needed, "\(role) in the light")
      #expect(contrast(pair.dark, ground.dark) >= needed, "\(role) in the dark")
    }
  }

  @Test func `What somebody wrote is shown and never run`() throws {
    let desk = try Desk()
    let evil = "</td></svg></style><script>alert(1)</script><img src=x onerror=alert(2)>\"'&"
    desk.results("shoe", "add", evil, "--on", "2026-09-01")
    for number in 10...31 {
      let date = "2026-10-\(number)"
      desk.results(
        "pain", "\(number % 5)", "--morning", "--on", date, "--medication", evil, "--note", evil,
        "--reach", "calf")
      desk.results("run", "\(number % 7 + 3)km", "--shoe", evil, "--on", date, "--note", evil)
    }
    desk.results("flare", "start", "--on", "2026-10-20", "--trigger", evil, "--note", evil)
    desk.results("guidance", "add", evil, "--by", evil, "--on", "2026-10-11", "--limit", "5km")
    for page in pages(desk) {
      for part in ["<script", "<img", "onerror=alert(2)>\"", "</style><"] {
        #expect(!page.contains(part), "\(part)")
      }
      #expect(count("</style>", in: page) == 1)
    }
    #expect(pages(desk).map { $0.contains("&lt;script&gt;") } == [true, true, true, true])
    let clinician = pages(desk)[1]
    #expect(clinician.contains("broken by"))
    desk.results("config", "name", evil.prefix(100).description)
    #expect(pages(desk)[1].contains("<p>\(MarkupText.escaped("</td></svg>"))"))
  }

  @Test func `The thirds of the runs are those of dose`() throws {
    // One year is not enough for them.
    let desk = try Desk()
    let path = desk.folder["sample.sqlite"]
    desk.results("sample", path, "--until", "2026-10-31")
    let json = try ReadJSON(desk.results("dose", "--json", "--journal", path))
    let sentence = try #require(json["text"].string)
    #expect(json["bands"].array.count == 3)
    let page = desk.results("report", "--html", "-", "--journal", path)
    #expect(page.contains("<h2>Short, middle and long runs</h2>"))
    for band in json["bands"].array {
      let ends = ["load_from", "load_to"].map { NumberText.fixed(band[$0].number, 1) }
      let limits = [0, 1].map { NumberText.signed(band["ci95"][$0].number, 2) }
      let cells = [
        ends.joined(separator: " to "), "\(band["days"].int ?? 0)",
        NumberText.signed(band["points"].number, 2), limits.joined(separator: " to "),
      ]
      #expect(page.contains(cells.map { "<td>\($0)</td>" }.joined()))
    }
    #expect(page.contains("<p>\(sentence)</p>"))
  }

  @Test func `Without a clear effect the pages have no thirds`() throws {
    let desk = try Desk()
    for day in 1...9 {
      desk.results("pain", "\(day % 3)", "--on", "2026-10-0\(day)")
      desk.results("run", "\(day)km", "--on", "2026-10-0\(day)")
    }
    for page in pages(desk) { #expect(!page.contains("thirds")) }
  }

  /// The two other ways to the same numbers: of all days up to the end, with those of
  /// the period beside them.
  @Test(arguments: [("2025-12-01", "2026-08-31"), ("2025-11-01", "2026-10-31")])
  func `The numbers of a page are those of correlate and of SQL over the views`(
    from: String, to: String
  ) throws {
    let (desk, path) = try sample()
    let span = ["--from", from, "--to", to, "--journal", path]
    let page = desk.results(["report", "--html", "-"] + span)
    let json = try ReadJSON(desk.results(["correlate", "--json"] + span.dropFirst(2)))
    let alone = try ReadJSON(desk.results(["correlate", "--json"] + span))
    // A sample of one year begins in November.
    let isWhole = from == "2025-11-01"
    #expect(page.contains("points in these") == !isWhole)
    #expect(page.contains(alone["verdict"]["text"].string ?? "?"))
    let typical = try #require(json["typical_run"].number)
    #expect(page.contains("(\(NumberText.fixed(typical, 1)) km)"))
    #expect(page.contains(json["verdict"]["text"].string ?? "?"))
    var rows = 0
    for lag in json["lags"].array {
      guard let points = lag["adjusted"]["points_per_typical_run"].number,
        let low = lag["adjusted"]["ci95"][0].number, let high = lag["adjusted"]["ci95"][1].number,
        let r = lag["pearson"]["r"].number, let below = lag["pearson"]["ci95"][0].number,
        let above = lag["pearson"]["ci95"][1].number
      else { continue }
      rows += 1
      let cells = [
        NumberText.signed(points, 2),
        "\(NumberText.signed(low * typical, 2)) to \(NumberText.signed(high * typical, 2))",
        "\(lag["adjusted"]["pairs"].int ?? 0)",
        "\(NumberText.signed(r, 2)) (\(NumberText.signed(below, 2)) to \(NumberText.signed(above, 2)))",
        "\(lag["n"].int ?? 0)", NumberText.fixed(lag["pearson"]["effective_n"].number, 0),
      ]
      let mine = alone["lags"].array.first { $0["lag"].int == lag["lag"].int }?["adjusted"]
      let beside = mine.flatMap { mine in
        mine["slope"].number.map { slope in
          let limits = [0, 1].map { NumberText.signed((mine["ci95"][$0].number ?? 0) * typical, 2) }
          return "\(NumberText.signed(slope * typical, 2)) (\(limits.joined(separator: " to ")))"
        }
      }
      let all = cells + (isWhole ? [] : [beside ?? NumberText.unknown])
      #expect(
        page.contains(all.map { "<td>\($0)</td>" }.joined() + "</tr>"), "lag \(lag["lag"])")
    }
    #expect(rows == 14)
    let months = try JournalFile(path: path).rows(
      """
      SELECT substr(day, 1, 7), count(state), count(*), printf('%.0f', sum(distance_km)),
        printf('%.1f', avg(leg_pain)), sum(flare)
      FROM day WHERE day BETWEEN '\(from)' AND '\(to)' GROUP BY 1 ORDER BY 1
      """)
    let thirds = try ReadJSON(desk.results(["dose", "--json"] + span.dropFirst(2)))["bands"].array
      .count
    #expect(
      count("<tr>", in: page) == 1 + rows + (thirds == 0 ? 0 : 1 + thirds) + 1 + months.count)
    for month in months {
      let cells = month.split(separator: "|").map(String.init)
      #expect(
        page.contains(
          "<td>\(cells[1]) of \(cells[2])</td><td>\(cells[3])</td><td>\(cells[4])</td>"
            + "<td>\(cells[5])</td>"), "\(month)")
    }
  }

  @Test func `A page is written for its owner alone and nothing without a journal`() throws {
    let desk = try Desk()
    let file = desk.folder["page.html"]
    #expect(desk.nerve("report", "--html", file).status == 1)
    #expect(!FileManager.default.fileExists(atPath: file))
    desk.results("pain", "4")
    #expect(desk.results("report", "--html", file) == "Page saved as \(file)\n")
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(desk.results("report", "--html", file, "--quiet").isEmpty)
  }
}
