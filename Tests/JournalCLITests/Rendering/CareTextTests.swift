import Testing
import WrittenValues

@testable import JournalCLI
@testable import JournalStore
@testable import Presentation

@Suite struct CareTextTests {
  private let backups = BackupListText(
    rows: BackupPurpose.allCases.enumerated().map { number, purpose in
      BackupListText.Row(
        backup: Backup(
          in: "/backups", madeAt: 1_764_224_013 - number * 86_400, purpose: purpose,
          origin: "0a1b2c3d"),
        contents: nil, made: "2025-11-27 07:13", ageInDays: number)
    })

  private let findings = FindingsText(
    Finding.Subject.allCases.map {
      Finding(
        $0, .wrong, "something is the matter with it, in many words that do not fit on one line",
        advice: "put it right with a command that has a name of some length")
    })

  @Test(arguments: [60, 80, 120])
  func `Lists of backups and findings keep to the width`(width: Int) {
    let layout = TextLayout(width: width)
    for text in [backups.text(layout), findings.text(layout)] {
      #expect(text.split(separator: "\n").allSatisfy { DisplayText.width(String($0)) <= width })
    }
  }

  @Test func `Ages are in words a person would use`() {
    let lines = backups.text(TextLayout(width: 120)).split(separator: "\n")
    for (line, age) in zip(lines.dropFirst(2), ["today", "yesterday", "2 days", "3 days"]) {
      #expect(line.contains(" \(age) "))
    }
  }

  @Test func `The rows of every format are as many as there are`() {
    #expect(backups.csv.rows.count == BackupPurpose.allCases.count)
    #expect(backups.csv.rows.allSatisfy { $0.count == backups.csv.header.count })
    #expect(findings.csv.rows.count == Finding.Subject.allCases.count)
    #expect(backups.markdown.contains("| made"))
  }

  @Test func `Losses are told by table`() {
    let tables = [
      JournalRepair.Table(name: "check_in", recovered: 1, lost: 0),
      JournalRepair.Table(name: "run", recovered: 40, lost: 3),
    ]
    #expect(RecoveryText.told(tables) == "Read 41 rows. Lost, as far as is known: 3 of run.\n")
    #expect(
      RecoveryText.told([tables[0]]) == "Read 1 row; no row is known to be lost.\n")
  }
}
