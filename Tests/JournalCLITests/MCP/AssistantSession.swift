import JSONText
import JournalStore
import Testing

@testable import JournalCLI

/// A session of an assistant with the server, in the test's own process.
struct AssistantSession {
  let desk: Desk
  /// The options after `nerve mcp`.
  var options: [String] = []
  /// The version of the protocol that the client asks for.
  var version = "2025-06-18"

  /// A desk with a home folder, where the log of calls goes.
  static func desk() throws -> Desk {
    var desk = try Desk()
    desk.variables["HOME"] = desk.folder.path
    return desk
  }

  /// A request in JSON.
  static func request(_ id: Int, _ method: String, _ parameters: JSON = .object([])) -> String {
    line(["jsonrpc": "2.0", "id": JSON(id), "method": .string(method), "params": parameters])
  }

  /// A value on one line.
  static func line(_ value: JSON) -> String {
    String(JSONWriter.text(value, style: .compact).dropLast())
  }

  /// A call of a tool.
  static func call(_ id: Int, _ tool: String, _ arguments: JSON = .object([])) -> String {
    request(id, "tools/call", ["name": .string(tool), "arguments": arguments])
  }

  /// The lines that begin a session.
  var greeting: [String] {
    [
      Self.request(
        0, "initialize",
        [
          "protocolVersion": .string(version), "capabilities": .object([]),
          "clientInfo": ["name": "test", "version": "1"],
        ]),
      Self.line(["jsonrpc": "2.0", "method": "notifications/initialized"]),
    ]
  }

  /// Sends lines as they are.
  func transcript(_ lines: [String]) -> Transcript {
    var desk = desk
    desk.piped = lines
    return desk.nerve(["mcp"] + options)
  }

  /// Sends lines as they are, and reads the answers.
  func exchange(
    _ lines: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [ReadJSON] {
    let transcript = transcript(lines)
    #expect(transcript.status == 0, sourceLocation: sourceLocation)
    return try transcript.output.split(separator: "\n").map { try ReadJSON(String($0)) }
  }

  /// Begins a session, makes calls, and returns the answers to them.
  func calls(
    _ calls: [(tool: String, arguments: JSON)], sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [ReadJSON] {
    let lines = calls.enumerated().map { Self.call($0 + 1, $1.tool, $1.arguments) }
    let answers = try exchange(greeting + lines, sourceLocation: sourceLocation)
    try #require(answers.count == calls.count + 1, sourceLocation: sourceLocation)
    for (index, answer) in answers.enumerated() {
      #expect(answer["id"].int == index, sourceLocation: sourceLocation)
      #expect(answer["jsonrpc"].string == "2.0", sourceLocation: sourceLocation)
    }
    return Array(answers.dropFirst())
  }

  /// Makes one call and returns its answer.
  func call(
    _ tool: String, _ arguments: JSON = .object([]),
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ReadJSON {
    try calls([(tool, arguments)], sourceLocation: sourceLocation)[0]
  }

  /// Runs a statement and returns the data.
  func query(_ sql: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> ReadJSON {
    let answer = try call("query", ["sql": .string(sql)], sourceLocation: sourceLocation)
    #expect(answer["result"]["isError"] == .bool(false), sourceLocation: sourceLocation)
    return answer["result"]["structuredContent"]
  }

  /// The text of an answer, all parts of it.
  static func text(_ answer: ReadJSON) -> String {
    answer["result"]["content"].array.compactMap { $0["text"].string }.joined(separator: "\n")
  }
}
