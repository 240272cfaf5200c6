import ArgumentParser
import Presentation

/// The help of a command.
enum HelpText {
  /// Returns the help of `command`, laid out to the terminal; elsewhere the parser
  /// chooses the width.
  static func text(of command: any ParsableCommand.Type, in context: CommandContext) -> String {
    let layout = TextLayout(width: context.terminalWidth ?? .max, style: context.style)
    let help = NerveCommand.helpMessage(for: command, columns: context.terminalWidth)
    return help.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let line = layout.wrapped(String(line))
      // Such as "OPTIONS:" and "USAGE: nerve".
      let heading = line.prefix { $0.isASCII && ($0.isUppercase || $0 == " ") }
      let rest = line.dropFirst(heading.count)
      guard heading.count > 2, rest.first == ":" else { return line }
      return layout.style.heading("\(heading):") + rest.dropFirst()
    }.joined(separator: "\n")
  }
}
