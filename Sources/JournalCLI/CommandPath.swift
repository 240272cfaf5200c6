import ArgumentParser

/// The command that arguments name, as far as they name one.
struct CommandPath {
  /// The names that were understood, without `nerve`.
  private(set) var names: [String] = []
  /// The command that the last name stands for.
  private(set) var command: any ParsableCommand.Type = NerveCommand.self
  /// What follows the names.
  private(set) var rest: ArraySlice<String>

  /// Follows `arguments` from the root for as long as they name commands.
  init(_ arguments: some Collection<String>) {
    rest = Array(arguments)[...]
    while let name = rest.first,
      let next = command.configuration.subcommands.first(where: { $0._commandName == name })
    {
      names.append(name)
      command = next
      rest.removeFirst()
    }
  }

  /// The command as it is typed, such as `nerve shoe add`.
  var typed: String { (["nerve"] + names).joined(separator: " ") }

  /// The names of the commands below this one.
  var subcommandNames: [String] { command.configuration.subcommands.map { $0._commandName } }

  /// The first example of the command's help, without its prompt.
  var example: String? {
    var example: String?
    for line in command.configuration.discussion.split(separator: "\n") {
      let line = line.drop { $0 == " " }
      if let start = example, start.hasSuffix("\\") {
        example = "\(start.dropLast())\(line)"
      } else if example == nil, line.hasPrefix("$ ") {
        example = String(line.dropFirst(2))
      }
    }
    return example
  }
}
