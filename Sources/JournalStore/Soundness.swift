/// The check of a journal when it is opened.
///
/// One flipped bit can hide rows, and then every number made of them is wrong, so
/// nothing is read or written before the check.
struct Soundness {
  private let path: String
  private let record: SoundnessRecord?
  private let isNeeded: Bool
  private let state: SoundnessRecord.State?

  /// - Parameters:
  ///   - path: The journal, before it is opened.
  ///   - check: Whether to check it.
  ///   - purpose: The purpose of opening it. Looking up names does without a check.
  init(_ path: String, _ check: Journal.Check, for purpose: Journal.Purpose) {
    self.path = path
    let isOfUse =
      switch purpose {
      case .reading, .studying, .changing, .writing: path != ":memory:"
      case .lookingUp, .making: false
      }
    switch check {
    case .none: (isNeeded, record) = (false, nil)
    case .unlessKnown(let record): (isNeeded, self.record) = (isOfUse, record)
    case .always: (isNeeded, record) = (isOfUse, nil)
    }
    state = isNeeded && record != nil ? .init(of: path) : nil
  }

  /// Checks the journal behind `connection`, unless its bytes are known to be sound.
  ///
  /// - Throws: ``SQLiteError/Code/corrupt`` if it is damaged.
  func check(_ connection: Connection) throws(SQLiteError) {
    guard isNeeded else { return }
    guard let record, let state else { return try connection.checkStructure() }
    switch record.verdict(on: path, state) {
    case .sound: record.settle(path, state)
    case .damaged: throw SQLiteError(.corrupt, "its bytes changed without a write")
    case .changed:
      try connection.checkStructure()
      record.note(path, state)
    }
  }

  /// Notes the state of the journal, closed after this program changed it.
  func renew() {
    guard let record, let state, record.verdict(on: path, state) == .sound,
      let present = SoundnessRecord.State(of: path), present != state
    else { return }
    record.note(path, present)
  }
}
