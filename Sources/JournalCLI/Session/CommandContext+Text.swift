import Platform
import Presentation

/// Text for people, laid out to the terminals that it goes to.
extension CommandContext {
  /// How results are laid out.
  var layout: TextLayout {
    TextLayout(width: terminalWidth ?? TextLayout.usualWidth, style: style)
  }

  /// How messages are laid out: in a pipe each is one line, as programs expect it.
  var messageLayout: TextLayout {
    TextLayout(width: messageWidth ?? .max, style: messageStyle)
  }

  /// What keeps a result in a format for programs from controlling the terminal that
  /// `sink` may be; `nil` where programs read it, which get every byte.
  ///
  /// Text for people has its control characters made visible anyway, before it gets
  /// its styles.
  func terminalFilter(for form: ResultForm, to sink: any ByteSink) -> TerminalFilter? {
    let isTerminal =
      sink === output ? terminalWidth != nil : (sink as? StandardOutput)?.isTerminal == true
    guard isTerminal else { return nil }
    return switch form {
    case .rows(.text, _), .chart(_, .text): nil
    case .rows(.json, _), .rows(.ndjson, _): TerminalFilter(.escapesOfJSON)
    case .rows, .chart: TerminalFilter(.pictures)
    }
  }

  /// Writes a line for the person to the messages.
  func say(_ line: String) throws {
    try messages.write(messageLayout.wrapped(line) + "\n")
  }

  /// Writes a line that helps, but may be passed over, to the messages.
  func hint(_ line: String) throws {
    try messages.write(messageStyle.hint(messageLayout.wrapped(line)) + "\n")
  }

  /// Writes what was done to the results, each sentence with its line feed; in a
  /// pipe it is not broken.
  func tell(_ text: String) throws {
    try output.write(TextLayout(width: terminalWidth ?? .max).wrapped(text))
  }

  /// The same context, with the colours that `arguments` ask for.
  func coloured(by arguments: [String]) -> CommandContext {
    guard let choice = ColourChoice(in: arguments), choice != .auto else { return self }
    var context = self
    context.style = choice == .always ? .coloured : .plain
    context.messageStyle = context.style
    return context
  }
}
