import EntryInput
import JournalStore
import Platform
import Presentation

/// Another program that can open the journal, read-only.
enum OtherShell: String, CaseIterable {
  case litecli
  case sqlite3

  /// Replaces this process with the program.
  ///
  /// It gets the SQL functions if they are installed, and a history of its own.
  ///
  /// - Parameters:
  ///   - journal: The path of the journal.
  ///   - command: The command, for its options.
  ///   - context: The context.
  /// - Throws: ``Refusal`` if that fails.
  func open(_ journal: String, for command: ShellCommand, _ context: CommandContext) throws {
    guard let program = find(context.variable("PATH") ?? "/usr/bin:/bin") else {
      throw Refusal("Cannot find \(rawValue); install it, as in: apt install \(rawValue)")
    }
    let folder = try ShellFolder.path(context.variable)
    let functions = Self.functions
    try context.output.flush()
    switch self {
    case .litecli:
      let settings = "\(folder)/litecli.conf"
      let output = try OutputFile(
        settings, .own, overwriting: true, sparing: command.journal.places(context))
      try output.write(context) { try $0.write(Self.settings(folder, functions)) }
      // litecli passes a URI on to SQLite, which can ask for read-only access.
      Self.become(program, ["--liteclirc", settings, "file:\(Self.escaped(journal))?mode=ro"])
    case .sqlite3:
      setenv("SQLITE_HISTORY", "\(folder)/sqlite3-history", 1)
      let loading = functions.map { ["-cmd", ".load \"\($0)\""] } ?? []
      Self.become(
        program, ["-readonly"] + loading + [journal.hasPrefix("-") ? "./\(journal)" : journal])
    }
    throw Refusal("Cannot start \(program): \(String(cString: strerror(errno))).")
  }

  /// The settings of litecli.
  private static func settings(_ folder: String, _ functions: String?) -> String {
    let loading = functions.map {
      "[startup_commands]\ncommands = \".load \(ShellText.quoted($0))\"\n"
    }
    return "[main]\nhistory_file = \(folder)/litecli-history\nlog_file = /dev/null\n"
      + (loading ?? "")
  }

  /// The path of the program, found as a shell would.
  private func find(_ path: String) -> String? {
    path.split(separator: ":").map { "\($0)/\(rawValue)" }.first { access($0, X_OK) == 0 }
  }

  /// The path of the SQL functions for other programs, if they are installed: beside
  /// this program, or where others look.
  private static var functions: String? {
    let program = linkDestination(of: "/proc/self/exe")
    let folder = program.lastIndex(of: "/").map { program[..<$0] } ?? ""
    let places = [
      "\(folder)/../lib/nerve", "\(folder)/../..", "/usr/local/lib/nerve", "/usr/lib/nerve",
    ]
    return places.map { "\($0)/libnerve.so" }.first {
      path in
      access(path, R_OK) == 0 && path.allSatisfy { $0 != "\"" && $0 != "\\" }
    }
  }

  private static func escaped(_ path: String) -> String {
    path.map { character in
      switch character {
      case "%": "%25"
      case "?": "%3f"
      case "#": "%23"
      default: String(character)
      }
    }.joined()
  }

  /// Replaces this process with another program; returns only if that fails.
  private static func become(_ program: String, _ arguments: [String]) {
    // Only the user may read the history and other files of the session.
    umask(0o077)
    signal(SIGPIPE, SIG_DFL)
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    execv(program, &words)
  }
}
