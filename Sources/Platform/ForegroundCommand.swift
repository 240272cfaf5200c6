/// Runs a shell command that has the terminal to itself, and waits for it.
///
/// Ctrl-C is for that command alone.
///
/// - Parameter command: The command, with its words quoted.
/// - Returns: Whether it succeeded.
package func runForeground(_ command: String) -> Bool {
  // Unlike a handler, an ignored signal would be inherited.
  signal(SIGPIPE, SIG_DFL)
  signal(SIGXFSZ, SIG_DFL)
  defer {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }
  return system(command) == 0
}
