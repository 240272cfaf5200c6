import Presentation

/// The help of the shell.
enum ShellHelp {
  /// Returns the help, laid out to the terminal.
  static func text(_ layout: TextLayout) -> String {
    layout.style.heading("SQL, read-only:\n")
      + Paragraph.rows(
        [("SELECT ...;", "Run a statement. It may take several lines and ends with a semicolon.")],
        width: layout.width, indent: indent)
      + layout.style.heading("\nCommands:\n")
      + Paragraph.rows(MetaCommand.list, width: layout.width, indent: indent)
      + layout.style.heading("\nKeys:\n")
      + Paragraph.rows(keys, width: layout.width, indent: indent)
  }

  private static let indent = 18

  private static let keys = [
    ("Tab", "Complete a table, column, function or query."),
    ("Up, Down", "Show earlier statements; Ctrl-R searches them."),
    ("Ctrl-C", "Stop the statement, or drop what was typed."),
  ]
}
