/// The check of a journal's structure when it is opened.
///
/// One flipped bit can hide rows, and then every number made of them is wrong, so
/// nothing is read or written before the check. What no check can find is a digit that
/// was changed inside a value, and a whole page replaced by an older one.
struct Soundness {
  private let path: String
  private let record: SoundnessRecord?
  private let isNeeded: Bool
  private let stamps: SoundnessRecord.Stamps

  /// - Parameters:
  ///   - path: The journal, before it is opened.
  ///   - record: The earlier checks, if they are remembered.
  ///   - purpose: The purpose of opening it. Looking up names does without a check.
  init(_ path: String, _ record: SoundnessRecord?, for purpose: Journal.Purpose) {
    self.path = path
    self.record = record
    isNeeded =
      switch purpose {
      case .reading, .changing, .writing: path != ":memory:"
      case .lookingUp, .making: false
      }
    stamps = .init(of: path)
  }

  /// Checks the journal behind `connection`, unless that was done lately.
  ///
  /// - Throws: ``SQLiteError/Code/corrupt`` if it is damaged.
  func check(_ connection: Connection) throws(SQLiteError) {
    guard isNeeded, record?.knows(path, stamps) != true else { return }
    try connection.checkStructure()
    // Another process may have written meanwhile; then the next command checks again.
    if SoundnessRecord.Stamps(of: path) == stamps { record?.note(path, stamps) }
  }

  /// Notes that the journal, now closed, was changed by this program alone.
  func renew() {
    record?.renew(path, before: stamps)
  }
}
