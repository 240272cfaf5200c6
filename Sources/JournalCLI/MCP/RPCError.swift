import JSONText

/// An error of the protocol, as JSON-RPC 2.0 numbers them.
struct RPCError: Error, Equatable {
  /// The number.
  let code: Int
  /// The sentence.
  let message: String

  /// The message is not JSON.
  static let parseError = RPCError(
    code: -32700, message: "The message is not valid JSON; send one message per line.")

  /// The message is JSON, but no request.
  static func invalidRequest(_ message: String) -> RPCError {
    RPCError(code: -32600, message: message)
  }

  /// There is no such method.
  static func unknownMethod(_ name: String) -> RPCError {
    RPCError(code: -32601, message: "Unknown method '\(name.prefix(60))'.")
  }

  /// The parameters have the wrong form.
  static func invalidParameters(_ message: String) -> RPCError {
    RPCError(code: -32602, message: message)
  }

  /// The journal, or the log of calls, cannot be used just now.
  static func unavailable(_ message: String) -> RPCError {
    RPCError(code: -32000, message: message)
  }

  /// The error as an answer to the request `id`; null if that is unknown.
  func answer(to id: JSON) -> JSON {
    [
      "jsonrpc": "2.0", "id": id,
      "error": ["code": JSON(code), "message": .string(message)],
    ]
  }
}
