/// A command that was understood but not carried out: one sentence, exit status 1.
struct Refusal: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// Mistakes that were told when they happened: nothing more to say, exit status 1.
struct MistakesTold: Error {}
