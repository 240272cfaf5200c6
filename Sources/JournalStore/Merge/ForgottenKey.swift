/// The keys of what was forgotten on purpose: marks without content.
///
/// The key of a whole entry is its identity.
enum ForgottenKey {
  /// The key of all notes that an entry ever had.
  static func note(of entry: String) -> String { "note:\(entry)" }

  /// The key of what a source told of an activity.
  static func source(_ entry: String) -> String { "source:\(entry)" }

  /// What is left of such a source: the hash and the number by which an import
  /// recognises its file.
  static let keptOfSource: Set<String> = ["fingerprint", "service_id"]
}
