import Foundation
import Testing

@testable import JournalCLI

/// What a command's output may replace, and what it may not.
@Suite struct OutputFileTests {
  private static let photo: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + Array("JFIF\0".utf8)
  private static let prose = "Dear diary\ntoday, I ran\n\nand it hurt.\n"

  private func desk() throws -> Desk {
    try Desk.prepared { desk in
      desk.results("pain", "4", "--on", "2026-11-20", "--quiet")
      desk.results("run", "5km", "--on", "2026-11-21", "--quiet")
    }
  }

  private func bytes(_ path: String) -> Data? { FileManager.default.contents(atPath: path) }

  private func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  @Test(arguments: Writer.all)
  func `No output lands on a database, whatever it is called`(_ writer: Writer) throws {
    let desk = try desk()
    let folder = desk.folder
    let journal = folder["journal.sqlite"]
    desk.results("sample", folder["other.sqlite"], "--years", "1")
    try link(folder[writer.name("link")], to: "journal.sqlite")
    try FileManager.default.linkItem(atPath: journal, toPath: folder[writer.name("hard")])
    try FileManager.default.copyItem(atPath: journal, toPath: folder[writer.name("copy")])
    try link(folder[writer.name("log")], to: "journal.sqlite-wal")
    try FileManager.default.copyItem(
      atPath: folder["other.sqlite"], toPath: folder[writer.name("other")])
    let targets =
      ["link", "hard", "copy", "log", "other"].map { folder[writer.name($0)] }
      + ["", "-wal", "-shm", "-journal"].map { journal + $0 } + [folder["other.sqlite"]]
    let before = targets.map(bytes)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    for target in targets {
      for more in [[], ["--overwrite"]] {
        let transcript = desk.nerve(writer.words + [target] + more)
        #expect(transcript.status == 1 || transcript.status == 64, "\(target)")
        #expect(transcript.output.isEmpty)
        #expect(transcript.messages.hasPrefix("nerve: "), "\(target)")
      }
    }
    #expect(targets.map(bytes) == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == names.sorted())
    #expect(try desk.rows("PRAGMA integrity_check") == ["ok"])
  }

  @Test(arguments: Writer.all)
  func `A file of another kind is replaced only if that is asked for`(_ writer: Writer) throws {
    let desk = try desk()
    for contents in [Self.photo, Array(Self.prose.utf8)] {
      let path = try desk.folder.write(contents, to: writer.name("mine"))
      let refused = desk.nerve(writer.words + [path])
      #expect(refused.status == 1)
      #expect(refused.messages.contains("--overwrite"), "\(refused.messages)")
      #expect(bytes(path) == Data(contents))
      desk.results(writer.words + [path, "--overwrite"])
      #expect(bytes(path) != Data(contents))
    }
  }

  @Test(arguments: Writer.all)
  func `A file of one's own is made, filled and replaced, and nothing beside it`(
    _ writer: Writer
  ) throws {
    let desk = try desk()
    let path = desk.folder[writer.name("page")]
    for name in [writer.name("page") + ".new", ".\(writer.name("page"))~"] {
      try desk.folder.write("mine", to: name)
    }
    let others = try desk.folder.contents
    desk.results(writer.words + [path])
    let first = try #require(bytes(path))
    #expect(!first.isEmpty)
    #expect(try desk.folder.permissions(of: writer.name("page")) == 0o600)
    try desk.folder.write("", to: writer.name("page"))
    desk.results(writer.words + [path])
    #expect(bytes(path) == first)
    desk.results("pain", "9", "--on", "2026-11-22", "--quiet", "--yes")
    desk.results(writer.words + [path])
    #expect(bytes(path) != first)
    #expect(try desk.folder.permissions(of: writer.name("page")) == 0o600)
    #expect(try desk.folder.contents == (others + [writer.name("page")]).sorted())
    #expect(bytes(path + ".new") == Data("mine".utf8))
  }

