package import JSONText
package import JournalStore
import WrittenValues

/// What an examination of a journal found, a line for each.
package struct FindingsText: Renderable {
  private let findings: [Finding]

  package init(_ findings: [Finding]) { self.findings = findings }

  private static let columns = [
    TableColumn("checked"), TableColumn("result"), TableColumn("finding", .left, .wrapped),
  ]

  private var cells: [[String]] {
    findings.map { finding in
      [
        finding.subject.rawValue, finding.verdict.rawValue,
        finding.text + (finding.advice.map { "; \($0)" } ?? ""),
      ]
    }
  }

  package func text(_ layout: TextLayout) -> String {
    TextTable(columns: Self.columns, rows: cells).text(layout)
  }

  package var json: JSON {
    [
      "sound": .bool(!findings.contains { $0.verdict == .wrong }),
      "findings": .array(
        findings.map { finding in
          [
            "checked": .string(finding.subject.rawValue),
            "result": .string(finding.verdict.rawValue), "finding": .string(finding.text),
            "advice": JSON(finding.advice),
          ]
        }),
    ]
  }

  package var csv: (header: [String], rows: [[String?]]) {
    (
      ["checked", "result", "finding", "advice"],
      findings.map { [$0.subject.rawValue, $0.verdict.rawValue, $0.text, $0.advice] }
    )
  }

  package var markdown: String { MarkdownTable(columns: Self.columns, rows: cells).text }
}
