import JSONText

/// What a tool answers.
struct ToolAnswer {
  /// The parts of the text, each for the assistant and the person.
  var parts: [String]
  /// The same as data, an object; `nil` if the text is all.
  var data: JSON?
  /// Whether the call failed, for a reason that the assistant can mend.
  var isError = false
  /// The number of rows, for the log.
  var rows: Int?

  /// A failure in one sentence.
  static func failure(_ sentence: String) -> ToolAnswer {
    ToolAnswer(parts: [sentence], isError: true)
  }

  /// The result of a call in a version of the protocol.
  func json(in version: ProtocolVersion) -> JSON {
    var members: [(String, JSON)] = [
      ("content", .array(parts.map { ["type": "text", "text": .string($0)] }))
    ]
    if version.hasStructuredContent, let data { members.append(("structuredContent", data)) }
    return .object(members + [("isError", .bool(isError))])
  }
}