  @Test(arguments: Writer.all)
  func `What a link stands for is written, and the link stays`(_ writer: Writer) throws {
    let desk = try desk()
    let (path, target) = (desk.folder[writer.name("link")], desk.folder[writer.name("target")])
    try link(path, to: writer.name("target"))
    // Once where there is none yet, once over it.
    for _ in 0..<2 { desk.results(writer.words + [path]) }
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: path) == writer.name("target"))
    #expect(bytes(target)?.isEmpty == false)
  }

  @Test(arguments: Writer.all)
  func `A name of another kind is refused, and a place where no file can be`(
    _ writer: Writer
  ) throws {
    let desk = try desk()
    try desk.folder.makeFolder("folder")
    try desk.folder.write("text", to: "file")
    try link(desk.folder[writer.name("circle")], to: writer.name("circle"))
    let before = try desk.folder.contents
    for name in ["photo.jpg", "page.sqlite", "page.xyz", "page.\(writer.ending).bak"] {
      let transcript = desk.nerve(writer.words + [desk.folder[name]])
      #expect(transcript.status == 64, "\(name)")
      #expect(transcript.messages.contains(/extension| end/), "\(transcript.messages)")
    }
    for name in [
      "missing/page", "missing/deep/page", "file/page", String(repeating: "n", count: 260),
      "circle",
    ] {
      let transcript = desk.nerve(writer.words + [desk.folder[writer.name(name)]])
      #expect(transcript.status == 1, "\(name)")
      #expect(transcript.messages.contains("Cannot write "), "\(transcript.messages)")
    }
    #expect(desk.nerve(writer.words + [""]).status == 64)
    #expect(desk.nerve(writer.words + [desk.folder["folder"] + "/"]).status != 0)
    #expect(try desk.folder.contents == before)
  }

  @Test(arguments: [
    ("csv", "json"), ("json", "ndjson"), ("html", "csv"), ("md", "html"), ("txt", "csv"),
    ("tsv", "text"),
  ])
  func `An ending that contradicts the format is refused, also with --overwrite`(
    _ ending: String, _ format: String
  ) throws {
    let desk = try desk()
    let path = try desk.folder.write("", to: "result.\(ending)")
    for more in [[], ["--overwrite"]] {
      let transcript = desk.nerve(["sql", "SELECT 1", "-o", path, "--format", format] + more)
      #expect(transcript.status == 64)
      #expect(transcript.messages.contains("does not match"))
    }
    #expect(bytes(path)?.isEmpty == true)
  }

  @Test func `A file without an ending takes the format that is named`() throws {
    let desk = try desk()
    let path = desk.folder["result"]
    #expect(desk.nerve("sql", "SELECT 1 AS a", "-o", path).messages.contains("no known extension"))
    desk.results("sql", "SELECT 1 AS a", "-o", path, "--format", "csv")
    #expect(bytes(path) == Data("a\r\n1\r\n".utf8))
  }

  @Test(arguments: ["--list", "--save=a", "--write", "--delete=a"])
  func `A file is for the answer to a question`(_ option: String) throws {
    let desk = try desk()
    let statement = ["--list", "--delete=a"].contains(option) ? [] : ["SELECT 1"]
    let path = desk.folder["a.csv"]
    #expect(desk.nerve(["sql", option, "-o", path] + statement).status == 64)
    #expect(bytes(path) == nil)
  }

  @Test func `What fails on its way leaves the file as it was`() throws {
    let desk = try desk()
    let path = desk.folder["numbers.csv"]
    desk.results("sql", "SELECT 1 AS a, 2 AS b", "-o", path)
    let before = bytes(path)
    let transcript = desk.nerve(
      "sql",
      """
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
      SELECT i, CASE WHEN i = 60000 THEN json('{') ELSE i END FROM n
      """, "-o", path)
    #expect(transcript.status == 1)
    #expect(bytes(path) == before)
    #expect(try desk.folder.contents == ["journal.sqlite", "numbers.csv"])
  }

  @Test func `An export in CSV is a whole new folder or none`() throws {
    let desk = try desk()
    let words = ["export", "--format", "csv", "-o"]
    let path = desk.folder["csv"]
    try desk.folder.makeFolder("csv")
    desk.results(words + [path])
    #expect(try desk.folder.permissions(of: "csv") == 0o700)
    let files = try FileManager.default.contentsOfDirectory(atPath: path)
    #expect(files.contains("export.csv") && files.count > 10)
    try desk.folder.write("mine", to: "csv/notes.txt")
    try desk.folder.makeFolder("full")
    try desk.folder.write("mine", to: "full/notes.txt")
    let before = try desk.folder.contents
    for name in ["csv", "full", "journal.sqlite", "missing/csv", "new.json"] {
      #expect([1, 64].contains(desk.nerve(words + [desk.folder[name]]).status), "\(name)")
    }
    #expect(desk.nerve("export", "-o", desk.folder["all.csv"]).messages.contains("-o FOLDER"))
    #expect(desk.nerve(words + ["-"]).status == 64)
    #expect(try desk.folder.contents == before)
  }

  @Test func `A completion script replaces no database, even if that is asked for`() throws {
    var desk = try desk()
    desk.variables["HOME"] = desk.folder["home"]
    desk.variables["SHELL"] = "fish"
    let place = "home/.config/fish/completions"
    try desk.folder.makeFolder(place)
    let script = "\(place)/nerve.fish"
    try desk.folder.copy(desk.folder["journal.sqlite"], to: script)
    let before = bytes(desk.folder[script])
    for words in [["--overwrite"], ["--force"], []] {
      #expect(desk.nerve(["completions", "install"] + words).status == 1)
    }
    #expect(bytes(desk.folder[script]) == before)
  }

  @Test func `A new journal is told, always and with its path`() throws {
    var desk = try Desk()
    desk.showsNewJournals = true
    let path = desk.folder["typo.sqlite"]
    for words in [["pain", "4", "--quiet"], ["run", "5km"]] {
      let first = desk.nerve(words + ["--journal", path])
      #expect(first.messages.contains("New journal at \(path)\n"))
      #expect(!desk.nerve(words + ["--journal", path, "--yes"]).messages.contains("New journal"))
      try FileManager.default.removeItem(atPath: path)
    }
    #expect(desk.nerve("list", "--journal", path).status == 1)
    #expect(try !desk.folder.contents.contains("typo.sqlite"))
  }
}
