import CivilDay
import Correlator
import Foundation

/// Prints the Correlator's answers for real people's diaries as a Markdown table.
///
/// Usage: `diaries FILE.csv…` with the header `date,load,pain`. A file whose name
/// ends in `soreness.csv` has ratings from 1, very sore, to 5, not at all; they are
/// converted to 10 to 0. Each diary is read twice: as rated in the morning, and as
/// rated nobody knows when.
@main
enum Diaries {
  static func main() throws {
    let columns = [
      "diary", "days", "plain *r* at lag 1", "load on a sorer day", "timing alarm",
      "points after a typical session, rated in the morning", "answer",
      "points, nobody knows when", "answer",
    ]
    print("| \(columns.joined(separator: " | ")) |")
    print("|---|--:|--:|--:|---|--:|---|--:|---|")
    for path in CommandLine.arguments.dropFirst() { print(try row(path)) }
  }

  static func row(_ path: String) throws -> String {
    let name = URL(filePath: path).deletingPathExtension().lastPathComponent
    let (load, pain) = try read(path, isSoreness: name.hasSuffix("soreness"))
    let morning = analyse(Diary(load: load, pain: pain, timing: .morning), lags: 1...3)
    let unknown = analyse(Diary(load: load, pain: pain, timing: .unknown), lags: 1...3)
    let plain = morning.lags[0].correlation.pearson
    let cells = [
      name, String(load.values.count), withInterval(plain.r, plain.ci95),
      reverseArrow(morning), morning.timingIsDoubtful ? "yes" : "",
      points(morning), answer(morning.verdict), points(unknown), answer(unknown.verdict),
    ]
    return "| \(cells.joined(separator: " | ")) |"
  }

  /// The change of the same day's load with each point of pain, in parts of a
  /// typical session.
  private static func reverseArrow(_ analysis: Analysis) -> String {
    guard let estimate = analysis.reverse[0].estimate, let typical = analysis.typicalRun else {
      return ""
    }
    let share = signed(100 * estimate.slope / typical, digits: 0)
    let p = estimate.p < 0.001 ? "< 0.001" : "= " + String(format: "%.3f", estimate.p)
    return "\(share.hasPrefix("−") ? "" : "+")\(share) % (*p* \(p))"
  }

  private static func points(_ analysis: Analysis) -> String {
    guard let effect = analysis.lags[0].adjusted, let typical = analysis.typicalRun else {
      return ""
    }
    let interval = effect.estimate.ci95
    return withInterval(
      effect.estimate.slope * typical,
      Interval(lower: interval.lower * typical, upper: interval.upper * typical))
  }

  private static func answer(_ verdict: Verdict) -> String {
    var answer = verdict.kind.rawValue.replacing("_", with: " ")
    if verdict.kind == .notEnoughData || verdict.kind == .hint {
      answer += ": \(verdict.reason.rawValue.replacing("_", with: " "))"
    }
    if let more = verdict.moreDays { answer += ", \(more) more days" }
    if !verdict.lags.isEmpty {
      let lags = verdict.lags.map(String.init).joined(separator: ", ")
      answer += ", lag\(verdict.lags.count > 1 ? "s" : "") \(lags)"
    }
    if let since = verdict.sinceDay { answer += ", since \(since)" }
    return answer
  }

  private static func read(_ path: String, isSoreness: Bool) throws -> (DailySeries, DailySeries) {
    var values: [Day: (load: Double?, pain: Double?)] = [:]
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
    for line in lines.dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count == 3, let day = Day(fields[0]) else { continue }
      let pain = Double(fields[2]).map { isSoreness ? (5 - $0) * 2.5 : $0 }
      values[day] = (Double(fields[1]), pain)
    }
    let first = values.keys.min() ?? Day(daysSince1970: 0)
    let days = values.keys.max().map { last in (first...last).map { values[$0] ?? (nil, nil) } }
    return (
      DailySeries(firstDay: first, values: days?.map(\.load) ?? []),
      DailySeries(firstDay: first, values: days?.map(\.pain) ?? [])
    )
  }

  private static func withInterval(_ value: Double?, _ interval: Interval?) -> String {
    guard let value else { return "" }
    guard let interval else { return signed(value) }
    return "\(signed(value)) (\(signed(interval.lower)) to \(signed(interval.upper)))"
  }

  private static func signed(_ value: Double, digits: Int = 2) -> String {
    let text = String(format: "%.\(digits)f", abs(value))
    return value < 0 && text.contains { "123456789".contains($0) } ? "−\(text)" : text
  }
}
