import Testing
import JournalModel

@testable import JournalStore

@Suite struct JournalErrorTests {
  @Test(
    arguments: [
      .noJournal(path: "/a/b"), .cannotOpen(path: "/a/b", reason: "it is a folder"),
      .notAJournal(path: "/a/b"), .newer(path: "/a/b", found: 9, supported: 5),
      .logWithoutJournal(path: "/a/b", log: "/a/b-wal"),
      .foreignLog(path: "/a/b", log: "/a/b-wal"), .damaged(path: "/a/b"), .busy(path: "/a/b"),
      .damagedBackup(path: "/a/b"), .isOpen(path: "/a/b"),
      .readOnly(path: "/a/b"), .diskFull(path: "/a/b"),
      .backupFailed(path: "/a/b", reason: "permission denied"),
      .migrationFailed(name: "0006_x", reason: "no such table: y"),
      .invalid(FieldProblem("day", "is missing")), .invalid(FieldProblem(nil, "It is wrong")),
      .nameTaken(table: .footwear), .flareUpLasts(since: "2026-01-01"), .noFlareUpLasts,
      .nothingToUndo, .noImport(number: 3), .nothingToRedo, .writtenSince(undone: 5),
      .noAction(number: 7),
      .undoneAlready(action: 3), .notUndone(action: 3),
      .noFlareUpEnded, .noEntry(table: .guidance, id: 3), .daysHaveRuns(days: ["2026-01-01"]),
      .daysHaveRuns(days: ["2026-01-01", "2026-01-02"]),
      .daysHaveRuns(days: (1...9).map { "2026-01-0\($0)" }), .shoeIsRetired(since: "2026-01-01"),
      .shoeIsNotRetired,
    ] as [JournalError])
  func `An error is a sentence or two on one line, and names what it is about`(
    _ error: JournalError
  ) {
    let text = error.description
    #expect(text.first?.isUppercase == true || text.hasPrefix("day"))
    #expect(text.hasSuffix(".") || text.contains(": nerve "))
    #expect(!text.contains("\n"))
    #expect(!text.contains("Optional("))
    #expect(text.split(separator: ". ").count <= 2)
    switch error {
    case .noJournal(let path), .cannotOpen(let path, _), .notAJournal(let path),
      .newer(let path, _, _), .damaged(let path), .busy(let path), .readOnly(let path),
      .diskFull(let path), .backupFailed(let path, _), .logWithoutJournal(let path, _),
      .foreignLog(let path, _), .damagedBackup(let path), .isOpen(let path):
      #expect(text.contains(path))
    case .migrationFailed(let name, let reason):
      #expect(text.contains(name) && text.contains(reason))
    default: break
    }
  }
}
