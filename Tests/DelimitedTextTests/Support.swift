import DelimitedText

/// The random numbers of SplitMix64, the same for the same seed.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// What reading a text to its end gave.
struct Reading {
  var columns: [String] = []
  var delimiter = Delimiter.comma
  var records: [DelimitedRecord] = []

  var rows: [[String]] { records.map(\.fields) }
  var lines: [Int] { records.map(\.line) }
  var problems: [DelimitedRecord.Problem?] { records.map(\.problem) }
}

/// Reads all records of `bytes`, at most `chunk` bytes at a time.
func readAll(
  _ bytes: some Collection<UInt8>, chunk: Int = .max, delimiter: Delimiter? = nil,
  hasHeader: Bool = true, form: DelimitedTextReader.Form = .wild()
) throws -> Reading {
  var rest = Array(bytes)[...]
  var reader = try DelimitedTextReader(delimiter: delimiter, hasHeader: hasHeader, form: form) {
    buffer in
    let count = min(buffer.count, rest.count, chunk)
    buffer.copyBytes(from: rest.prefix(count))
    rest = rest.dropFirst(count)
    return count
  }
  var reading = Reading(columns: reader.columns, delimiter: reader.delimiter)
  while let record = try reader.next() { reading.records.append(record) }
  return reading
}
