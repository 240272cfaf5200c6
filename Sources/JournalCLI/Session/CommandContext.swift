import CivilDay
import Platform
import Presentation

/// What a command meets outside: the clock, the environment, the terminal.
///
/// Tests make their own, so that commands run in the test's process with a clock
/// that stands still.
struct CommandContext {
  /// The moment at which the command was called.
  var now: LocalMoment
  /// The value of an environment variable, or `nil` if it is not set.
  let variable: (String) -> String?
  /// Results, and nothing else.
  let output: any ByteSink
  /// What a person should know beside the result.
  let messages: any ByteSink
  /// Where answers to questions come from.
  let answers: any AnswerSource
  /// The width of the terminal that results go to, or `nil` if they go elsewhere.
  let terminalWidth: Int?
  /// How words of results are set off from each other.
  var style = TextStyle.plain
  /// The width of the terminal that messages go to, or `nil` if they go elsewhere.
  var messageWidth: Int?
  /// How words of messages are set off from each other.
  var messageStyle = TextStyle.plain
  /// What the clock is ahead of UTC, in minutes, when it shows a second of a
  /// calendar day; `nil` for a time that it shows twice or never.
  var utcOffset: (Day, Int) -> Int? = { LocalMoment.utcOffset(on: $0, at: $1) }
  /// What the clock showed at a moment, in seconds after the start of 1970 in UTC.
  var localMoment: (Int) -> LocalMoment = { LocalMoment(at: $0) }
  /// Whether long work may show how far it is among the messages.
  var showsProgress = false

  /// Whether the process does nothing but this command, which may then take its
  /// signals and set its limits.
  var ownsProcess = false

  /// The real ones.
  ///
  /// - Parameters:
  ///   - output: Where results go.
  ///   - messages: Where the rest goes.
  ///   - screen: The terminal that results go to, if they go to one.
  /// - Returns: The context of this process.
  static func real(
    output: any ByteSink, messages: any ByteSink, screen: TerminalSize?
  ) -> CommandContext {
    var context = CommandContext(
      now: .now(), variable: realVariable, output: output, messages: messages,
      answers: StandardInput(), terminalWidth: screen?.columns, ownsProcess: true)
    context.style = ColourChoice.usualStyle(atTerminal: screen != nil, realVariable)
    context.messageWidth = TerminalSize(of: STDERR_FILENO)?.columns
    context.messageStyle = ColourChoice.usualStyle(
      atTerminal: context.messageWidth != nil, realVariable)
    context.showsProgress =
      isatty(STDERR_FILENO) == 1 && context.variable("TERM") != "dumb"
    return context
  }

  /// The value of a variable of the process's environment.
  static func realVariable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Whether results may be drawn with characters beyond ASCII.
  var showsUnicode: Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap(variable).first { !$0.isEmpty } ?? ""
    let encoding = locale.lowercased()
    return variable("TERM") != "dumb"
      && (encoding.hasSuffix("utf-8") || encoding.hasSuffix("utf8"))
  }
}
