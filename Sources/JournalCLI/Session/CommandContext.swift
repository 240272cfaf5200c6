import CivilDay
import Platform
import Presentation

/// The surroundings of a command: the clock, the environment, the terminal.
///
/// Tests create their own, and so run commands in process with a stopped clock.
struct CommandContext {
  /// The time at which the command started.
  var now: LocalMoment
  /// The value of an environment variable, or `nil` if it is not set.
  let variable: (String) -> String?
  /// The output for results, and nothing else.
  let output: any ByteSink
  /// The output for everything else: hints, remarks and errors.
  let messages: any ByteSink
  /// The source of answers to questions.
  let answers: any AnswerSource
  /// The width of the terminal, or `nil` if the results go elsewhere.
  var terminalWidth: Int?
  /// How words of results are set off from each other.
  var style = TextStyle.plain
  /// The width of the terminal that messages go to, or `nil` if they go elsewhere.
  var messageWidth: Int?
  /// How words of messages are set off from each other.
  var messageStyle = TextStyle.plain
  /// Returns the UTC offset in minutes at a calendar day and a second of it; `nil`
  /// for a clock time that occurs twice or never.
  var utcOffset: (Day, Int) -> Int? = { LocalMoment.utcOffset(on: $0, at: $1) }
  /// Returns the local time at a number of seconds after the start of 1970 in UTC.
  var localMoment: (Int) -> LocalMoment = { LocalMoment(at: $0) }
  /// Returns a seed for the coin of a trial, below 2⁵³.
  var seed: () -> UInt64 = { UInt64.random(in: 0..<(1 << 53)) }
  /// Whether long work may show its progress among the messages.
  var showsProgress = false

  /// Whether the process runs only this command, which may then catch its signals
  /// and set its limits.
  var ownsProcess = false

  /// Returns the context of this process.
  ///
  /// - Parameters:
  ///   - output: The output for results.
  ///   - messages: The output for everything else.
  ///   - screen: The terminal, if results go to one.
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

  /// Returns the value of an environment variable.
  static func realVariable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Whether results may contain characters beyond ASCII.
  var showsUnicode: Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap(variable).first { !$0.isEmpty } ?? ""
    let encoding = locale.lowercased()
    return variable("TERM") != "dumb"
      && (encoding.hasSuffix("utf-8") || encoding.hasSuffix("utf8"))
  }
}
