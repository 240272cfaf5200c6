/// A self-contained page: no other files, no network, no script.
struct HTMLPage {
  let title: String
  /// Whether it has to fit on one printed sheet.
  let isOneSheet: Bool
  /// The lines of the body.
  private var body = ""

  init(_ title: String, isOneSheet: Bool = false) {
    self.title = title
    self.isOneSheet = isOneSheet
  }

  /// The page.
  var text: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(Self.escaped(title))</title>
    <style>
    \(Palette.style)
    \(Self.style)
    </style>
    </head>
    <body>
    <main\(isOneSheet ? " class=\"sheet\"" : "")>
    <h1>\(Self.escaped(title))</h1>
    \(body)</main>
    </body>
    </html>

    """
  }

  mutating func heading(_ text: String) { body += "<h2>\(Self.escaped(text))</h2>\n" }

  mutating func paragraph(_ text: String, _ kind: String? = nil) {
    body += "<p\(Self.attribute(kind))>\(Self.escaped(text))</p>\n"
  }

  mutating func list(_ items: [String]) {
    guard !items.isEmpty else { return }
    body += "<ul>\n\(items.map { "<li>\(Self.escaped($0))</li>\n" }.joined())</ul>\n"
  }

  /// What stands above every number; nothing if there is none.
  mutating func precautions(_ rows: [(name: String, text: String)]) {
    guard !rows.isEmpty else { return }
    body += "<section class=\"first\" aria-label=\"Comes first\">\n"
    facts(rows)
    body += "</section>\n"
  }

  /// A list of names, each with its text; a row without a name goes on with the one
  /// before.
  mutating func facts(_ facts: [(name: String, text: String)], _ kind: String? = nil) {
    guard !facts.isEmpty else { return }
    let rows = facts.map { fact in
      (fact.name.isEmpty ? "" : "<dt>\(Self.escaped(fact.name))</dt>")
        + "<dd>\(Self.escaped(fact.text))</dd>\n"
    }
    body += "<dl\(Self.attribute(kind))>\n\(rows.joined())</dl>\n"
  }

  /// A frame around facts, with a thick border if some are urgent, which come first.
  mutating func box(
    _ heading: String, urgent: [(name: String, text: String)],
    others: [(name: String, text: String)]
  ) {
    body += "<div class=\"box\(urgent.isEmpty ? "" : " urgent")\">\n"
    self.heading(heading)
    facts(urgent, "strong")
    facts(others)
    body += "</div>\n"
  }

  /// A table with row names in the first column; words may wrap, numbers never do.
  mutating func table(
    _ caption: String, columns: [String], rows: [[String]], ofWords: Bool = false
  ) {
    let head = columns.map { "<th scope=\"col\">\(Self.escaped($0))</th>" }.joined()
    let lines = rows.map { row in
      let cells = row.dropFirst().map { "<td>\(Self.escaped($0))</td>" }.joined()
      return "<tr><th scope=\"row\">\(Self.escaped(row.first ?? ""))</th>\(cells)</tr>\n"
    }
    // So that a table wider than the screen can be scrolled with the keyboard.
    body +=
      "<div class=\"scroll\(ofWords ? " words" : "")\" tabindex=\"0\" role=\"region\" "
      + "aria-label=\"\(Self.escaped(caption))\">\n<table>\n<caption><span>\(Self.escaped(caption))</span></caption>\n"
      + "<thead><tr>\(head)</tr></thead>\n<tbody>\n\(lines.joined())</tbody>\n</table>\n</div>\n"
  }

  /// A picture drawn twice, for a wide screen or paper and for a narrow screen; only
  /// one of them is shown.
  mutating func figure(
    _ id: String, title: String, description: String,
    _ svg: (_ id: String, _ title: String, _ description: String, _ width: Double) -> String
  ) {
    body += """
      <figure>
      <div class="wide">
      \(svg("\(id)-wide", title, description, 720))
      </div>
      <div class="narrow">
      \(svg("\(id)-narrow", title, description, 340))
      </div>
      <figcaption>\(Self.escaped(title)). \(Self.escaped(description))</figcaption>
      </figure>

      """
  }

  private static func attribute(_ kind: String?) -> String {
    kind.map { " class=\"\($0)\"" } ?? ""
  }

  private static func escaped(_ text: String) -> String { MarkupText.escaped(text) }

  private static let style = """
    *{box-sizing:border-box}
    body{margin:0;background:var(--ground);color:var(--words);font:16px/1.5 system-ui,sans-serif}
    main{max-width:820px;margin:0 auto;padding:16px}
    h1{font-size:1.6em;line-height:1.2;margin:.4em 0}h2{font-size:1.15em;margin:1.6em 0 .4em}
    .answer{font-size:1.15em;border-left:4px solid var(--load);padding-left:12px}
    .first{border:2px solid var(--words);padding:0 12px}.first dd{grid-column:2;font-weight:700}
    .notice{font-weight:700}.quiet{color:var(--quiet);font-size:.88em}
    figure{margin:12px 0}figcaption{color:var(--quiet);font-size:.88em}
    .narrow{display:none}
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;width:100%;font-size:.92em;font-variant-numeric:tabular-nums}
    caption{text-align:left;color:var(--quiet);padding-bottom:4px}
    th,td{text-align:right;padding:3px 6px;border-bottom:1px solid var(--rule);vertical-align:top}
    td{white-space:nowrap}td:last-child,th:last-child{padding-right:0}
    th[scope=row],th[scope=col]:first-child{text-align:left;padding-left:0}
    th[scope=row]{font-weight:400;white-space:nowrap}
    .words td,.words th[scope=row]{white-space:normal}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:8px 0}
    dt{color:var(--quiet)}dd{margin:0;overflow-wrap:anywhere}
    li,p{overflow-wrap:anywhere}
    .box{border:1px solid var(--quiet);padding:8px 12px}.box h2,.box dl{margin:0}
    .urgent{border:4px solid var(--words)}.strong dt{color:var(--words);font-weight:700}
    @media (max-width:600px){.wide{display:none}.narrow{display:block}dl{display:block}dd{margin:0 0 8px}
    table{font-size:.82em}th,td{padding:3px 8px 3px 0}caption span{display:inline-block;max-width:calc(100vw - 32px)}}
    @page{size:A4;margin:14mm}@page sheet{margin:11mm}
    @media print{.sheet{page:sheet}body{font-size:9.5pt;line-height:1.35}main{max-width:none;padding:0}.wide{display:block}
    .wide svg{max-height:60mm}.narrow{display:none}.scroll{overflow:visible}figure,table,tr,dd,p{break-inside:avoid}h2{break-after:avoid;
    margin:1em 0 .3em}th,td{padding:1.5px 6px}
    .sheet{font-size:8.6pt;line-height:1.24}.sheet h1{margin:0 0 .2em}.sheet h2{margin:.5em 0 .15em}.sheet p,.sheet figure{margin:.3em 0}
    .sheet dl{gap:1px 10px;margin:.3em 0}.sheet .box{padding:4px 8px}.sheet .wide svg{max-height:52mm}.sheet th,.sheet td{padding-block:.5px}}
    """
}
