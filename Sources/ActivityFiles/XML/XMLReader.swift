internal import CExpat

/// Reads an XML document from a source and tells a handler what is in it.
///
/// Expat does the work. Memory is bounded by the longest text that is wanted,
/// not by the document. A document that declares entities is refused, so that
/// none can grow without bounds or name a file.
struct XMLReader {
  /// The longest text of an element, in bytes.
  static let maximumText = 1 << 20

  /// The deepest nesting of elements.
  static let maximumDepth = 256

  /// Reads the whole document.
  ///
  /// - Parameters:
  ///   - source: Where the bytes come from.
  ///   - handler: What is told.
  /// - Throws: ``ActivityFileError``, or what `source` throws.
  static func read(_ source: ByteSource, _ handler: some XMLHandler) throws {
    guard let parser = XML_ParserCreate(nil) else {
      throw ActivityFileError("There is not enough memory to read the file.")
    }
    defer { XML_ParserFree(parser) }
    let state = XMLReaderState(parser, handler)
    try withExtendedLifetime(state) {
      XML_SetUserData(parser, Unmanaged.passUnretained(state).toOpaque())
      XML_SetElementHandler(
        parser,
        { XMLReaderState.of($0).begin($1, $2) }, { XMLReaderState.of($0).end($1) })
      XML_SetEntityDeclHandler(parser) { data, _, _, _, _, _, _, _, _ in
        XMLReaderState.of(data).stop(
          ActivityFileError("The XML declares entities, which no activity needs."))
      }
      try feed(parser, state, source)
    }
  }

  private static func feed(
    _ parser: XML_Parser, _ state: XMLReaderState, _ source: ByteSource
  ) throws {
    let size: Int32 = 1 << 16
    while true {
      guard let buffer = XML_GetBuffer(parser, size) else {
        throw ActivityFileError("There is not enough memory to read the file.")
      }
      let count = try source(UnsafeMutableRawBufferPointer(start: buffer, count: Int(size)))
      let status = XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0)
      if let failure = state.failure { throw failure }
      guard status != XML_STATUS_ERROR else {
        throw ActivityFileError(
          "The XML is broken in line \(XML_GetCurrentLineNumber(parser)): "
            + "\(String(cString: XML_ErrorString(XML_GetErrorCode(parser)))).")
      }
      guard count > 0 else { return }
    }
  }
}

/// What expat's calls work on.
private final class XMLReaderState {
  private let parser: XML_Parser
  private let handler: any XMLHandler
  private(set) var failure: ActivityFileError?
  private var text: [UInt8] = []
  private var depth = 0
  private var isListening = false

  init(_ parser: XML_Parser, _ handler: any XMLHandler) {
    self.parser = parser
    self.handler = handler
  }

  static func of(_ data: UnsafeMutableRawPointer?) -> XMLReaderState {
    guard let data else { preconditionFailure("expat lost its user data") }
    return Unmanaged<XMLReaderState>.fromOpaque(data).takeUnretainedValue()
  }

  func stop(_ error: ActivityFileError) {
    failure = failure ?? error
    XML_StopParser(parser, 0)
  }

  func begin(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard failure == nil, let name else { return }
    depth += 1
    guard depth <= XMLReader.maximumDepth else {
      return stop(ActivityFileError("The XML is nested too deeply."))
    }
    text.removeAll(keepingCapacity: true)
    tell { () throws(ActivityFileError) in
      try handler.begin(XMLName(name), XMLAttributes(attributes))
    }
  }

  func end(_ name: UnsafePointer<CChar>?) {
    guard failure == nil, let name else { return }
    depth -= 1
    let trimmed = String(decoding: text, as: UTF8.self).trimmed
    text.removeAll(keepingCapacity: true)
    tell { () throws(ActivityFileError) in try handler.end(XMLName(name), text: trimmed) }
  }

  private func add(_ bytes: UnsafePointer<CChar>?, _ count: Int32) {
    guard failure == nil, let bytes else { return }
    guard text.count + Int(count) <= XMLReader.maximumText else {
      return stop(ActivityFileError("A text in the XML is too long."))
    }
    text.append(
      contentsOf: UnsafeRawBufferPointer(start: bytes, count: Int(count)))
  }

  /// Tells the handler something, and listens for text if it wants that now.
  private func tell(_ body: () throws(ActivityFileError) -> Void) {
    do {
      try body()
    } catch {
      stop(error)
    }
    guard handler.wantsText != isListening else { return }
    isListening.toggle()
    // Most elements of a large export are of no interest; then expat need not
    // even call for the blanks between them.
    if isListening {
      XML_SetCharacterDataHandler(parser) { XMLReaderState.of($0).add($1, $2) }
    } else {
      XML_SetCharacterDataHandler(parser, nil)
    }
  }
}

extension String {
  /// The text without blanks around it.
  var trimmed: String {
    // Nearly all texts have none, which their first and last byte tell.
    if let first = utf8.first, let last = utf8.last, (0x21..<0x7F).contains(first),
      (0x21..<0x7F).contains(last)
    {
      return self
    }
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return first == startIndex && index(after: last) == endIndex ? self : String(self[first...last])
  }
}
