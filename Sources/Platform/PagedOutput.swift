/// Results on their way to a terminal: through a pager where they are longer
/// than its screen.
///
/// Up to a screenful is held back. What fits goes straight to the terminal at
/// the end, so that nothing is started for it; what does not is written to the
/// pager, which the person may leave at any time.
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

  /// - Parameters:
  ///   - direct: Where results go that need no pager.
  ///   - pager: The pager, or `nil` to do without.
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
      // The last row is for the shell to go on in.
      guard rows > pager.screen.rows else { return }
      guard let pipe = PagerPipe(to: pager.command) else { return try flush() }
      stage = .paging(pipe)
      try pipe.output.write(takeHeld())
      // The first screen is read while the rest is still made.
      try pipe.output.flush()
    }
  }

  /// Passes on what is held back.
  ///
  /// From then on nothing is paged that has not begun to be: whoever flushes is
  /// about to ask a question, and its answer must not be typed into a pager.
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

  /// Counts the rows that `bytes` fill; a wide character may count too little.
  private func count(_ bytes: [UInt8], columns: Int) {
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
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
