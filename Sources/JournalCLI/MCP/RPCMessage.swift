import JSONText

/// A message of JSON-RPC 2.0.
enum RPCMessage {
  /// Wants an answer with the same id.
  case request(id: JSON, method: String, parameters: JSON?)
  /// Wants no answer.
  case notification(method: String)
  /// An answer to a request that this server never made.
  case answer
  /// None of these.
  case invalid(id: JSON, RPCError)

  /// Sorts a value into its kind.
  init(_ value: JSON) {
    guard case .object = value else {
      self = .invalid(id: .null, .invalidRequest("A message must be a JSON object."))
      return
    }
    // Not in one expression: there, nil would be the null of JSON.
    var id: JSON?
    if let given = value["id"], Self.isID(given) { id = given }
    guard value["jsonrpc"]?.text == "2.0" else {
      self = .invalid(
        id: id ?? .null, .invalidRequest("A message needs the member jsonrpc with the value 2.0."))
      return
    }
    guard let method = value["method"]?.text else {
      let isAnswer = value["method"] == nil && (value["result"] ?? value["error"]) != nil
      self =
        isAnswer
        ? .answer
        : .invalid(id: id ?? .null, .invalidRequest("A request needs a method, as text."))
      return
    }
    guard value["id"] != nil else {
      self = .notification(method: method)
      return
    }
    guard let id else {
      self = .invalid(id: .null, .invalidRequest("An id must be text or a number."))
      return
    }
    switch value["params"] {
    case nil, .some(.object): break
    case .some:
      self = .invalid(id: id, .invalidParameters("The parameters must be an object."))
      return
    }
    self = .request(id: id, method: method, parameters: value["params"])
  }

  private static func isID(_ value: JSON) -> Bool {
    switch value {
    case .string, .integer, .number: true
    case .object, .array, .bool, .null: false
    }
  }
}
