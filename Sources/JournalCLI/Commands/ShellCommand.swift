import ArgumentParser
import EntryInput
import JournalStore
import Platform

/// Opens the person's own SQL shell on the journal.
struct ShellCommand: NerveSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "shell",
    abstract: "Open litecli or sqlite3 on the journal, to read it.",
    discussion: """
        $ nerve shell
        $ nerve shell --with sqlite3

      The journal is opened read-only. What you ask is remembered in a history of \
      its own, which no other database shares and only you can read.
      """)

  static var isPaged: Bool { false }

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp("The shell: litecli or sqlite3; else the first that is there."),
    completion: .list(["litecli", "sqlite3"]))
  var program: String?

  @OptionGroup var journal: JournalOptions

  func run(in context: CommandContext) throws {
    guard program.map({ ["litecli", "sqlite3"].contains($0) }) ?? true else {
      throw UsageError("The shell is litecli or sqlite3", not: program ?? "")
    }
    let path = context.variable("PATH") ?? "/usr/bin:/bin"
    let candidates = program.map { [$0] } ?? ["litecli", "sqlite3"]
    let found = candidates.lazy.compactMap { Self.find($0, path: path) }.first
    guard let found else {
      throw Refusal(
        "There is no \(candidates.joined(separator: " and no ")); "
          + "install one, for example with: apt install sqlite3")
    }
    // It is brought up to date and checked before another program opens it.
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
      // litecli hands an address on to SQLite, which can be told to read only.
      Self.become(found, ["--liteclirc", settings, "file:\(Self.escaped(file))?mode=ro"])
    } else {
      setenv("SQLITE_HISTORY", "\(folder)/sqlite3-history", 1)
      Self.become(found, ["-readonly", file.hasPrefix("-") ? "./\(file)" : file])
    }
    throw Refusal("\(found) cannot be started: \(String(cString: strerror(errno))).")
  }

  /// Where `program` lies, as a shell would find it.
  private static func find(_ program: String, path: String) -> String? {
    path.split(separator: ":").map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
  }

  /// The folder of histories; made if there is none.
  private static func historyFolder(_ variable: (String) -> String?) throws -> String {
    let base: String
    if let state = variable("XDG_STATE_HOME"), state.hasPrefix("/") {
      base = state
    } else if let home = variable("HOME"), home.hasPrefix("/") {
      base = "\(home)/.local/state"
    } else {
      throw UsageError("There is no home folder to keep the history in.")
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

  /// Goes on as another program; returns only if that cannot be.
  private static func become(_ program: String, _ arguments: [String]) {
    // What the history file is made with, and every file of a session.
    umask(0o077)
    signal(SIGPIPE, SIG_DFL)
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    execv(program, &words)
  }
}
