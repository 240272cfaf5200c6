import JSONText
import Testing

@testable import JournalCLI

/// The messages of the Model Context Protocol, whatever the tools do.
@Suite struct MCPProtocolTests {
  private func session(_ version: String = "2025-06-18") throws -> AssistantSession {
    AssistantSession(desk: try AssistantSession.desk(), version: version)
  }

  @Test(
    arguments: [
      ("2025-06-18", "2025-06-18"), ("2025-03-26", "2025-03-26"), ("2024-11-05", "2024-11-05"),
      ("2025-11-25", "2025-06-18"), ("1999-01-01", "2025-06-18"),
    ])
  func `The server speaks the client's version if it knows it, else its newest`(
    asked: String, spoken: String
  ) throws {
    let answer = try session(asked).exchange(session(asked).greeting)[0]
    #expect(answer["result"]["protocolVersion"].string == spoken)
    #expect(answer["result"]["serverInfo"]["name"].string == "nerve")
    #expect(answer["result"]["capabilities"]["tools"] == .object([:]))
    #expect(answer["result"]["instructions"].string?.contains("not medical advice") == true)
  }

  @Test func `Nothing but ping is answered before initialize`() throws {
    let answers = try session().exchange([
      AssistantSession.request(1, "tools/list"), AssistantSession.call(2, "schema"),
      AssistantSession.request(3, "ping"), AssistantSession.request(4, "server/discover"),
    ])
    #expect(answers.map { $0["error"]["code"].int } == [-32600, -32600, nil, -32601])
    #expect(answers[2]["result"] == .object([:]))
  }

  @Test func `A session begins once`() throws {
    let session = try session()
    let answers = try session.exchange(session.greeting + [session.greeting[0]])
    #expect(answers.map { $0["error"]["code"].int } == [nil, -32600])
  }

