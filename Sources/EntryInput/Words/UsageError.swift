/// Something asked for that cannot be: one sentence, exit status 64.
package struct UsageError: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }

  /// Creates the error that `rule`, a sentence without its full stop, holds, but not
  /// for `word`.
  package init(_ rule: String, not word: String) {
    self.init("\(rule), not \(Quoted.text(word)).")
  }
}
