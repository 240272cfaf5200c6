/// Something asked for that cannot be: one sentence, exit status 64.
struct UsageError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }

  /// Creates the error that `rule`, a sentence without its full stop, holds, but not
  /// for `word`.
  init(_ rule: String, not word: String) {
    self.init("\(rule), not \(Quoted.text(word)).")
  }
}

/// Something wrong with a file that was to be read: one sentence.
struct FileError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// Something understood that was not done, because it may not be meant: one
/// sentence, exit status 1.
struct Refusal: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
