import ArgumentParser
import EntryInput
import JournalStore
import Platform

/// Opens an SQL shell on the journal.
struct ShellCommand: NerveSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "shell",
    abstract: "Open litecli or sqlite3 on the journal, read-only.",
    discussion: """
        $ nerve shell
        $ nerve shell --with sqlite3

      The shell keeps a separate history for the journal, readable only by you.
      """)

  static var isPaged: Bool { false }

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp("litecli or sqlite3. Default: the first one installed."),
    completion: .list(["litecli", "sqlite3"]))
  var program: String?

  @OptionGroup var journal: JournalOptions

  func run(in context: CommandContext) throws {
    guard program.map({ ["litecli", "sqlite3"].contains($0) }) ?? true else {
      throw UsageError(unknown: "shell", program ?? "", use: "litecli or sqlite3")
    }
    let path = context.variable("PATH") ?? "/usr/bin:/bin"
    let candidates = program.map { [$0] } ?? ["litecli", "sqlite3"]
    let found = candidates.lazy.compactMap { Self.find($0, path: path) }.first
    guard let found else {
      throw Refusal(
        "Cannot find \(candidates.joined(separator: " or ")); "
          + "install one, as in: apt install sqlite3")
    }
    // The journal is upgraded and checked before another program opens it.
    let file = try journal.session(for: .reading, context).journal().path
    let folder = try Self.historyFolder(context.variable)
    try context.output.flush()
    if found.hasSuffix("/litecli") {
      let settings = "\(folder)/litecli.conf"
      let output = try OutputFile(
        settings, .own, overwriting: true, sparing: journal.places(context))
      try output.write(context) {
        try $0.write("[main]\nhistory_file = \(folder)/litecli-history\nlog_file = /dev/null\n")
      }
      // litecli passes a URI on to SQLite, which can ask for read-only access.
      Self.become(found, ["--liteclirc", settings, "file:\(Self.escaped(file))?mode=ro"])
    } else {
      setenv("SQLITE_HISTORY", "\(folder)/sqlite3-history", 1)
      Self.become(found, ["-readonly", file.hasPrefix("-") ? "./\(file)" : file])
    }
    throw Refusal("Cannot start \(found): \(String(cString: strerror(errno))).")
  }

  /// Returns the path of `program`, found as a shell would.
  private static func find(_ program: String, path: String) -> String? {
    path.split(separator: ":").map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
  }

  /// Returns the folder of histories, and creates it if there is none.
  private static func historyFolder(_ variable: (String) -> String?) throws -> String {
    let base: String
    if let state = variable("XDG_STATE_HOME"), state.hasPrefix("/") {
      base = state
    } else if let home = variable("HOME"), home.hasPrefix("/") {
      base = "\(home)/.local/state"
    } else {
      throw UsageError("Cannot find a home folder for the shell's history; set HOME.")
    }
    let folder = "\(base)/nerve"
    try makeFolders(for: "\(folder)/", mode: 0o700)
    return folder
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
