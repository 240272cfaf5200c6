import ArgumentParser
import EntryInput

/// What was wrong with arguments that the parser did not understand.
///
/// The parser's own message only serves to tell what kind of mistake it was, and
/// which word it is about: its suggestions are far-fetched.
struct ParserSentence {
  private let path: CommandPath
  private let arguments: [String]

  init(_ arguments: [String]) {
    self.arguments = arguments
    path = CommandPath(arguments)
  }

  /// One sentence about `message`, which is what the parser said.
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
      return "Two of the options contradict each other; leave one out."
    case let text where text.contains("does not take any value"):
      let value = message.split(separator: "'", omittingEmptySubsequences: false).dropFirst(3).first
      return "The option \(quoted ?? "") takes no value"
        + (value.map { ", so \(Quoted.text($0)) is too much" } ?? "")
        + "; leave out the '=' and anything after it."
    case let text where text.hasPrefix("Can't generate completion scripts"):
      return "Completion scripts are made for bash, zsh and fish, for example: "
        + "nerve --generate-completion-script bash"
    default:
      return "This is not understood; \(help)"
    }
  }

  /// That no command has the name that was typed, with what is near to it.
  var unknownCommand: String {
    guard let name = path.rest.first else { return "A command is missing; \(help)" }
    let typed = ([path.typed] + [name]).joined(separator: " ")
    if path.names.isEmpty, let advice = MeantCommand.advice(on: name) {
      return "There is no command \(Quoted.text(typed)); \(advice)"
    }
    let near = NameMatch(name, among: path.subcommandNames).suggestions
    guard near.isEmpty else {
      return "There is no command \(Quoted.text(typed)); did you mean: "
        + near.map { "\(path.typed) \($0)" }.joined(separator: " or ")
    }
    return path.names.isEmpty
      ? "There is no command \(Quoted.text(typed)); \(help)"
      : "There is no command \(Quoted.text(typed)); there are: "
        + path.subcommandNames.map { "\(path.typed) \($0)" }.joined(separator: " and ")
  }

  /// Where to read on.
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
        return "There is no option \(Quoted.text(option)); \(advice)"
      }
      return "Options come after the command, for example: nerve pain 4 --back 2"
    }
    let names = path.options.names
    let near = NameMatch(String(name), among: names).suggestions.map { "--\($0)" }
    return "There is no option \(Quoted.text(option)); "
      + (near.isEmpty ? help : "did you mean \(near.joined(separator: " or "))?")
  }

  private func negativeNumber(_ word: String) -> String {
    path.names == ["pain"]
      ? "\(InputError.notARating.about(word))"
      : "The number cannot be negative, as \(Quoted.text(word)) is; \(help)"
  }

  private func missingValue(of option: String) -> String {
    let name = String(option.prefix { $0 != " " })
    let given = arguments.indices.dropLast().first { index in
      arguments[index] == name && arguments[index + 1].hasPrefix("-")
    }.map { arguments[$0 + 1] }
    guard let given else { return "The option \(name) needs a value after it; \(help)" }
    return "The option \(name) needs a value after it, and \(Quoted.text(given)) may be an option; "
      + "a value that begins with a dash is written \(name)=VALUE."
  }

  private func missing(_ what: String) -> String {
    // The dots only say that there may be several.
    let what = what.hasSuffix(" ...") ? String(what.dropLast(4)) : what
    return path.examples.first.map { "\(path.typed) needs \(what), for example: \($0)" }
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
      return "An option begins with two dashes, as in --\(name); \(help)"
    }
    if options.contains("on"), let day = words.first(where: DayExpression.names) {
      return "\(InputError.dayWithoutOption.about(day))"
    }
    let what =
      quoted.map { "\(path.typed) takes no further words, and \(Quoted.text($0)) is one" }
      ?? "There are more words here than \(path.typed) takes"
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
