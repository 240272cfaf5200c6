import ArgumentParser
import EntryInput

/// A sentence about arguments that the parser did not understand.
///
/// The parser's own message serves only to find the kind of error and the word: its
/// suggestions are far-fetched.
struct ParserSentence {
  private let path: CommandPath
  private let arguments: [String]

  init(_ arguments: [String]) {
    self.arguments = arguments
    path = CommandPath(arguments)
  }

  /// Returns one sentence for the parser's `message`.
  func sentence(for message: String) -> String {
    let quoted = message.split(separator: "'", omittingEmptySubsequences: false)
      .dropFirst().first.map(String.init)
    switch message {
    case let text where text.hasPrefix("Unknown option"):
      return unknownOption(quoted ?? "")
    case let text where text.hasPrefix("Missing value for"):
      return missingValue(of: quoted ?? "")
    case let text where text.hasPrefix("Missing expected argument"):
      return missing(quoted ?? "")
    case let text where text.contains("nexpected argument"):
      return tooMuch(quoted)
    case let text where text.hasPrefix("Value to be set with flag"):
      return "Two of the options contradict each other; remove one."
    case let text where text.contains("does not take any value"):
      let value = message.split(separator: "'", omittingEmptySubsequences: false).dropFirst(3).first
      return "The option \(quoted ?? "") takes no value"
        + (value.map { "; remove \(Quoted.text("=\($0)"))." }
          ?? "; remove the '=' and everything after it.")
    case let text where text.hasPrefix("Can't generate completion scripts"):
      return "Unknown shell; use bash, zsh or fish, as in: "
        + "nerve --generate-completion-script bash"
    default:
      return "Usage error; \(help)"
    }
  }

  /// The sentence about an unknown command, with similar names.
  var unknownCommand: String {
    guard let name = path.rest.first else { return "A command is missing; \(help)" }
    let typed = ([path.typed] + [name]).joined(separator: " ")
    if path.names.isEmpty, let advice = MeantCommand.advice(on: name) {
      return "Unknown command \(Quoted.text(typed)); \(advice)"
    }
    let near = NameMatch(name, among: path.subcommandNames).suggestions
    guard near.isEmpty else {
      return "Unknown command \(Quoted.text(typed)); did you mean: "
        + near.map { "\(path.typed) \($0)" }.joined(separator: " or ")
    }
    return path.names.isEmpty
      ? "Unknown command \(Quoted.text(typed)); \(help)"
      : "Unknown command \(Quoted.text(typed)); choose from: "
        + path.subcommandNames.map { "\(path.typed) \($0)" }.joined(separator: ", ")
  }

  /// The hint at the help of the command.
  private var help: String { "see: \(path.typed) --help" }

  private func unknownOption(_ option: String) -> String {
    guard path.subcommandNames.isEmpty || path.rest.first?.hasPrefix("-") != false else {
      return unknownCommand
    }
    let name = option.drop { $0 == "-" }
    // Such as -2d.
    if DayExpression.names(option), path.options.names.contains("on") {
      return "\(InputError.dayWithoutOption.about(option))"
    }
    guard name.first.map({ "0123456789.,".contains($0) }) != true else {
      return negativeNumber(option)
    }
    guard !path.names.isEmpty else {
      if MeantCommand.asksForVersion(option), let advice = MeantCommand.advice(on: "version") {
        return "Unknown option \(Quoted.text(option)); \(advice)"
      }
      return "Options come after the command, as in: nerve pain 4 --back 2"
    }
    let names = path.options.names
    let near = NameMatch(String(name), among: names).suggestions.map { "--\($0)" }
    return "Unknown option \(Quoted.text(option)); "
      + (near.isEmpty ? help : "did you mean \(near.joined(separator: " or "))?")
  }

  private func negativeNumber(_ word: String) -> String {
    path.names == ["pain"]
      ? "\(InputError.notARating.about(word))"
      : "The number \(Quoted.text(word)) cannot be negative; \(help)"
  }

  private func missingValue(of option: String) -> String {
    let name = String(option.prefix { $0 != " " })
    let given = arguments.indices.dropLast().first { index in
      arguments[index] == name && arguments[index + 1].hasPrefix("-")
    }.map { arguments[$0 + 1] }
    guard let given else { return "The option \(name) needs a value; \(help)" }
    return "The option \(name) needs a value, and \(Quoted.text(given)) may be an option; if it is "
      + "the value, use \(name)=VALUE."
  }

  private func missing(_ what: String) -> String {
    // The dots only mean that there can be several.
    let what = what.hasSuffix(" ...") ? String(what.dropLast(4)) : what
    return path.examples.first.map { "\(path.typed) needs \(what), as in: \($0)" }
      ?? "\(path.typed) needs \(what); \(help)"
  }

  private func tooMuch(_ quoted: String?) -> String {
    guard path.subcommandNames.isEmpty else { return unknownCommand }
    guard !arguments.contains("--note") else {
      let stray = wordOutsideNote(arguments) ?? quoted ?? ""
      return "\(InputError.noteWithoutQuotes.about(stray))"
    }
    let words = path.rest.filter { !$0.hasPrefix("-") }
    let options = path.options.names
    if let name = words.first(where: { options.contains($0) }) {
      return "Options begin with two dashes, as in --\(name); \(help)"
    }
    if options.contains("on"), let day = words.first(where: DayExpression.names) {
      return "\(InputError.dayWithoutOption.about(day))"
    }
    let what =
      quoted.map { "Unexpected word \(Quoted.text($0)) after \(path.typed)" }
      ?? "Unexpected words after \(path.typed)"
    switch path.names {
    case ["flare", "start"]: return "\(what); put it in a note: --note \"WORDS\""
    case ["shoe", "add"]:
      return "\(what); put a name of several words in quotes, and a note after --note."
    case ["shoe", "default"], ["shoe", "retire"], ["shoe", "unretire"]:
      return "\(what); put a name of several words in quotes."
    default:
      return "\(what); \(help)"
    }
  }
}
