import JSONText

/// A tool that an assistant may call.
enum AssistantTool: String, CaseIterable {
  case query
  case schema
  case verdict
  case month
  case logLine = "log_line"

  /// The name for people.
  private var title: String {
    switch self {
    case .query: "Query the journal with SQL"
    case .schema: "Tables, views and columns"
    case .verdict: "Does running relate to pain?"
    case .month: "Monthly summary"
    case .logLine: "Log an entry"
    }
  }

  private var purpose: String {
    switch self {
    case .query:
      "Run one read-only SQLite statement on a copy of the journal and get its rows. Views such as "
        + "day, run_response, week, month and flare answer most questions; call schema first. NULL is "
        + "unknown or withheld, never zero. How running relates to pain is for verdict: raw "
        + "correlations mislead."
    case .schema:
      "List the views and tables with their columns and units, or describe one with the meaning and "
        + "an example of each column. Withheld columns are left out."
    case .verdict:
      "Nerve's own answer to how running relates to later pain, with its interval, the number of "
        + "days, its limits and what would change it. Repeat these words; do not make a stronger or "
        + "weaker claim, and do not turn them into advice."
    case .month:
      "The summary of one month: the answer to date, the figures, what comes first, such as a red "
        + "flag or guidance, and the next step. Without a month, the last complete one."
    case .logLine:
      "Log one entry, as the person would type it after 'nerve': 'pain 4 left calf', 'run 8.2km 45:10 "
        + "--rpe 6', 'rest yesterday'. Log only what the person said. 'nerve undo' undoes it. If the "
        + "answer begins with the emergency card, show it to the person at once, word for word."
    }
  }

  private var inputs: [(name: String, schema: JSON, isRequired: Bool)] {
    switch self {
    case .query:
      [
        ("sql", ["type": "string", "description": "One SELECT statement of SQLite."], true),
        (
          "parameters",
          [
            "type": "object",
            "description": "Values of :name in the statement, by name.",
            "additionalProperties": [
              "type": ["string", "number", "boolean", "null"]
            ],
          ], false
        ),
        (
          "limit",
          [
            "type": "integer", "minimum": 1, "maximum": JSON(QueryTool.mostRows),
            "default": JSON(QueryTool.usualRows), "description": "The most rows.",
          ], false
        ),
      ]
    case .schema:
      [
        (
          "table", ["type": "string", "description": "A table or view. Omit to list all."], false
        )
      ]
    case .verdict:
      [
        (
          "load",
          [
            "type": "string", "enum": ["km", "minutes", "srpe", "ascent", "descent", "steps"],
            "description":
              "Load. Default: km, or minutes if most runs lack a distance. Only these two give an answer.",
          ], false
        ),
        (
          "pain",
          [
            "type": "string", "enum": ["leg", "back", "worst", "reach"],
            "description": "Pain. Default: leg.",
          ], false
        ),
      ]
    case .month:
      [
        (
          "month",
          ["type": "string", "description": "Month, such as 2026-10, oct or this month."], false
        )
      ]
    case .logLine:
      [
        (
          "line",
          ["type": "string", "description": "The line after 'nerve', such as pain 4 left calf."],
          true
        )
      ]
    }
  }

  /// The names of the arguments.
  var argumentNames: [String] { inputs.map(\.name) }

  /// The description of the tool in a version of the protocol.
  func definition(in version: ProtocolVersion) -> JSON {
    let required = inputs.filter(\.isRequired).map { JSON.string($0.name) }
    var members: [(String, JSON)] = [("name", .string(rawValue))]
    if version.hasStructuredContent { members.append(("title", .string(title))) }
    members += [
      ("description", .string(purpose)),
      (
        "inputSchema",
        .object(
          [
            ("type", "object"),
            ("properties", .object(inputs.map { ($0.name, $0.schema) })),
          ] + (required.isEmpty ? [] : [("required", .array(required))])
            + [("additionalProperties", false)])
      ),
    ]
    if version.hasAnnotations {
      let isReading = self != .logLine
      members.append(
        (
          "annotations",
          [
            "title": .string(title), "readOnlyHint": .bool(isReading),
            "destructiveHint": false, "idempotentHint": .bool(isReading),
            "openWorldHint": false,
          ]
        ))
    }
    return .object(members)
  }
}
