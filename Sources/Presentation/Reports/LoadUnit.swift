package import JournalModel
package import Reports
internal import WrittenValues

/// Amounts of load with their unit.
package struct LoadUnit {
  private let measure: LoadMeasure?
  private let distance: DistanceUnit

  /// - Parameters:
  ///   - measure: The measure of load; `nil` for a file of unknown units.
  ///   - distance: The unit for kilometres.
  package init(_ measure: LoadMeasure?, in distance: DistanceUnit = .kilometres) {
    self.measure = measure
    self.distance = distance
  }

  /// The same measure in kilometres, for programs.
  package var metric: LoadUnit { LoadUnit(measure) }

  /// Another measure, with distances in the same unit.
  func of(_ measure: LoadMeasure?) -> LoadUnit { LoadUnit(measure, in: distance) }

  /// The unit's name.
  package var name: String {
    switch measure {
    case .km: distance.rawValue
    case .minutes: "minutes"
    case .srpe, nil: "units of load"
    case .ascent: "metres of ascent"
    case .descent: "metres of descent"
    case .steps: "steps"
    }
  }

  /// The measure at the beginning of a sentence.
  package var title: String {
    switch measure {
    case .km: "Distance"
    case .minutes: "Running time"
    case .srpe: "Effort times minutes"
    case .ascent: "Ascent"
    case .descent: "Descent"
    case .steps: "The number of steps"
    case nil: "Load"
    }
  }

  /// The heading of an axis or a column.
  package var heading: String { measure == .srpe ? "effort x minutes" : name }

  /// The short name of the measure, such as `km` or `srpe`.
  package var quantity: String { measure == .km ? distance.rawValue : measure?.rawValue ?? "load" }

  /// The remark if no run has this measure.
  package var lacking: String {
    switch measure {
    case .km, nil: "no run has a distance; use --load minutes"
    case .minutes: "no run has a duration; use --load km"
    case .srpe: "no run has both effort and duration; use --load km or --load minutes"
    case .ascent: "no run has an ascent; use --load km or --load minutes"
    case .descent: "no run has a descent; use --load km or --load minutes"
    case .steps: "no run has steps; use --load km or --load minutes"
    }
  }

  private var decimals: Int { measure == .km || measure == nil ? 1 : 0 }

  /// An amount such as `7.1 km`.
  package func amount(_ value: Double?) -> String {
    "\(NumberText.fixed(converted(value), decimals)) \(name)"
  }

  /// Amounts such as `5.0 to 7.1 km`, or one if both ends are equal in text.
  package func range(_ values: ClosedRange<Double>) -> String { "\(bareRange(values)) \(name)" }

  /// The same without the unit.
  package func bareRange(_ values: ClosedRange<Double>) -> String {
    let ends = [values.lowerBound, values.upperBound].map {
      NumberText.fixed(converted($0), decimals)
    }
    return ends[0] == ends[1] ? ends[0] : ends.joined(separator: " to ")
  }

  /// A change without its unit, such as `-0.9`.
  package func signed(_ value: Double?) -> String { NumberText.signed(converted(value), decimals) }

  private func converted(_ value: Double?) -> Double? {
    measure == .km ? value.map { $0 * DistanceUnit.kilometres.metres / distance.metres } : value
  }
}
