/// A progress bar on standard error.
///
/// It appears after a second, so that quick work shows none, and is erased at the
/// end.
package final class ImportProgress {
  private let total: Int
  private let write: (String) -> Void
  private let clock: () -> Double
  private let start: Double
  private var done = 0
  private var shownAt: Double?

  private static let patience = 1.0
  private static let interval = 0.2
  private static let width = 30

  /// Creates the bar.
  ///
  /// - Parameters:
  ///   - total: The number of bytes to read; 0 if unknown.
  ///   - clock: Returns seconds since a fixed moment.
  ///   - write: Writes text without buffering.
  package init(
    of total: Int, clock: @escaping () -> Double = monotonicSeconds,
    write: @escaping (String) -> Void
  ) {
    (self.total, self.write, self.clock) = (total, write, clock)
    start = clock()
  }

  /// Adds to the number of bytes read.
  package func add(_ count: Int) {
    done += count
    let now = clock()
    guard now - start >= Self.patience, now - (shownAt ?? 0) >= Self.interval else { return }
    shownAt = now
    write("\r\(bar)")
  }

  /// Erases the bar.
  package func end() {
    guard shownAt != nil else { return }
    shownAt = nil
    write("\r\u{1B}[K")
  }

  private var bar: String {
    guard total > 0 else { return "Reading: \(done / 1_000_000) MB" }
    let part = min(1, Double(done) / Double(total))
    let filled = Int(part * Double(Self.width))
    let dots = String(repeating: "#", count: filled)
    let rest = String(repeating: "-", count: Self.width - filled)
    let percent = Int(part * 100)
    return
      "Reading [\(dots)\(rest)] \(percent < 100 ? " " : "")\(percent < 10 ? " " : "")\(percent) %"
  }
}
