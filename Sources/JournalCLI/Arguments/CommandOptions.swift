import ArgumentParser
import JSONText

/// The options of a command, as the parser describes them to other programs.
struct CommandOptions {
  /// The long names, without their dashes.
  private(set) var names: [String] = []
  /// Those of them that take a value.
  private(set) var valued: Set<String> = []

  /// Asks the parser for the options of `command`; it knows of none that are hidden.
  init(of command: any ParsableCommand.Type) {
    for argument in Self.arguments(of: command)
    where argument["shouldDisplay"].map({ if case .bool(true) = $0 { true } else { false } })
      == true
    {
      let long = (argument["names"]?.elements ?? []).filter { $0["kind"]?.text == "long" }
        .compactMap { $0["name"]?.text }
      names += long
      if argument["kind"]?.text == "option" { valued.formUnion(long) }
    }
  }

  private static func arguments(of command: any ParsableCommand.Type) -> [JSON] {
    do {
      _ = try command.parseAsRoot(["--experimental-dump-help"])
      return []
    } catch {
      // What is asked for comes as an error, as the text of the help does.
      var description = JSONStream(Array(command.message(for: error).utf8))
      let value = try? description.readValue()
      return value?["command"]?["arguments"]?.elements ?? []
    }
  }
}

extension ParsableCommand {
  /// The name by which the command is called.
  static var name: String { configuration.commandName ?? "" }
}
