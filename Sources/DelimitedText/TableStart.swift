/// The place of a table's header and its delimiter, from the first records of a
/// file.
struct TableStart {
  /// One of the first records.
  struct Record {
    /// Its offset in the bytes.
    let offset: Int
    /// The number of line ends before it.
    let lines: Int
    /// Its number of fields, without blank ones at the end.
    let width: Int
    /// Whether its fields look like column names.
    let isOfNames: Bool
  }

  /// The maximum number of metadata lines before a detected header.
  private static let mostRecords = 40

  /// The delimiter of most records, if the first record's delimiter separates
  /// nothing else.
  static func delimiter(_ first: Delimiter, in bytes: ArraySlice<UInt8>, isWhole: Bool) -> Delimiter
  {
    func separated(_ delimiter: Delimiter) -> Int {
      records(of: bytes, delimiter, isWhole: isWhole).count { $0.width > 1 }
    }
    let total = records(of: bytes, first, isWhole: isWhole).count
    var (best, most) = (first, separated(first))
    guard total > 2, most * 2 < total else { return first }
    for candidate in Delimiter.allCases where separated(candidate) > most {
      (best, most) = (candidate, separated(candidate))
    }
    return best
  }

  /// The header record, if it is clearly not the first.
  ///
  /// Then most of the later records are wider than the first, and only a few are
  /// wider than the header.
  static func header(
    in bytes: ArraySlice<UInt8>, _ delimiter: Delimiter, isWhole: Bool
  ) -> Record? {
    let records = records(of: bytes, delimiter, isWhole: isWhole)
    func fits(_ index: Int) -> Bool {
      let behind = records[(index + 1)...]
      return !behind.isEmpty
        && behind.count { $0.width > records[index].width } * 2 <= behind.count
    }
    guard records.count > 2, !fits(0) else { return nil }
    return records.indices.dropFirst().first { index in
      records[index].isOfNames && records[index].width > 1 && fits(index)
    }.map { records[$0] }
  }

  /// The complete records at the start of the bytes.
  private static func records(
    of bytes: ArraySlice<UInt8>, _ delimiter: Delimiter, isWhole: Bool
  ) -> [Record] {
    var records: [Record] = []
    var fields: [ArraySlice<UInt8>] = []
    var (fieldStart, recordStart) = (bytes.startIndex, bytes.startIndex)
    var (isInQuotes, lines, recordLines) = (false, 0, 0)
    func end(at index: Int) {
      fields.append(bytes[fieldStart..<index])
      while let last = fields.last, last.allSatisfy(isBlank) { fields.removeLast() }
      if !fields.isEmpty {
        records.append(
          Record(
            offset: recordStart - bytes.startIndex, lines: recordLines, width: fields.count,
            isOfNames: areNames(fields)))
      }
      fields.removeAll(keepingCapacity: true)
    }
    for index in bytes.indices {
      let byte = bytes[index]
      let isLine = isLineEnd(byte)
      if isLine,
        byte == carriageReturn || index == bytes.startIndex || bytes[index - 1] != carriageReturn
      {
        lines += 1
      }
      if byte == quote, isInQuotes || index == fieldStart {
        isInQuotes.toggle()
      } else if isInQuotes {
        continue
      } else if byte == delimiter.rawValue {
        fields.append(bytes[fieldStart..<index])
        fieldStart = index + 1
      } else if isLine {
        end(at: index)
        guard records.count < mostRecords else { return records }
        (fieldStart, recordStart, recordLines) = (index + 1, index + 1, lines)
      }
    }
    if isWhole, fieldStart < bytes.endIndex { end(at: bytes.endIndex) }
    return records
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Whether each field has a letter and starts unlike a number or a date, and no
  /// two are equal.
  private static func areNames(_ fields: [ArraySlice<UInt8>]) -> Bool {
    Set(fields).count == fields.count
      && fields.allSatisfy { field in
        let text = field.drop { isBlank($0) || $0 == quote }
        guard let first = text.first, !(0x30...0x39).contains(first), !"+-.,".utf8.contains(first)
        else { return false }
        return text.contains { $0 >= 0x80 || (0x61...0x7A).contains($0 | 0x20) }
      }
  }
}
