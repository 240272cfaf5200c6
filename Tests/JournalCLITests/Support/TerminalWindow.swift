import Foundation
import Testing

/// A shell in a real terminal, by way of tmux, with the built program in reach.
final class TerminalWindow {
  /// Where tmux lies, or `nil` if it is not installed.
  static let tmux = Tool.path(of: "tmux")

  /// The folder that the shell is in, with the journal `journal.sqlite`.
  let home: TemporaryFolder

  private let spawner: BuiltBinary

  /// Opens the window and waits for the shell.
  ///
  /// A shell that reads no `PS1` is to prompt alike; without a `home` it starts in
  /// an empty one.
  init(
    shell: String = "/bin/sh", in home: TemporaryFolder? = nil, columns: Int = 100,
    rows: Int = 40, variables: [String: String] = [:]
  ) throws {
    var spawner = try BuiltBinary()
    // The spawner puts the program first, which is not what is to run.
    spawner.wrapper = ["/bin/sh", "-c", "shift; exec \"$0\" \"$@\"", try #require(Self.tmux)]
    self.spawner = spawner
    let home = home ?? spawner.home
    self.home = home
    let program = try #require(BuiltBinary.path, "the product nerve lies beside the tests")
    let environment = [
      "PATH": "\(URL(fileURLWithPath: program).deletingLastPathComponent().path):/usr/bin:/bin",
      "HOME": home.path, "NERVE_JOURNAL": home["journal.sqlite"], "LANG": "C.UTF-8", "TZ": "UTC",
      "TERM": "screen", "PS1": "desk> ",
    ].merging(variables) { $1 }
    try tmux(
      [
        "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c",
        home.path,
      ]
        + ["env", "-i"] + environment.map { "\($0)=\($1)" } + [shell])
    try waits(for: "desk> ")
  }

  deinit { _ = try? tmux(["kill-server"]) }

  /// Types a line into the shell.
  func enter(_ line: String) throws {
    try type(line)
    try press("Enter")
  }

  /// Types `text` as it is.
  func type(_ text: String) throws {
    // tmux takes a semicolon at the end for one between its own commands.
    let typed = text.hasSuffix(";") ? text.dropLast() + "\\;" : text
    try tmux(["send-keys", "-l", typed])
  }

  /// Presses keys, by the names that tmux has for them.
  func press(_ keys: String...) throws {
    try tmux(["send-keys"] + keys)
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The lines on the screen, and above it.
  var screen: String {
    get throws { try tmux(["capture-pane", "-p", "-J", "-S", "-"]) }
  }

  /// The lines on the screen alone.
  var visible: String {
    get throws { try tmux(["capture-pane", "-p", "-J"]) }
  }

  /// Waits until the screen, or what is above it, shows `text`, however slow the machine is.
  func waits(for text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try waits(until: { try screen.contains(text) }) {
      "\(text) does not come up on: \((try? screen) ?? "")"
    }
  }

  /// Waits until the screen itself shows `text`.
  func waits(forVisible text: String) throws {
    try waits(until: { try visible.contains(text) }) {
      "\(text) does not come up on: \((try? visible) ?? "")"
    }
  }

  /// Waits until the screen itself no longer shows `text`.
  func waits(forLackOf text: String) throws {
    try waits(until: { try !visible.contains(text) }) {
      "\(text) stays on: \((try? visible) ?? "")"
    }
  }

  /// Waits until the file `name` in the shell's folder holds a line.
  func line(of name: String) throws -> String {
    var text = ""
    try waits(until: {
      text = (try? String(contentsOfFile: home[name], encoding: .utf8)) ?? ""
      return text.hasSuffix("\n")
    }) { "\(name) stays empty on: \((try? screen) ?? "")" }
    return text.trimmingCharacters(in: .newlines)
  }

  private func waits(until isTrue: () throws -> Bool, _ problem: () -> String) throws {
    let deadline = Date().addingTimeInterval(120)
    while try !isTrue() {
      try #require(Date() < deadline, "\(problem())")
      usleep(20_000)
    }
  }

  /// Runs tmux by way of the spawner of the built program: that of Foundation
  /// waits for the server too, which inherits a socket of it.
  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let result = try spawner.run(["-S", spawner.home["tmux"]] + arguments)
    try #require(result.status == 0, "tmux \(arguments): \(result.messages)")
    return result.output
  }
}
