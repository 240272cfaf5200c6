/// Something understood that was not done, because it may not be meant: one
/// sentence, exit status 1.
struct Refusal: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