  @Test(
    arguments: [
      ("{", -32700), ("nonsense", -32700), ("{} {}", -32700), ("{\"a\":}", -32700),
      ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"", -32700),
      (String(repeating: "[", count: 5_000), -32700), ("1", -32600), ("\"ping\"", -32600),
      ("null", -32600), ("{}", -32600), ("[]", -32600),
      ("[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]", -32600),
      ("{\"id\":1,\"method\":\"ping\"}", -32600),
      ("{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}", -32600),
      ("{\"jsonrpc\":\"2.0\",\"id\":1}", -32600),
      ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}", -32600),
      ("{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}", -32600),
      ("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}", -32600),
      ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[]}", -32602),
      ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/list\"}", -32601),
      (AssistantSession.request(1, "tools/list", ["cursor": "a"]), -32602),
      (AssistantSession.request(1, "tools/call"), -32602),
      (AssistantSession.request(1, "tools/call", ["name": 4]), -32602),
      (AssistantSession.request(1, "tools/call", ["name": "rm"]), -32602),
      (AssistantSession.call(1, "month", .array([])), -32602),
    ])
  func `A wrong message gets its error, and the session goes on`(line: String, code: Int) throws {
    let session = try session()
    let answers = try session.exchange(
      session.greeting + [line, AssistantSession.request(9, "ping")])
    try #require(answers.count == 3)
    #expect(answers[1]["error"]["code"].int == code)
    #expect(answers[1]["error"]["message"].string?.hasSuffix(".") == true)
    #expect(answers[2]["id"].int == 9)
    #expect(answers[2]["error"].isNull)
  }

  @Test func `Initialize needs a version`() throws {
    let answer = try session().exchange([AssistantSession.request(1, "initialize")])[0]
    #expect(answer["error"]["code"].int == -32602)
  }

  @Test func `Notifications, answers and blank lines get no answer`() throws {
    let session = try session()
    let answers = try session.exchange(
      session.greeting + [
        "", "   ",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/unheard-of\"}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"tools/call\",\"params\":{\"name\":\"schema\"}}",
        "{\"jsonrpc\":\"2.0\",\"id\":4,\"result\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":5,\"error\":{\"code\":1,\"message\":\"a\"}}",
      ])
    #expect(answers.count == 1)
  }

  @Test func `An id comes back as it was, also as text`() throws {
    let answers = try session().exchange([
      "{\"jsonrpc\":\"2.0\",\"id\":\"a-1\",\"method\":\"ping\"}"
    ])
    #expect(answers[0]["id"].string == "a-1")
    let large = "{\"jsonrpc\":\"2.0\",\"id\":9007199254740993,"
    #expect(
      try session().transcript(["\(large)\"method\":\"ping\"}"]).output
        == "\(large)\"result\":{}}\n")
  }

  @Test func `The version with arrays of messages answers them`() throws {
    let session = try session("2025-03-26")
    let (ping, other) = (AssistantSession.request(1, "ping"), AssistantSession.request(2, "other"))
    let notification = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}"
    let many = Array(repeating: AssistantSession.request(1, "ping"), count: 51)
      .joined(separator: ",")
    let answers = try session.exchange(
      session.greeting + [
        "[\(ping),\(other),3,\(notification)]", "[\(notification)]", "[]", "[\(many)]",
      ])
    try #require(answers.count == 4)
    #expect(answers[1].array.map { $0["id"].int } == [1, 2, nil])
    #expect(answers[1].array.map { $0["error"]["code"].int } == [nil, -32601, -32600])
    #expect(answers[2]["error"]["code"].int == -32600)
    #expect(answers[3]["error"]["code"].int == -32600)
  }

  @Test func `A tool says what its version of the protocol knows`() throws {
    let tools = try ["2025-06-18", "2025-03-26", "2024-11-05"].map { version in
      let session = try session(version)
      return try session.exchange(session.greeting + [AssistantSession.request(1, "tools/list")])[
        1][
          "result"]["tools"]
    }
    for list in tools {
      #expect(list.array.map { $0["name"].string } == ["query", "schema", "verdict", "month"])
      for tool in list.array {
        #expect(tool["inputSchema"]["type"].string == "object")
        #expect(tool["inputSchema"]["additionalProperties"] == .bool(false))
        #expect(tool["description"].string?.isEmpty == false)
      }
    }
    #expect(tools[0][0]["annotations"]["readOnlyHint"] == .bool(true))
    #expect(tools[0][0]["annotations"]["openWorldHint"] == .bool(false))
    #expect(tools[0][0]["title"].string != nil)
    #expect(tools[1][0]["annotations"]["readOnlyHint"] == .bool(true))
    #expect(tools[1][0]["title"].isNull)
    #expect(tools[2][0]["annotations"].isNull)
  }

  @Test func `Only the newest version gets data beside the text`() throws {
    for version in ["2025-06-18", "2025-03-26", "2024-11-05"] {
      let session = try session(version)
      session.desk.results("pain", "3", "--quiet")
      let answer = try session.call("query", ["sql": "SELECT leg_pain FROM check_in"])
      let data = answer["result"]["structuredContent"]
      #expect(data.isNull == (version != "2025-06-18"))
      #expect(try ReadJSON(AssistantSession.text(answer))["rows"][0]["leg_pain"].int == 3)
    }
  }

  @Test func `A person at a terminal learns how to set it up`() throws {
    var desk = try AssistantSession.desk()
    desk.answers = [AssistantSession.request(1, "ping")]
    let transcript = desk.nerve("mcp")
    #expect(transcript.status == 0)
    #expect(transcript.messages.contains("nerve mcp --help"))
    #expect(transcript.output == "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}\n")
    #expect(desk.results("mcp", "--help").contains("\"mcpServers\""))
  }

  @Test func `A line that is too long is refused without being kept`() throws {
    var parts = [[UInt8]](repeating: Array(repeating: 0x61, count: 60_000), count: 40)
    parts.append(Array("\nab\nc".utf8))
    var largest = 0
    let reader = MessageReader(limit: 1_000) { piece in
      guard !parts.isEmpty else { return 0 }
      let part = parts.removeFirst()
      piece.copyBytes(from: part)
      largest = max(largest, part.count)
      return part.count
    }
    #expect(reader.next() == .tooLong)
    #expect(reader.next() == .bytes(Array("ab".utf8)))
    #expect(reader.next() == .bytes(Array("c".utf8)))
    #expect(reader.next() == nil)
    #expect(reader.next() == nil)
  }

  @Test func `The built program serves through real pipes, and ends with its input`() throws {
    let binary = try BuiltBinary()
    let session = try session()
    let long = "{\"method\":\"" + String(repeating: "a", count: 5 << 20)
    let lines = session.greeting + [long, AssistantSession.call(2, "verdict")]
    // The last line has no line feed.
    var bytes = Array((lines.joined(separator: "\n") + "\n").utf8) + [0xFF, 0xFE, 0x0A]
    bytes += Array(AssistantSession.request(3, "ping").utf8)
    let transcript = try binary.run(["mcp"], input: .bytes(bytes))
    #expect(transcript.status == 0)
    let answers = try transcript.output.split(separator: "\n").map { try ReadJSON(String($0)) }
    #expect(answers.map { $0["error"]["code"].int } == [nil, -32600, -32000, -32700, nil])
    #expect(answers[2]["error"]["message"].string?.hasPrefix("There is no journal yet.") == true)
  }
}
