import Foundation

@testable import JournalStore

/// Journals that are none, that may not be touched, and outputs that take
/// nothing.
extension Misuse {
  /// The program that makes `path` another user's business, if there is one.
  static let asNobody: [String]? = {
    guard getuid() == 0, FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv"),
      var binary = try? BuiltBinary()
    else { return nil }
    binary.wrapper = ["/usr/bin/setpriv", "--reuid=65534", "--clear-groups"]
    // Where the checkout lies, nobody may not be allowed to look.
    return (try? binary.run(["--version"]))?.status == 0 ? binary.wrapper : nil
  }()

  /// Commands that write to the journal, and that read it.
  private static let writing = ["pain 4 --note zq9", "run 5km", "shoe add zq9", "flare start"]
  private static let reading = ["list", "sql 'SELECT 1'", "month", "correlate"]

  private static func each(
    _ lines: [String], _ name: String, _ told: String,
    prepare: @escaping @Sendable (inout BuiltBinary) throws -> Void
  ) -> [Misuse] {
    lines.map { line in
      Misuse(line: line, status: 1, told: told).with {
        $0.prepare = prepare
        $0.testDescription = "\(line): \(name)"
      }
    }
  }

  static let places: [Misuse] =
    each(writing + reading + ["undo"], "the journal is a folder", "it is a folder") { binary in
      binary.variables["NERVE_JOURNAL"] = try binary.home.makeFolder("folder")
    }
    + each(writing + reading + ["undo"], "the journal is a text file", "not a Nerve journal") {
      binary in
      binary.variables["NERVE_JOURNAL"] = try binary.home.write(
        String(repeating: "Dear diary, today I ran.\n", count: 200), to: "diary.txt")
    }
    + each(writing + reading, "the journal is a short text file", "not a Nerve journal") { binary in
      binary.variables["NERVE_JOURNAL"] = try binary.home.write("Dear diary", to: "diary.txt")
    }
    + each(writing + reading + ["undo"], "somebody else's database", "not a Nerve journal") {
      binary in
      let path = binary.home["other.sqlite"]
      try Connection(path: path, access: .create).execute(
        script: "CREATE TABLE run (a); INSERT INTO run VALUES (1); PRAGMA user_version = 3")
      binary.variables["NERVE_JOURNAL"] = path
    }
    + each(writing + reading + ["undo"], "a newer journal", "install a newer version") { binary in
      try Connection(path: binary.home["journal.sqlite"], access: .readWrite).execute(
        script: "PRAGMA user_version = 9999")
    }
    + each(writing + reading, "a device", "not a regular file") { binary in
      binary.variables["NERVE_JOURNAL"] = "/dev/null"
    }
    + each(writing + reading, "a path through a file", "not a folder") { binary in
      try binary.home.write("x", to: "file")
      binary.variables["NERVE_JOURNAL"] = binary.home["file/journal.sqlite"]
    }
    + each(writing, "a folder that is missing", "its folder does not exist") { binary in
      binary.variables["NERVE_JOURNAL"] = binary.home["typo/journal.sqlite"]
    }
    + each(reading, "a folder that is missing", "No journal at") { binary in
      binary.variables["NERVE_JOURNAL"] = binary.home["typo/journal.sqlite"]
    }
    + each(["pain 4", "list"], "links in a circle", "links form a loop") { binary in
      try FileManager.default.createSymbolicLink(
        atPath: binary.home["a"], withDestinationPath: binary.home["b"])
      try FileManager.default.createSymbolicLink(
        atPath: binary.home["b"], withDestinationPath: binary.home["a"])
      binary.variables["NERVE_JOURNAL"] = binary.home["a"]
    }
    + each(["pain 4", "list"], "a name that is too long", "its path is too long") { binary in
      binary.variables["NERVE_JOURNAL"] = "/" + String(repeating: "n", count: 260)
    }
    + each(["pain 4", "list"], "a name of two lines", "a folder") { binary in
      binary.variables["NERVE_JOURNAL"] = try binary.home.makeFolder("two\nlines\u{1B}[31m")
    }
    + each(["pain 4", "list"], "a journal cut short", "damaged") { binary in
      let path = binary.home["journal.sqlite"]
      let bytes = try Data(contentsOf: URL(filePath: path))
      try binary.home.write(Array(bytes.prefix(bytes.count / 2)), to: "journal.sqlite")
    }

  /// What only another user meets: root may read and write everything.
  static let permissions: [Misuse] =
    each(writing + reading, "a file that may not be read", "check the permissions") { binary in
      try binary.home.open(file: 0o000)
      binary.wrapper = asNobody ?? []
    }
    + each(writing + ["undo"], "a file that may not be written", "Cannot write to") { binary in
      try binary.home.open(file: 0o444)
      binary.wrapper = asNobody ?? []
    }
    + each(writing, "a folder that may not be written", "permission denied") { binary in
      try binary.home.makeFolder("shut", permissions: 0o555)
      binary.variables["NERVE_JOURNAL"] = binary.home["shut/journal.sqlite"]
      binary.wrapper = asNobody ?? []
    }
    + each(writing + reading, "a folder that may not be entered", "permission denied") {
      binary in
      try binary.home.makeFolder("shut", permissions: 0o700)
      binary.variables["NERVE_JOURNAL"] = binary.home["shut/journal.sqlite"]
      binary.wrapper = asNobody ?? []
    }
    + each(
      [
        "import file.csv --as run --select 'SELECT 1'", "correlate --csv file.csv",
      ], "a file that may not be read", "permission denied"
    ) { binary in
      try binary.home.write("date,load,pain\n", to: "file.csv")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: binary.home["file.csv"])
      binary.wrapper = asNobody ?? []
    }

  static let outputs: [Misuse] =
    [
      "list", "list --json", "month", "correlate", "sql 'SELECT * FROM day'", "shoe list",
      "redflags", "--help", "--version",
    ].flatMap { line in
      [
        Misuse(line: line, status: 1, told: "the disk is full").with {
          $0.output = .path("/dev/full")
          $0.testDescription = "\(line) > /dev/full"
        },
        Misuse(line: line, status: 1, told: "Standard output is closed").with {
          $0.output = .closed
          $0.testDescription = "\(line) >&-"
        },
      ]
    }
    + ["pain 4", "run 5km", "undo", "import - --as run --select 'SELECT 1'"].map { line in
      Misuse(line: line, status: 1, told: "Nothing was done").with {
        $0.output = .closed
        $0.testDescription = "\(line) >&-"
      }
    }
}

extension TemporaryFolder {
  /// Lets every user into the folder, and gives the journal these permissions.
  fileprivate func open(file permissions: Int) throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: path)
    try FileManager.default.setAttributes(
      [.posixPermissions: permissions], ofItemAtPath: self["journal.sqlite"])
  }
}
