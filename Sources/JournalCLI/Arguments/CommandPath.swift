import ArgumentParser

/// The command at the start of the arguments.
struct CommandPath {
  /// The names of the command, without `nerve`.
  private(set) var names: [String] = []
  /// The command of the last name.
  private(set) var command: any ParsableCommand.Type = NerveCommand.self
  /// The arguments after the names.
  private(set) var rest: ArraySlice<String>

  /// Follows `arguments` from the root for as long as they are names of commands.
  init(_ arguments: some Collection<String>) {
    rest = Array(arguments)[...]
    while let name = rest.first,
      let next = command.configuration.subcommands.first(where: {
        $0.name == name || $0.configuration.aliases.contains(name)
      })
    {
      names.append(next.name)
      command = next
      rest.removeFirst()
    }
  }

  /// The command as typed, such as `nerve shoe add`.
  var typed: String { (["nerve"] + names).joined(separator: " ") }

  /// The names of the subcommands.
  var subcommandNames: [String] { command.configuration.subcommands.map { $0.name } }

  /// The options of the command.
  var options: CommandOptions { CommandOptions(of: command) }

  /// The examples in the help of the command, each on one line and without the prompt.
  var examples: [String] {
    var examples: [String] = []
    for line in command.configuration.discussion.split(separator: "\n") {
      let line = line.drop { $0 == " " }
      if let last = examples.last, last.hasSuffix("\\") {
        examples[examples.count - 1] = "\(last.dropLast())\(line)"
      } else if line.hasPrefix("$ ") {
        examples.append(String(line.dropFirst(2)))
      }
    }
    return examples
  }
}
