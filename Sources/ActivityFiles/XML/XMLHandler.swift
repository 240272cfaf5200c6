/// Receives the elements of a document while it is read.
///
/// Names are without prefixes, because real files forget to declare them.
protocol XMLHandler: AnyObject {
  /// Whether text is wanted now; other text is not kept.
  var wantsText: Bool { get }

  /// Begins an element.
  ///
  /// - Throws: ``ActivityFileError`` to stop reading.
  func begin(_ name: XMLName, _ attributes: XMLAttributes) throws(ActivityFileError)

  /// Ends an element.
  ///
  /// - Parameters:
  ///   - name: The element.
  ///   - text: The trimmed text since the element began or since the end of an
  ///     inner one; empty if not wanted.
  /// - Throws: ``ActivityFileError`` to stop reading.
  func end(_ name: XMLName, text: String) throws(ActivityFileError)

  /// The document breaks off: open elements count as far as they were read.
  ///
  /// - Throws: ``ActivityFileError`` if they are too large.
  func breakOff() throws(ActivityFileError)
}

/// The name of an element or attribute, valid only during a call.
struct XMLName {
  private let pointer: UnsafePointer<CChar>

  /// The name in `pointer` without its prefix.
  init(_ pointer: UnsafePointer<CChar>) {
    var name = pointer
    var byte = pointer
    while byte.pointee != 0 {
      if byte.pointee == 0x3A { name = byte + 1 }
      byte += 1
    }
    self.pointer = name
  }

  /// Whether this is `name`.
  static func == (name: XMLName, other: StaticString) -> Bool {
    other.withUTF8Buffer { other in
      for (index, byte) in other.enumerated() {
        // A shorter name ends in a zero, which no other name contains.
        guard UInt8(bitPattern: name.pointer[index]) == byte else { return false }
      }
      return name.pointer[other.count] == 0
    }
  }

  static func ~= (other: StaticString, name: XMLName) -> Bool { name == other }

  /// The name as a string.
  var text: String { String(cString: pointer) }
}

/// The attributes of an element, valid only during a call.
struct XMLAttributes {
  private let pointer: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The attributes in expat's form: alternating names and values, then null.
  init(_ pointer: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    self.pointer = pointer
  }

  /// The value of the attribute `name`, or `nil` without one.
  subscript(_ name: StaticString) -> String? {
    guard var next = pointer else { return nil }
    while let key = next.pointee, let value = next[1] {
      if XMLName(key) == name { return String(cString: value) }
      next += 2
    }
    return nil
  }
}
