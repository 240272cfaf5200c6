package import JournalStore
import WrittenValues

/// Results with the number of rows and the time after each, for a terminal.
package struct CountedResult: ResultWriter {
  private var results: any ResultWriter
  private let output: ResultBuffer
  private let style: TextStyle
  private let seconds: () -> Double
  private var start: Double
  private var rows = 0

  /// Creates a writer that counts.
  ///
  /// - Parameters:
  ///   - results: The writer of the results.
  ///   - output: Its destination.
  ///   - style: How words are set off.
  ///   - seconds: The time worked so far, without waiting for the reader.
  package init(
    _ results: any ResultWriter, _ output: ResultBuffer, _ style: TextStyle,
    seconds: @escaping () -> Double
  ) {
    (self.results, self.output, self.style, self.seconds) = (results, output, style, seconds)
    start = seconds()
  }

  package mutating func expect(_ results: Int) throws { try self.results.expect(results) }

  package mutating func begin(_ columns: [String]) throws {
    rows = 0
    try results.begin(columns)
  }

  package mutating func take(_ row: borrowing QueryRow) throws {
    rows += 1
    try results.take(row)
  }

  package mutating func finish() throws { try results.finish() }

  package mutating func end() throws {
    try results.end()
    let time = seconds() - start
    try output.append(
      "\n\(style.hint("\(NumberText.counted(rows, "row")), \(Self.text(of: time))"))\n")
    start = seconds()
  }

  /// Whole milliseconds, at least one; from ten seconds on, seconds.
  static func text(of seconds: Double) -> String {
    seconds < 10
      ? "\(max(1, Int((seconds * 1000).rounded()))) ms" : "\(NumberText.fixed(seconds, 1)) s"
  }
}
