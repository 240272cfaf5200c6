import JournalMigrations
import Testing

@testable import JournalStore

@Suite struct StudyIDTests {
  /// The examples of FIPS 180-2, and one that fills a block but for its length.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmno"
        + "ijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    (
      String(repeating: "a", count: 55),
      "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"
    ),
  ])
  func `The digest is that of the standard`(message: String, digest: String) {
    let bytes = SHA256.digest(of: Array(message.utf8))
    #expect(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == digest)
  }

  @Test func `Copies of a journal share an id that does not contain their identity`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("one.sqlite")
    _ = try Journal(path: path, for: .writing(makingFolder: false))
    let one = try Journal(path: path, for: .studying)
    let id = try #require(try one.studyID())
    #expect(id.count == 32)
    let identity = try #require(try JournalStore.identity(of: one.connection))
    #expect(id != identity)
    try copyFile(at: path, toNew: folder.path("copy.sqlite"))
    let copy = try Journal(path: folder.path("copy.sqlite"), for: .studying)
    #expect(try copy.studyID() == id)
    let other = try Journal(path: folder.path("other.sqlite"), for: .writing(makingFolder: false))
    #expect(try other.studyID() != id)
  }

  @Test func `An older journal is read as if upgraded, and stays as it is`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("old.sqlite")
    for count in [1, 8, allMigrations.count - 1] {
      removeFile(at: path)
      _ = try Journal(
        path: path, for: .writing(makingFolder: false),
        migrations: Array(allMigrations.prefix(count)))
      let before = try folder.bytes("old.sqlite")
      do {
        let journal = try Journal(path: path, for: .studying)
        #expect(try journal.schemaVersion() == allMigrations.count)
        #expect(journal.migrationBackup == nil)
        _ = try journal.studyID()
      }
      #expect(try folder.bytes("old.sqlite") == before)
      #expect(try folder.names == ["old.sqlite"])
    }
  }

  @Test func `A journal without a view is refused instead of repaired`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("journal.sqlite")
    _ = try Journal(path: path, for: .writing(makingFolder: false))
    try Connection(path: path, access: .readWrite).execute(script: "DROP VIEW day")
    let before = try folder.bytes("journal.sqlite")
    #expect(throws: JournalError.incompleteSchema(path: path)) {
      _ = try Journal(path: path, for: .studying)
    }
    #expect(try folder.bytes("journal.sqlite") == before)
    #expect(throws: JournalError.noJournal(path: folder.path("none.sqlite"))) {
      _ = try Journal(path: folder.path("none.sqlite"), for: .studying)
    }
  }
}
