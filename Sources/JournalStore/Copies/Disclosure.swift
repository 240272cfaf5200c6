/// How much of a journal an assistant may read.
public enum Disclosure: Sendable {
  /// Numbers, days and words from fixed lists.
  case figures
  /// Also notes, medication, guidance, triggers, names and the record of changes; never the
  /// seed of a trial.
  case words
}
