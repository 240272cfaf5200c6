import WrittenValues

/// How wide a text for people may be, and how it may be styled.
package struct TextLayout: Equatable, Sendable {
  /// The cells of a line.
  package var width: Int
  /// How words are set off from each other.
  package var style: TextStyle

  /// The width where no terminal says one, such as in a pipe.
  package static let usualWidth = 100

  /// A document, which has no edge.
  package static let document = TextLayout(width: .max)

  /// Creates a layout.
  ///
  /// - Parameters:
  ///   - width: The cells of a line.
  ///   - style: How words are set off from each other.
  package init(width: Int = usualWidth, style: TextStyle = .plain) {
    (self.width, self.style) = (width, style)
  }

  /// The same with lines of at most `width` cells.
  package func limited(to width: Int) -> TextLayout {
    TextLayout(width: min(self.width, width), style: style)
  }

  /// The same without so many cells at the left.
  package func indented(by indent: Int) -> TextLayout {
    TextLayout(width: max(1, width - indent), style: style)
  }

  /// Breaks every line of `text` that is too long between words.
  ///
  /// What continues an indented line stands a little further in. Lines that fit
  /// stay as they are, and so do spaces at the very end, as a prompt has them.
  ///
  /// - Parameter text: Lines; one after the last line feed may be empty.
  /// - Returns: The same words, with control characters made visible.
  package func wrapped(_ text: String) -> String {
    guard !plainlyFits(text) else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let line = DisplayText.visible(String(line))
      guard DisplayText.width(line) > width else { return line }
      let margin = line.prefix { $0 == " " }.count
      let further = margin == 0 ? 0 : margin + 2
      let lines = Paragraph.lines(line, width: width - margin, rest: width - further)
      let end = line.last == " " ? " " : ""
      return lines.enumerated().map { index, words in
        String(repeating: " ", count: index == 0 ? margin : further) + words
      }.joined(separator: "\n") + end
    }.joined(separator: "\n")
  }

  /// Whether every line is of plain ASCII and fits, as most do.
  private func plainlyFits(_ text: String) -> Bool {
    var cells = 0
    for byte in text.utf8 {
      cells = byte == UInt8(ascii: "\n") ? 0 : cells + 1
      guard cells == 0 || cells <= width && (0x20..<0x7F).contains(byte) else { return false }
    }
    return true
  }
}

/// How words are set off from each other, beyond what they say: styles never
/// carry a meaning of their own.
///
/// A style is put around words of ours once they are laid out; what the journal
/// holds is made visible before, so that it never emits an escape.
package enum TextStyle: Equatable, Sendable {
  /// Not at all.
  case plain
  /// By weight and colour, as terminals show them.
  case coloured

  /// What a scale of colours is about.
  package enum Scale: Sendable {
    case pain
    case running

    /// Colours of the ground and of the letters on it, by their numbers of 256,
    /// for quarters of the scale.
    fileprivate var colours: [(ground: Int, letters: Int)] {
      switch self {
      case .pain: [(229, 16), (222, 16), (208, 16), (160, 231)]
      case .running: [(195, 16), (117, 16), (39, 16), (25, 231)]
      }
    }
  }

  /// The heading of a text or of a table.
  package func heading(_ text: String) -> String { set(text, "1") }

  /// What helps, but is not the point.
  package func hint(_ text: String) -> String { set(text, "2") }

  /// A red flag.
  package func redFlag(_ text: String) -> String { set(text, "31") }

  /// The heading of the red flags.
  package func alarm(_ text: String) -> String { set(text, "1;31") }

  /// A cell of a calendar.
  ///
  /// - Parameters:
  ///   - text: The cell.
  ///   - quarter: How high on the scale it is, 0 to 3.
  ///   - scale: The scale.
  /// - Returns: The cell on its colour.
  package func shaded(_ text: String, _ quarter: Int, of scale: Scale) -> String {
    let colour = scale.colours[min(max(quarter, 0), 3)]
    return set(text, "48;5;\(colour.ground);38;5;\(colour.letters)")
  }

  /// Puts a style around each line, for pagers forget it at the end of one.
  private func set(_ text: String, _ style: String) -> String {
    guard self == .coloured else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "\u{1B}[\(style)m\($0)\u{1B}[0m" }.joined(separator: "\n")
  }
}
