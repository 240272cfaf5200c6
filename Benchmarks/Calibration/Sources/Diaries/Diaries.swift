import CivilDay
import Correlator
import Foundation

/// Prints the Correlator's answers for real people's diaries as a Markdown table.
///
/// Usage: `diaries FILE.csv…` with the header `date,load,pain`. A file whose name
/// ends in `soreness.csv` has ratings from 1, very sore, to 5, not at all; they are
/// converted to 10 to 0.
@main
enum Diaries {
  static func main() throws {
    print(
      "| diary | days | r at lag 1 | its 95 % interval | points after a typical session | verdict |"
    )
    print("|---|--:|--:|--:|--:|---|")
    for path in CommandLine.arguments.dropFirst() { print(try row(path)) }
  }

  static func row(_ path: String) throws -> String {
    let name = URL(filePath: path).deletingPathExtension().lastPathComponent
    let (load, pain) = try read(path, isSoreness: name.hasSuffix("soreness"))
    let analysis = analyse(load: load, pain: pain, lags: 1...3)
    let plain = analysis.lags[0].correlation.pearson
    let effect = analysis.lags[0].adjusted
    let typical = analysis.typicalRun ?? 0
    let points = effect.map {
      let interval = $0.estimate.ci95
      return "\(number($0.estimate.slope * typical)) (\(number(interval.lower * typical)) to "
        + "\(number(interval.upper * typical)))"
    }
    let verdict = analysis.verdict
    var answer = verdict.kind.rawValue.replacingOccurrences(of: "_", with: " ")
    if let reason = verdict.reason {
      answer += ": \(reason.rawValue.replacingOccurrences(of: "_", with: " "))"
    }
    if !verdict.lags.isEmpty {
      answer += ", lags \(verdict.lags.map(String.init).joined(separator: ", "))"
    }
    let interval = plain.ci95.map { "\(number($0.lower)) to \(number($0.upper))" }
    return "| \(name) | \(load.values.count) | \(plain.r.map(number) ?? "") | \(interval ?? "") | "
      + "\(points ?? "") | \(answer) |"
  }

  static func read(_ path: String, isSoreness: Bool) throws -> (DailySeries, DailySeries) {
    var values: [Day: (Double?, Double?)] = [:]
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
    for line in lines.dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count == 3, let day = Day(fields[0]) else { continue }
      let pain = Double(fields[2]).map { isSoreness ? (5 - $0) * 2.5 : $0 }
      values[day] = (Double(fields[1]), pain)
    }
    guard let first = values.keys.min(), let last = values.keys.max() else {
      return (
        DailySeries(firstDay: Day(daysSince1970: 0), values: []),
        DailySeries(firstDay: Day(daysSince1970: 0), values: [])
      )
    }
    let days = (first...last).map { values[$0] ?? (nil, nil) }
    return (
      DailySeries(firstDay: first, values: days.map(\.0)),
      DailySeries(firstDay: first, values: days.map(\.1))
    )
  }

  static func number(_ value: Double) -> String {
    let text = String(format: "%.2f", abs(value))
    return value < 0 && text != "0.00" ? "−\(text)" : text
  }
}
