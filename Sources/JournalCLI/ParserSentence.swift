import ArgumentParser

/// What was wrong with arguments that the parser did not understand.
///
/// The parser's own message quotes what was typed, which may be a pain or a
/// note. So it only serves to tell what kind of mistake it was; of its words only
/// the names of options and placeholders, which are the program's own, are kept.
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
      return unknownOption(quoted ?? "", suggestion: suggestion(in: text))
    case let text where text.hasPrefix("Missing value for"):
      return missingValue(of: quoted ?? "")
    case let text where text.hasPrefix("Missing expected argument"):
      return missing(quoted ?? "")
    case let text where text.contains("nexpected argument"):
      return tooMuch
    case let text where text.hasPrefix("Value to be set with flag"):
      return "Two of the options contradict each other; leave one out."
    case let text where text.contains("does not take any value"):
      return "One of the options takes no value; write it without '=' and what follows."
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
    let near: [String] =
      switch NearMiss(name, among: path.subcommandNames) {
      case .match(let name): [name]
      case .ambiguous(let names): names
      case .none(let suggestions): suggestions
      }
    guard near.isEmpty else {
      return "There is no such command; did you mean: "
        + near.map { "\(path.typed) \($0)" }.joined(separator: " or ")
    }
    return path.names.isEmpty
      ? "There is no such command; \(help)"
      : "There is no such command; there are: "
        + path.subcommandNames.map { "\(path.typed) \($0)" }.joined(separator: " and ")
  }

  /// Where to read on.
  private var help: String { "see: \(path.typed) --help" }

  private func unknownOption(_ option: String, suggestion: String?) -> String {
    guard path.subcommandNames.isEmpty || path.rest.first?.hasPrefix("-") != false else {
      return unknownCommand
    }
    let name = option.drop { $0 == "-" }
    // Such as -2d.
    if DayExpression.names(option), path.helpWords.contains("--on") {
      return "\(InputError.dayWithoutOption)"
    }
    guard name.first.map({ "0123456789.,".contains($0) }) != true else { return negativeNumber }
    guard !path.names.isEmpty else {
      return "Options come after the command, for example: nerve pain 4 --back 2"
    }
    // Longer words are more likely a note than an option.
    let isName =
      option.hasPrefix("--") && name.count <= 20
      && name.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "-") }
    let what = isName ? "no option \(option)" : "an option that is not known here"
    if let suggestion { return "There is \(what); did you mean \(suggestion)?" }
    return "There is \(what); \(help)"
  }

  private var negativeNumber: String {
    path.names == ["pain"]
      ? "\(InputError.notARating)"
      : "A number cannot be negative here; \(help)"
  }

  private func missingValue(of option: String) -> String {
    let name = String(option.prefix { $0 != " " })
    let isGiven = arguments.indices.dropLast().contains { index in
      arguments[index] == name && arguments[index + 1].hasPrefix("-")
    }
    guard isGiven else { return "The option \(name) needs a value after it; \(help)" }
    let isNegative = arguments.indices.dropLast().contains { index in
      arguments[index] == name
        && arguments[index + 1].dropFirst().first.map(InputText.isDigit) == true
    }
    guard !isNegative else { return "The value of \(name) cannot be negative; \(help)" }
    return "The option \(name) needs a value after it; one that begins with a dash is written "
      + "\(name)=VALUE."
  }

  private func missing(_ what: String) -> String {
    // The dots only say that there may be several.
    let what = what.hasSuffix(" ...") ? String(what.dropLast(4)) : what
    return path.examples.first.map { "\(path.typed) needs \(what), for example: \($0)" }
      ?? "\(path.typed) needs \(what); \(help)"
  }

  /// What the parser suggests for an option.
  private func suggestion(in message: String) -> String? {
    guard message.contains("Did you mean") else { return nil }
    return message.split(separator: "'", omittingEmptySubsequences: false)
      .last { $0.hasPrefix("--") }.map(String.init)
  }

  private var tooMuch: String {
    guard path.subcommandNames.isEmpty else { return unknownCommand }
    guard !arguments.contains("--note") else { return "\(InputError.noteWithoutQuotes)" }
    let words = path.rest.filter { !$0.hasPrefix("-") }
    let options = path.helpWords
    if let name = words.first(where: { options.contains("--\($0)") }) {
      return "An option begins with two dashes, as in --\(name); \(help)"
    }
    guard !words.contains(where: DayExpression.names) || !options.contains("--on") else {
      return "\(InputError.dayWithoutOption)"
    }
    switch path.names {
    case ["flare", "start"]:
      return "There are more words here than \(path.typed) takes; put them in a note: "
        + "--note \"WORDS\""
    case ["shoe", "add"]:
      return "There are more words here than \(path.typed) takes; put a name of several words in "
        + "quotes, and a note after --note."
    case ["shoe", "default"], ["shoe", "retire"], ["shoe", "return"]:
      return "There are more words here than \(path.typed) takes; put a name of several words in "
        + "quotes."
    default:
      return "There are more words here than \(path.typed) takes; \(help)"
    }
  }
}
