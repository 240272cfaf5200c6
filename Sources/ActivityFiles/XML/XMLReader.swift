internal import CExpat

/// Reads an XML document from a source and passes its elements to a handler.
///
/// Expat does the work. Memory is bounded by the longest wanted text, not by the
/// document. A document that declares entities is refused, so that none can grow
/// without bounds or open a file. Almost-XML is repaired, and a broken document
/// is read as far as possible.
struct XMLReader {
  /// The maximum length of an element's text, in bytes.
  static let maximumText = 1 << 20

  /// The maximum length of a tag, a comment or anything else that expat reads as a
  /// whole, in bytes.
  ///
  /// It reads what is unfinished again with every piece of the document, so that time
  /// would grow with the square of the length.
  static let maximumToken = 1 << 20

  /// The maximum nesting of elements.
  static let maximumDepth = 256

  /// How far a document could be read.
  struct Outcome {
    /// The repairs it needed.
    fileprivate(set) var repairs: Set<XMLRepair> = []
    /// The reason why reading stopped early.
    fileprivate(set) var failure: ActivityFileError?

    /// The repairs, each in one sentence.
    var warnings: [String] { repairs.sorted().map(\.description) }
  }

  /// Reads the document, and the source to its end.
  ///
  /// - Parameters:
  ///   - source: The bytes.
  ///   - handler: Receives the elements.
  /// - Returns: The problems of the document.
  /// - Throws: ``ActivityFileError`` if it is refused or has no element at all,
  ///   or any error of `source`.
  static func read(_ source: @escaping ByteSource, _ handler: some XMLHandler) throws -> Outcome {
    // The cleaner converts every encoding to UTF-8.
    guard let parser = XML_ParserCreate("UTF-8") else {
      throw ActivityFileError("There is not enough memory to read the file.")
    }
    defer { XML_ParserFree(parser) }
    let state = XMLReaderState(parser, handler)
    return try withExtendedLifetime(state) {
      XML_SetUserData(parser, Unmanaged.passUnretained(state).toOpaque())
      XML_SetElementHandler(
        parser,
        { XMLReaderState.of($0).begin($1, $2) }, { XMLReaderState.of($0).end($1) })
      XML_SetEntityDeclHandler(parser) { data, _, _, _, _, _, _, _, _ in
        XMLReaderState.of(data).stop(
          ActivityFileError("The XML declares entities, which activities do not need."))
      }
      return try feed(parser, state, source)
    }
  }

  private static func feed(
    _ parser: XML_Parser, _ state: XMLReaderState, _ source: @escaping ByteSource
  ) throws -> Outcome {
    let cleaner = try XMLCleaner(source)
    var outcome = Outcome()
    var parsed = 0
    while true {
      let isMore = try cleaner.next { bytes in
        guard outcome.failure == nil else { return }
        outcome.failure = try parse(bytes, isLast: false, parser, state)
        parsed += bytes.count
        // Before the first element, there may be no current token, and -1.
        if parsed - max(0, XML_GetCurrentByteIndex(parser)) > maximumToken {
          outcome.failure =
            outcome.failure ?? ActivityFileError("A tag or a comment in the XML is too long.")
        }
        if outcome.failure != nil {
          outcome.repairs.insert(state.isClosed ? .trailingText : .damaged)
        }
      }
      if !isMore { break }
    }
    if outcome.failure == nil {
      outcome.failure = try parse(
        UnsafeRawBufferPointer(start: nil, count: 0), isLast: true, parser, state)
      if outcome.failure != nil { outcome.repairs.insert(.cutShort) }
    }
    if let failure = outcome.failure {
      guard state.hasBegun else { throw failure }
      if !state.isClosed { try state.breakOff() }
    }
    outcome.repairs.formUnion(cleaner.repairs)
    return outcome
  }

  /// Why `bytes` could not be read, or `nil`.
  private static func parse(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool, _ parser: XML_Parser, _ state: XMLReaderState
  ) throws -> ActivityFileError? {
    let status = XML_Parse(
      parser, bytes.assumingMemoryBound(to: CChar.self).baseAddress, Int32(bytes.count),
      isLast ? 1 : 0)
    if let failure = state.failure { throw failure }
    guard status == XML_STATUS_ERROR else { return nil }
    return ActivityFileError(
      "The XML is damaged on line \(XML_GetCurrentLineNumber(parser)): "
        + "\(String(cString: XML_ErrorString(XML_GetErrorCode(parser)))).")
  }
}

/// The state for expat's callbacks.
private final class XMLReaderState {
  private let parser: XML_Parser
  private let handler: any XMLHandler
  private(set) var failure: ActivityFileError?
  private var text: [UInt8] = []
  private var depth = 0
  private var isListening = false
  /// Whether the first element has begun.
  private(set) var hasBegun = false

  /// Whether the first element has ended, and with it the document.
  var isClosed: Bool { hasBegun && depth == 0 }

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
    hasBegun = true
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

  /// Tells the handler that the document breaks off.
  func breakOff() throws(ActivityFileError) { try handler.breakOff() }

  private func add(_ bytes: UnsafePointer<CChar>?, _ count: Int32) {
    guard failure == nil, let bytes else { return }
    guard text.count + Int(count) <= XMLReader.maximumText else {
      return stop(ActivityFileError("Text in the XML is too long."))
    }
    text.append(
      contentsOf: UnsafeRawBufferPointer(start: bytes, count: Int(count)))
  }

  /// Calls the handler, and listens for text if it wants any now.
  private func tell(_ body: () throws(ActivityFileError) -> Void) {
    do {
      try body()
    } catch {
      stop(error)
    }
    guard handler.wantsText != isListening else { return }
    isListening.toggle()
    // Most elements of a large export are of no interest; expat then need not
    // even report the blanks between them.
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
    // Nearly all text has none, as its first and last byte show.
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
