internal import CSQLiteExtension

/// Runs `body` while SQLite counts memory that `body` takes for itself.
///
/// The Correlator works on plain arrays, which SQLite cannot see; without this,
/// `hard_heap_limit` would not hold for them. Nothing is written to what is reserved,
/// so it takes none of the machine's memory.
///
/// - Parameters:
///   - bytes: The most that `body` takes; a small number is not worth counting.
///   - body: Takes the memory, and lets go of it.
/// - Returns: What `body` returns.
/// - Throws: ``FunctionError/outOfMemory`` beyond SQLite's limit, or what `body` throws.
func reserving<T>(
  bytes: Int, _ body: () throws(FunctionError) -> T
) throws(FunctionError) -> T {
  guard bytes >= 1 << 18 else { return try body() }
  guard let memory = extension_reallocate(nil, UInt64(bytes)) else { throw .outOfMemory }
  defer { extension_free(memory) }
  return try body()
}
