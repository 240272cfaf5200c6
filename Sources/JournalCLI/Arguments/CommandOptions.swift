import ArgumentParser
import JSONText

/// The options of a command, from the parser's description for other programs.
struct CommandOptions {
  /// The long names, without their dashes, of the options in the help.
  private(set) var names: [String] = []
  /// The names of options with a value.
  private(set) var valued: Set<String> = []
  /// The letters of options with a value.
  private(set) var valuedLetters: Set<String> = []

  /// Gets the options of `command` from the parser.
  init(of command: any ParsableCommand.Type) {
    for argument in Self.arguments(of: command) {
      func names(_ kind: String) -> [String] {
        (argument["names"]?.elements ?? []).filter { $0["kind"]?.text == kind }
          .compactMap { $0["name"]?.text }
      }
      if case .bool(true) = argument["shouldDisplay"] { self.names += names("long") }
      guard argument["kind"]?.text == "option" else { continue }
      valued.formUnion(names("long"))
      valuedLetters.formUnion(names("short"))
    }
  }

  private static func arguments(of command: any ParsableCommand.Type) -> [JSON] {
    do {
      _ = try command.parseAsRoot(["--experimental-dump-help"])
      return []
    } catch {
      // The parser delivers the description as an error, like the text of the help.
      var description = JSONStream(Array(command.message(for: error).utf8))
      let value = try? description.readValue()
      return value?["command"]?["arguments"]?.elements ?? []
    }
  }
}

extension ParsableCommand {
  /// The name of the command.
  static var name: String { configuration.commandName ?? "" }
}
