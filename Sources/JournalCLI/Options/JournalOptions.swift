import ArgumentParser
import JournalStore

/// The path of the journal.
struct JournalOptions: ParsableArguments {
  @Option(
    name: .customLong("journal"),
    help: ArgumentHelp(
      "Journal file. Default: $NERVE_JOURNAL, or $XDG_DATA_HOME/nerve/journal.sqlite.",
      valueName: "path"), completion: .file())
  var path: String?

  @OptionGroup var colours: ColourOptions

  /// Starts a session on the journal for a command.
  func session(
    for access: JournalSession.Access, _ context: CommandContext,
    _ dialogue: Dialogue = Dialogue()
  ) throws -> JournalSession {
    try JournalSession(
      JournalPlace(typed: path, context.variable), for: access, context, dialogue)
  }

  /// Returns the paths of journals in use: the chosen one and the default one.
  func places(_ context: CommandContext) -> [String] {
    [try? JournalPlace(typed: path, context.variable).path].compactMap(\.self)
      + Self.usualPlaces(context)
  }

  /// Returns the path of the default journal.
  static func usualPlaces(_ context: CommandContext) -> [String] {
    [try? JournalPlace(typed: nil, context.variable).path].compactMap(\.self)
  }
}

/// Permission to replace a file of another type.
struct OverwriteOptions: ParsableArguments {
  @Flag(help: "Replace a file of another type; never a database.")
  var overwrite = false
}
