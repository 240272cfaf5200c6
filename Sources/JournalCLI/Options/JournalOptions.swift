import ArgumentParser

/// Where the journal lies.
struct JournalOptions: ParsableArguments {
  @Option(
    name: .customLong("journal"),
    help: ArgumentHelp(
      "The journal's file. Else $NERVE_JOURNAL, else $XDG_DATA_HOME/nerve/journal.sqlite.",
      valueName: "path"), completion: .file())
  var path: String?

  @OptionGroup var colours: ColourOptions

  /// Begins the work of a command on the journal.
  func session(
    for access: JournalSession.Access, _ context: CommandContext,
    _ dialogue: Dialogue = Dialogue()
  ) throws -> JournalSession {
    try JournalSession(
      JournalPlace(typed: path, context.variable), for: access, context, dialogue)
  }

  /// The journals that may be in use: the one that was named, and the usual one.
  func places(_ context: CommandContext) -> [String] {
    [try? JournalPlace(typed: path, context.variable).path].compactMap(\.self)
      + Self.usualPlaces(context)
  }

  /// The journal that is in use unless another is named.
  static func usualPlaces(_ context: CommandContext) -> [String] {
    [try? JournalPlace(typed: nil, context.variable).path].compactMap(\.self)
  }
}

/// Whether a file of another kind may be replaced.
struct OverwriteOptions: ParsableArguments {
  @Flag(help: "Replace a file of another kind; a database is never replaced.")
  var overwrite = false
}
