/// The program that shows long results a screen at a time.
package struct Pager {
  /// What a shell is to run.
  package let command: String
  /// The screen that results are compared with.
  package let screen: TerminalSize

  /// What is used where nothing else is asked for: it leaves the text on the
  /// screen, and does not tell capitals from small letters in a search.
  private static let usual = "less -FIRX"

  /// The pager that `NERVE_PAGER`, `PAGER` or custom names for a terminal of a
  /// size; `nil` if one is set to nothing, is not there, or the terminal is dumb.
  package init?(for screen: TerminalSize, _ variable: (String) -> String?) {
    guard let terminal = variable("TERM"), !terminal.isEmpty, terminal != "dumb" else { return nil }
    command = variable("NERVE_PAGER") ?? variable("PAGER") ?? Self.usual
    self.screen = screen
    guard Self.isThere(command, path: variable("PATH") ?? "/usr/bin:/bin") else { return nil }
  }

  /// Whether a shell would find the program that `command` begins with.
  ///
  /// It is found out beforehand, for what is written to a shell that does not
  /// find it is lost.
  private static func isThere(_ command: String, path: String) -> Bool {
    guard let program = command.split(separator: " ").first else { return false }
    // An assignment or a quote is left for the shell to understand.
    guard !program.contains(where: { "='\"$\\".contains($0) }) else { return true }
    guard !program.contains("/") else { return access(String(program), X_OK) == 0 }
    return path.split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
  }
}

/// A pager that runs, and the way to it.
package final class PagerPipe {
  /// Where its text is written.
  package let output: StandardOutput
  private let stream: UnsafeMutablePointer<FILE>

  /// Starts a pager; `nil` if the system has no room for it.
  package init?(to command: String) {
    // What is searched for in a health journal is not for a file of less.
    setenv("LESSHISTFILE", "-", 0)
    // Unlike a handler, a signal that is ignored here would be ignored there.
    signal(SIGPIPE, SIG_DFL)
    defer { signal(SIGPIPE, SIG_IGN) }
    guard let stream = popen(command, "we") else { return nil }
    self.stream = stream
    output = StandardOutput(descriptor: fileno(stream))
    // The terminal sends the signal to both. To end before the pager would leave
    // it to fight with the shell over the keyboard.
    signal(SIGINT) { _ in
      wait(nil)
      _exit(128 + SIGINT)
    }
  }

  /// Passes on the rest, and waits until the pager has ended.
  ///
  /// - Throws: ``OutputError/readerGone`` if it ended before it had everything.
  package func finish() throws(OutputError) {
    // From here on there is nothing left to interrupt but the pager.
    signal(SIGINT, SIG_IGN)
    defer { pclose(stream) }
    try output.finish()
  }
}
