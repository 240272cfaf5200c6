/// A problem with a file, as one sentence.
package struct FileError: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}
