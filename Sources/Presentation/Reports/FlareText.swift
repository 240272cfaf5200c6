internal import CivilDay
internal import Correlator
package import JSONText
package import JournalModel
package import Reports
internal import WrittenValues

/// What the days before flare-ups had that other days had not.
package struct FlareText: Renderable {
  private let report: FlareReport
  private let words: FlareWords
  private let distance: DistanceUnit
  private let isSynthetic: Bool

  /// - Parameters:
  ///   - report: The comparison.
  ///   - unit: The measure of load.
  ///   - distance: The unit of distances in guidance.
  ///   - isSynthetic: Whether the days are made up.
  ///   - typed: Returns a command as it is typed for the same journal.
  package init(
    report: FlareReport, unit: LoadUnit, distance: DistanceUnit, isSynthetic: Bool,
    typed: @escaping (String) -> String
  ) {
    self.report = report
    self.distance = distance
    self.isSynthetic = isSynthetic
    words = FlareWords(report: report, unit: unit, distance: distance, typed: typed)
  }

  private static let mostWidth = 104

  /// The lead-ups, one by one where they cannot be compared.
  private var strips: [FlareReport.LeadUp] { report.isCompared ? [] : report.leadUps }

  private var rows: [[String]] { report.isCompared ? words.rows : [] }

  package func text(_ layout: TextLayout) -> String {
    let layout = layout.limited(to: Self.mostWidth)
    let width = layout.width
    func lines(_ text: String) -> String {
      layout.style.heading(Paragraph.lines(text, width: width).joined(separator: "\n")) + "\n"
    }
    let parts =
      [Paragraph.rows(words.precautions, width: width), lines(words.sentence)]
      + strips.map { leadUp in
        lines(words.title(of: leadUp))
          + TextTable(columns: words.columns(of: leadUp), rows: words.strip(of: leadUp))
          .text(layout)
      }
      + [
        rows.isEmpty ? "" : TextTable(columns: FlareWords.columns, rows: rows).text(layout),
        Paragraph.rows(words.remarks, width: width),
      ]
    return (isSynthetic ? SampleNotice.line : "")
      + parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  package var markdown: String {
    let parts =
      [
        isSynthetic ? "**\(SampleNotice.sentence)**\n" : "",
        MonthText.items(words.precautions), words.sentence + "\n",
      ]
      + strips.flatMap { leadUp in
        [
          MarkdownTable.escaped(words.title(of: leadUp)) + "\n",
          MarkdownTable(columns: words.columns(of: leadUp), rows: words.strip(of: leadUp)).text,
        ]
      }
      + [
        rows.isEmpty ? "" : MarkdownTable(columns: FlareWords.columns, rows: rows).text,
        MonthText.items(words.remarks),
      ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var contrasts: [FlareCrossover.Contrast] { report.crossover?.contrasts ?? [] }

  package var csv: (header: [String], rows: [[String?]]) {
    (
      [
        "exposure", "cases", "controls", "case_mean", "control_mean", "difference", "p", "holm_p",
      ],
      contrasts.map { contrast in
        let difference = contrast.difference
        return [contrast.exposure.rawValue, "\(contrast.cases)", "\(contrast.controls)"]
          + [
            difference?.caseMean, difference?.controlMean, difference?.value, difference?.p,
            difference?.holmP,
          ].map(NumberText.field)
      }
    )
  }

  package var json: JSON {
    [
      "load": .string(report.load.rawValue),
      "first": JSON(report.calendar?.lowerBound.description),
      "last": JSON(report.calendar?.upperBound.description),
      "days": JSON(report.calendar?.count ?? 0), "flare_ups": JSON(report.leadUps.count),
      "cases": JSON(report.cases), "needed_cases": JSON(FlareCrossover.neededCases),
      "controls": JSON(report.crossover?.controls.count ?? 0), "reason": JSON(reason),
      "contrasts": .array(contrasts.map(Self.json)),
      "not_recorded": .array(report.unrecorded.map { .string($0.rawValue) }),
      "new_shoes": JSON(report.newShoes) { newShoes in
        ["cases": JSON(newShoes.cases), "controls": JSON(newShoes.controls)]
      },
      "missed_stretches": JSON(report.missedStretches) { missed in
        ["case_mean": JSON(missed.cases), "control_mean": JSON(missed.controls)]
      },
      "lead_ups": .array(report.leadUps.map(Self.json)),
      "precautions": PrecautionText(precautions: report.precautions, unit: distance).json,
      "text": .string(words.sentence),
    ]
  }

  /// Why nothing is compared.
  private var reason: String? {
    report.leadUps.isEmpty
      ? "no_flare_ups"
      : !report.isCompared
        ? "fewer_than_5_flare_ups"
        : contrasts.contains { $0.difference != nil } ? nil : "too_little_recorded"
  }

  private static func json(_ contrast: FlareCrossover.Contrast) -> JSON {
    let difference = contrast.difference
    return [
      "exposure": .string(contrast.exposure.rawValue), "cases": JSON(contrast.cases),
      "controls": JSON(contrast.controls), "case_mean": JSON(difference?.caseMean),
      "control_mean": JSON(difference?.controlMean), "difference": JSON(difference?.value),
      "p": JSON(difference?.p), "holm_p": JSON(difference?.holmP),
    ]
  }

  private static func json(_ leadUp: FlareReport.LeadUp) -> JSON {
    [
      "onset_day": .string(leadUp.flareUp.onsetDay.description),
      "end_day": JSON(leadUp.flareUp.endDay?.description),
      "peak_pain": JSON(leadUp.flareUp.peakPain),
      "trigger_text": JSON(leadUp.flareUp.triggerText), "compared": JSON(leadUp.isCompared),
      "days": .array(
        leadUp.days.map { day in
          [
            "day": .string(day.day.description), "load": JSON(day.load),
            "leg_pain": JSON(day.legPain), "sitting_hours": JSON(day.others[.sitting]),
            "sleep_hours": JSON(day.others[.sleep]), "stress": JSON(day.others[.stress]),
            "stretch_minutes": JSON(day.others[.stretchMinutes]),
            "stretched": JSON(day.hasStretch), "new_shoe": JSON(day.hasNewShoe),
          ]
        }),
    ]
  }
}
