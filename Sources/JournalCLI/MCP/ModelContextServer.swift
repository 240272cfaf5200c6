import ArgumentParser
import JSONText
import JournalStore
import Platform

/// A server of the Model Context Protocol: answers one message after another.
///
/// It knows the messages, not what the tools do.
final class ModelContextServer {
  private let tools: AssistantTools
  private var version: ProtocolVersion?

  /// The most messages of an array.
  private static let mostInBatch = 50

  /// - Parameter tools: The tools that it offers.
  init(_ tools: AssistantTools) {
    self.tools = tools
  }

  /// Answers every line of `reader` until it ends.
  ///
  /// - Throws: Any error of writing, or ``Interruption`` for a signal.
  func run(_ reader: MessageReader, to output: any ByteSink) throws {
    while let line = reader.next() {
      guard let answer = try answer(to: line) else { continue }
      try output.write(JSONWriter.text(answer, style: .compact))
      try output.flush()
    }
  }

  /// Returns the answer to a line; `nil` for none.
  ///
  /// - Throws: ``Interruption``.
  func answer(to line: MessageReader.Line) throws -> JSON? {
    guard case .bytes(let bytes) = line else {
      return RPCError.invalidRequest(
        "The message is longer than \(MessageReader.longestMessage) bytes."
      ).answer(to: .null)
    }
    // A person at a terminal presses Enter.
    guard !bytes.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) else { return nil }
    guard let value = Self.value(of: bytes) else { return RPCError.parseError.answer(to: .null) }
    guard case .array(let values) = value else { return try answer(to: value) }
    guard version?.hasBatches == true, (1...Self.mostInBatch).contains(values.count) else {
      return RPCError.invalidRequest(
        version?.hasBatches == true
          ? "An array must have 1 to \(Self.mostInBatch) messages."
          : "This version of the protocol has no arrays of messages; send one message per line."
      ).answer(to: .null)
    }
    let answers = try values.compactMap { try answer(to: $0) }
    guard !answers.isEmpty else { return nil }
    return .array(answers)
  }

  /// Returns the value of a line that is one whole JSON document.
  private static func value(of bytes: [UInt8]) -> JSON? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var stream = JSONStream(bytes)
    guard let value = try? stream.readValue(), (try? stream.peek()) == .some(nil) else {
      return nil
    }
    return value
  }

  private func answer(to value: JSON) throws -> JSON? {
    switch RPCMessage(value) {
    // Calls run one after another, so that a cancelled one has ended already.
    case .notification, .answer: return nil
    case .invalid(let id, let error): return error.answer(to: id)
    case .request(let id, let method, let parameters):
      do {
        let result = try result(of: method, parameters)
        return ["jsonrpc": "2.0", "id": id, "result": result]
      } catch let error as RPCError {
        return error.answer(to: id)
      }
    }
  }

  private func result(of method: String, _ parameters: JSON?) throws -> JSON {
    switch method {
    case "initialize": return try initialize(parameters)
    case "ping": return .object([])
    case "tools/list", "tools/call": break
    default: throw RPCError.unknownMethod(method)
    }
    guard let version else {
      throw RPCError.invalidRequest("The session has not begun; send initialize first.")
    }
    guard method == "tools/call" else {
      guard parameters?["cursor"] == nil else {
        throw RPCError.invalidParameters("There is one page of tools; leave out the cursor.")
      }
      return ["tools": .array(tools.offered.map { $0.definition(in: version) })]
    }
    guard let name = parameters?["name"]?.text else {
      throw RPCError.invalidParameters("A call needs the name of a tool, as text.")
    }
    return try tools.call(name, parameters?["arguments"]).json(in: version)
  }

  private func initialize(_ parameters: JSON?) throws -> JSON {
    guard version == nil else {
      throw RPCError.invalidRequest("The session has begun already.")
    }
    guard let wanted = parameters?["protocolVersion"]?.text else {
      throw RPCError.invalidParameters("initialize needs a protocolVersion, as text.")
    }
    let chosen = ProtocolVersion(rawValue: wanted) ?? .newest
    version = chosen
    let number = NerveCommand.configuration.version.split(separator: " ").last.map(String.init)
    return [
      "protocolVersion": .string(chosen.rawValue),
      "capabilities": ["tools": .object([])],
      "serverInfo": ["name": "nerve", "title": "Nerve", "version": JSON(number ?? "")],
      "instructions": .string(tools.instructions),
    ]
  }
}
