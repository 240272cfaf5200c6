internal import CSQLiteExtension

/// `string_agg(x, separator)`: the texts of a frame in the order of its rows, each
/// but the first after the separator of its own row.
final class JoinedRowsState: FrameState {
  /// The bytes of a row.
  private struct Lengths: BitwiseCopyable {
    let separator: Int32
    let text: Int32
  }

  private let joined: JoinedText
  private var lengths = FrameColumn<Lengths>()

  init(in context: OpaquePointer?) { joined = JoinedText(in: context) }

  override func enter(_ row: borrowing Arguments) throws(FunctionError) {
    guard try row.isKnown(0) else { return }
    let start = joined.count
    _ = try row.withWrittenText(1) { (utf8) throws(FunctionError) in try joined.append(utf8) }
    let middle = joined.count
    _ = try row.withWrittenText(0) { (utf8) throws(FunctionError) in try joined.append(utf8) }
    try lengths.append(
      Lengths(separator: Int32(middle - start), text: Int32(joined.count - middle)))
  }

  override func leave(_ row: borrowing Arguments) throws(FunctionError) {
    guard try row.isKnown(0), let oldest else { return }
    joined.removeFirst(Int(oldest.separator) + Int(oldest.text))
    lengths.removeFirst()
  }

  override func value() -> FunctionResult? {
    oldest.map { .joined(joined, start: Int($0.separator)) }
  }

  private var oldest: Lengths? { lengths.withValues { $0.first } }
}
