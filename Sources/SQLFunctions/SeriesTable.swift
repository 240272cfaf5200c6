internal import CSQLiteExtension
internal import CivilDay

/// Adds `generate_series` to a connection, unless it has one.
///
/// - Returns: SQLite's result code.
func addSeriesTable(to database: OpaquePointer) -> Int32 {
  let days = extension_days(
    read: { text, count, number in
      let bytes = UnsafeBufferPointer(start: text, count: Int(count))
      // What is longer is no day, and not worth a copy.
      guard bytes.count <= 10, let day = Day(String(decoding: bytes, as: UTF8.self)) else {
        return 0
      }
      number?.pointee = Int64(day.daysSince1970)
      return 1
    },
    write: { number, text in
      for (index, byte) in "\(Day(daysSince1970: Int(number)))".utf8.enumerated() {
        text?[index] = CChar(bitPattern: byte)
      }
    })
  return extension_add_series(database, days)
}
