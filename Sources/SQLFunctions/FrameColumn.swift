internal import CSQLiteExtension

/// One value per row in a group or a frame, oldest first.
///
/// The memory comes from SQLite, so its limits count it.
struct FrameColumn<Value: BitwiseCopyable>: ~Copyable {
  private var start: UnsafeMutablePointer<Value>?
  private var capacity = 0
  // The rows in use: those before `first` have left.
  private var first = 0
  private var end = 0

  deinit { extension_free(start) }

  var count: Int { end - first }

  /// A copy for the Correlator; reserve its memory first.
  var values: [Value] { withValues { Array($0) } }

  /// Lends the values to `body`.
  func withValues<T>(_ body: (UnsafeBufferPointer<Value>) -> T) -> T {
    body(UnsafeBufferPointer(start: start.map { $0 + first }, count: count))
  }

  /// Appends the value of a new row.
  mutating func append(_ value: Value) throws(FunctionError) {
    if end == capacity { try makeRoom(for: 1) }
    start?[end] = value
    end += 1
  }

  /// Appends several values at once.
  mutating func append(_ values: UnsafeBufferPointer<Value>) throws(FunctionError) {
    guard let from = values.baseAddress, !values.isEmpty else { return }
    if values.count > capacity - end { try makeRoom(for: values.count) }
    start.map { ($0 + end).update(from: from, count: values.count) }
    end += values.count
  }

  /// Removes the oldest row, if any.
  mutating func removeFirst() { removeFirst(1) }

  /// Removes the oldest `rows`, or all.
  mutating func removeFirst(_ rows: Int) { first += min(rows, count) }

  private mutating func makeRoom(for added: Int) throws(FunctionError) {
    if let start, first > capacity / 2 {
      start.update(from: start + first, count: count)
      (first, end) = (0, count)
      if added <= capacity - end { return }
    }
    let wanted = max(32, 2 * capacity, end + added)
    let bytes = UInt64(wanted * MemoryLayout<Value>.stride)
    guard let memory = extension_reallocate(start, bytes) else { throw .outOfMemory }
    start = memory.assumingMemoryBound(to: Value.self)
    capacity = wanted
  }
}
