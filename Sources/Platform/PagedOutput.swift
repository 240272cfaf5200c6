/// Results for a terminal, through a pager if they are longer than the screen.
///
/// Up to a screenful is held back. Output that fits goes straight to the terminal
/// at the end, without starting anything; longer output goes to the pager, which
/// the person may leave at any time.
package final class PagedOutput: ByteSink {
  private enum Stage {
    case holdingBack(Pager)
    case paging(PagerPipe)
    case direct
  }

  private let direct: StandardOutput
  private var stage: Stage
  private var held: [UInt8] = []
  private var rows = 1
  private var column = 0
  private var isInEscape = false

  /// - Parameters:
  ///   - direct: The output for results that need no pager.
  ///   - pager: The pager, or `nil` for none.
  package init(_ direct: StandardOutput, pager: Pager?) {
    self.direct = direct
    stage = pager.map { .holdingBack($0) } ?? .direct
  }

  package func write(_ bytes: [UInt8]) throws(OutputError) {
    switch stage {
    case .direct: try direct.write(bytes)
    case .paging(let pipe): try pipe.output.write(bytes)
    case .holdingBack(let pager):
      held += bytes
      count(bytes, columns: pager.screen.columns)
      // The last row is for the shell's prompt.
      guard rows > pager.screen.rows else { return }
      guard let pipe = PagerPipe(to: pager.command) else { return try flush() }
      stage = .paging(pipe)
      try pipe.output.write(takeHeld())
      // The person reads the first screen while the rest is still computed.
      try pipe.output.flush()
    }
  }

  /// Passes on the bytes held back.
  ///
  /// From then on, output not yet paged stays unpaged: the caller is about to ask
  /// a question, and its answer must not go to a pager.
  ///
  /// - Throws: ``OutputError``.
  package func flush() throws(OutputError) {
    switch stage {
    case .paging(let pipe): try pipe.output.flush()
    case .holdingBack:
      stage = .direct
      try direct.write(takeHeld())
      try direct.flush()
    case .direct: try direct.flush()
    }
  }

  /// Passes on everything, and waits until the person has left the pager.
  ///
  /// - Throws: ``OutputError``.
  package func finish() throws(OutputError) {
    if case .paging(let pipe) = stage {
      stage = .direct
      try pipe.finish()
    } else {
      try flush()
      try direct.finish()
    }
  }

  /// Counts the rows that `bytes` fill; wide characters may be undercounted, and the
  /// codes of colours take no room.
  private func count(_ bytes: [UInt8], columns: Int) {
    for byte in bytes {
      if byte == 0x1B || isInEscape {
        isInEscape = byte != UInt8(ascii: "m")
      } else if byte == UInt8(ascii: "\n") {
        rows += 1
        column = 0
      } else if byte & 0xC0 != 0x80 {  // Not within a character.
        if column == columns {
          rows += 1
          column = 0
        }
        column += 1
      }
    }
  }

  private func takeHeld() -> [UInt8] {
    defer { held = [] }
    return held
  }
}
