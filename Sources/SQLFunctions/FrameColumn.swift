internal import CSQLiteExtension

/// One number per row in a group or a frame, oldest first.
///
/// The memory comes from SQLite, so its limits count it.
struct FrameColumn: ~Copyable {
  private var start: UnsafeMutablePointer<Double>?
  private var capacity = 0
  // The rows in use: those before `first` have left.
  private var first = 0
  private var end = 0

  deinit { extension_free(start) }

  var count: Int { end - first }

  var values: [Double] {
    Array(UnsafeBufferPointer(start: start.map { $0 + first }, count: count))
  }

  /// Appends the number of a new row.
  mutating func append(_ value: Double) throws(FunctionError) {
    if end == capacity { try makeRoom() }
    start?[end] = value
    end += 1
  }

  /// Removes the oldest row, if any.
  mutating func removeFirst() {
    guard count > 0 else { return }
    first += 1
  }

  private mutating func makeRoom() throws(FunctionError) {
    if let start, first > capacity / 2 {
      start.update(from: start + first, count: count)
      (first, end) = (0, count)
      return
    }
    let wanted = max(32, 2 * capacity)
    let bytes = UInt64(wanted * MemoryLayout<Double>.stride)
    guard let memory = extension_reallocate(start, bytes) else { throw .outOfMemory }
    start = memory.assumingMemoryBound(to: Double.self)
    capacity = wanted
  }
}
