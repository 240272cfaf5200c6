/// What can exist only once, and what becomes of two that are one.
extension Replay {
  /// What a row with these values claims for itself alone, as bytes.
  ///
  /// These are the unique keys of the tables, but for the default shoe, which changes
  /// hands; and what the program itself keeps unique: an imported activity, and the
  /// typed values of one.
  func claim(of values: [String: MergeValue], in table: MergeTable) -> [UInt8]? {
    let parts: [MergeValue?]
    switch table.name {
    case "footwear", "exercise", "routine", "saved_query":
      guard let name = values["name"]?.text else { return nil }
      return Array("\(table.name) ".utf8) + name.utf8.map(foldedCase)
    case "setting": parts = [values["name"]]
    case "day_mark": parts = [values["day"]]
    case "flare_up":
      parts = values["end_day"] == nil ? [values["onset_day"].map { _ in .null }] : [nil]
    case "routine_step": parts = [values["routine_id"], values["position"]]
    case "trial_answer": parts = [values["trial_id"], values["unit"]]
    case "activity_source": parts = [values["fingerprint"], values["service_id"] ?? .null]
    case "typed_activity": parts = [values["run_id"] ?? values["cross_training_id"]]
    default: return nil
    }
    let known = parts.compactMap(\.self)
    guard known.count == parts.count else { return nil }
    return known.reduce(Array(table.name.utf8)) { $0 + [0] + $1.rank }
  }

  /// The values of two rows that become one.
  ///
  /// - Parameters:
  ///   - base: The values of the row that stays.
  ///   - other: The values of the other.
  ///   - table: Their table.
  ///   - isLater: Whether the other is later, so that its known values count.
  /// - Returns: The values together.
  func combined(
    _ base: [String: MergeValue], _ other: [String: MergeValue], in table: MergeTable, isLater: Bool
  ) -> [String: MergeValue] {
    var together = base
    switch table.name {
    case "day_mark", "setting", "saved_query", "routine_step", "trial_answer":
      // They are short: the later one counts as a whole.
      if isLater { together = other }
    default: together.merge(other) { isLater ? $1 : $0 }
    }
    // It came with the first import.
    together["import_id"] = base["import_id"] ?? other["import_id"]
    switch table.name {
    case "flare_up":
      // One that lasts began with the earlier onset.
      let onsets = [base["onset_day"], other["onset_day"]].compactMap(\.self)
      together["onset_day"] = onsets.min(by: MergeValue.precedes)
    case "typed_activity":
      together["fields"] = union(base["fields"], other["fields"], ",")
      together["settled"] = union(base["settled"], other["settled"], "\n")
    case "activity_source":
      for field in ["run_id", "cross_training_id"] { together[field] = base[field] ?? other[field] }
    default: break
    }
    return together
  }

  /// The parts of two lists in one text each, sorted.
  private func union(
    _ one: MergeValue?, _ other: MergeValue?, _ separator: Character
  ) -> MergeValue? {
    let texts = [one?.text, other?.text].compactMap(\.self)
    guard !texts.isEmpty else { return nil }
    let parts = Set(texts.flatMap { $0.split(separator: separator).map(String.init) })
    return .plain(.text(parts.sorted().joined(separator: String(separator))))
  }
}
