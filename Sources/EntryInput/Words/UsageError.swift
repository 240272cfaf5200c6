/// A command line that cannot be understood: one sentence, exit status 64.
package struct UsageError: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }

  /// Creates the error that `word` breaks `rule`, a sentence without its full stop.
  package init(_ rule: String, not word: String) {
    self.init("\(rule), not \(Quoted.text(word)).")
  }

  /// Creates the error that no `noun` is called `word`; `choices` lists those there are.
  package init(unknown noun: String, _ word: String, use choices: String) {
    self.init("Unknown \(noun) \(Quoted.text(word)); use \(choices).")
  }
}
