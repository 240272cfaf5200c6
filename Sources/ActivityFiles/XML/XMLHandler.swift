/// What reads the elements of a document as they come.
///
/// Names are without their prefixes, because files in the wild forget to
/// declare them.
protocol XMLHandler: AnyObject {
  /// Whether text is wanted at the moment; what is not wanted is not kept.
  var wantsText: Bool { get }

  /// An element begins.
  ///
  /// - Throws: ``ActivityFileError`` to stop reading.
  func begin(_ name: XMLName, _ attributes: XMLAttributes) throws(ActivityFileError)

  /// An element ends.
  ///
  /// - Parameters:
  ///   - name: The element.
  ///   - text: The text since its beginning or since the end of an element in
  ///     it, without blanks around it; empty if it was not wanted.
  /// - Throws: ``ActivityFileError`` to stop reading.
  func end(_ name: XMLName, text: String) throws(ActivityFileError)

  /// The document breaks off: what is open counts as far as it was read.
  ///
  /// - Throws: ``ActivityFileError`` if that is too much.
  func breakOff() throws(ActivityFileError)
}

/// The name of an element or attribute, lent for the time of a call.
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
        // A name that is shorter ends in a zero, which no other name has.
        guard UInt8(bitPattern: name.pointer[index]) == byte else { return false }
      }
      return name.pointer[other.count] == 0
    }
  }

  static func ~= (other: StaticString, name: XMLName) -> Bool { name == other }

  /// The name as a string.
  var text: String { String(cString: pointer) }
}

/// The attributes of an element, lent for the time of a call.
struct XMLAttributes {
  private let pointer: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The attributes as expat has them: names and values in turn, then null.
  init(_ pointer: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    self.pointer = pointer
  }

  /// The value of the attribute `name`, or `nil` if there is none.
  subscript(_ name: StaticString) -> String? {
    guard var next = pointer else { return nil }
    while let key = next.pointee, let value = next[1] {
      if XMLName(key) == name { return String(cString: value) }
      next += 2
    }
    return nil
  }
}
