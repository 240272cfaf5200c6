/// The program that shows long results one screen at a time.
package struct Pager {
  /// The shell command.
  package let command: String
  /// The screen to compare results with.
  package let screen: TerminalSize

  /// The default: it leaves the text on the screen and searches without regard to
  /// case.
  private static let usual = "less -FIRX"

  /// The pager from `NERVE_PAGER`, `PAGER` or the default, for a terminal of a
  /// given size; `nil` if it is empty or not installed, or the terminal is dumb.
  package init?(for screen: TerminalSize, _ variable: (String) -> String?) {
    guard let terminal = variable("TERM"), !terminal.isEmpty, terminal != "dumb" else { return nil }
    command = variable("NERVE_PAGER") ?? variable("PAGER") ?? Self.usual
    self.screen = screen
    guard Self.isThere(command, path: variable("PATH") ?? "/usr/bin:/bin") else { return nil }
  }

  /// Whether a shell would find the program at the start of `command`.
  ///
  /// Checked in advance, because output piped to a missing program is lost.
  private static func isThere(_ command: String, path: String) -> Bool {
    guard let program = command.split(separator: " ").first else { return false }
    // The shell understands assignments and quotes; this does not try to.
    guard !program.contains(where: { "='\"$\\".contains($0) }) else { return true }
    guard !program.contains("/") else { return access(String(program), X_OK) == 0 }
    return path.split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
  }
}

/// A running pager, and the pipe to it.
package final class PagerPipe {
  /// The destination for its text.
  package let output: StandardOutput
  private let stream: UnsafeMutablePointer<FILE>

  /// Starts a pager; `nil` if the system lacks resources.
  package init?(to command: String) {
    // Searches in a health journal do not belong in less's history file.
    setenv("LESSHISTFILE", "-", 0)
    // Without it, less shows the codes of colours instead of the colours.
    let options = getenv("LESS").map { String(cString: $0) } ?? ""
    setenv("LESS", "-R \(options)", 1)
    // Unlike a handler, an ignored signal would be inherited.
    signal(SIGPIPE, SIG_DFL)
    defer { signal(SIGPIPE, SIG_IGN) }
    guard let stream = popen(command, "we") else { return nil }
    self.stream = stream
    output = StandardOutput(descriptor: fileno(stream))
    // The terminal sends the signal to both. If this process ended before the
    // pager, the pager would fight the shell for the keyboard.
    signal(SIGINT) { _ in
      wait(nil)
      _exit(128 + SIGINT)
    }
  }

  /// Writes the rest, and waits until the pager has ended.
  ///
  /// - Throws: ``OutputError/readerGone`` if it ended before it had everything.
  package func finish() throws(OutputError) {
    // From here on, only the pager is left to interrupt.
    signal(SIGINT, SIG_IGN)
    defer { pclose(stream) }
    try output.finish()
  }
}
