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
      let next = command.configuration.subcommands.first(where: {
        $0._commandName == name || $0.configuration.aliases.contains(name)
      })
    {
      names.append(next._commandName)
      command = next
      rest.removeFirst()
    }
  }

  /// The command as it is typed, such as `nerve shoe add`.
  var typed: String { (["nerve"] + names).joined(separator: " ") }

  /// The names of the commands below this one.
  var subcommandNames: [String] { command.configuration.subcommands.map { $0._commandName } }

  /// The words of the command's help, options with their dashes.
  var helpWords: [Substring] {
    command.helpMessage().split { !($0.isLetter || $0 == "-") }
  }

  /// The long names of the command's options, with their dashes.
  var optionNames: [String] { options.flatMap(\.names) }

  /// The long names of the options that take a value.
  var valueOptions: Set<String> {
    Set(options.filter(\.takesValue).flatMap(\.names))
  }

  /// The options as the help defines them, such as `-e, --rpe <rpe>`.
  private var options: [(names: [String], takesValue: Bool)] {
    command.helpMessage().split(separator: "\n").filter { $0.hasPrefix("  -") }.map { line in
      var definition = line.dropFirst(2)
      let end = definition.indices.dropLast().first {
        definition[$0] == " " && definition[definition.index(after: $0)] == " "
      }
      if let end { definition = definition[..<end] }
      return (
        definition.split { ", /".contains($0) }.filter { $0.hasPrefix("--") }.map(String.init),
        definition.contains("<")
      )
    }
  }

  /// The examples of the command's help, each on one line and without its
  /// prompt.
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
