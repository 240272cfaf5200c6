/// The results as Markdown tables and as CSV.
struct Report {
  let rows: [Row]

  var markdown: String {
    Chapter.allCases.filter { $0 != .curves }.compactMap { chapter in
      let rows = rows.filter { $0.chapter == chapter }
      guard let names = rows.first?.figures.map(\.name) else { return nil }
      var lines = [
        "### \(chapter.title)", "", chapter.caption, "",
        "| world | \(chapter.columns.length) | \(chapter.columns.count) | "
          + names.joined(separator: " | ") + " |",
        "|---|--:|--:|" + names.map { _ in "--:|" }.joined(),
      ]
      for row in rows {
        let cells = row.figures.map(\.text).joined(separator: " | ")
        lines.append("| \(row.subject.starredTitle) | \(row.length) | \(row.count) | \(cells) |")
      }
      return lines.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  /// One line per number; `days` are pairs in the chapters of trials.
  var csv: String {
    var lines = ["chapter,world,title,kind,days,diaries,measure,value,error"]
    for row in rows {
      let subject = row.subject
      for figure in row.figures {
        let values = [figure.value, figure.share?.error].map { $0.map(digits) ?? "" }
        lines.append(
          "\(row.chapter.rawValue),\(subject.name),\"\(subject.title)\",\(subject.kind),"
            + "\(row.length),\(row.count),\"\(figure.name)\",\(values[0]),\(values[1])")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Five decimals.
  private func digits(_ value: Double) -> String { "\((value * 1e5).rounded() / 1e5)" }
}
