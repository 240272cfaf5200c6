/// Keeps the seed from being read by accident.
///
/// A program that shows the table prints another number; anyone who wants to can turn
/// it back.
enum TrialSeal {
  private static let key = 0x000A_53B7_1C96_E2D5

  /// The sealed form of a seed, or the seed of a sealed form.
  static func turned(_ number: Int) -> Int { number ^ key }
}
