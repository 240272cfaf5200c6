import CivilDay
import Correlator
import Foundation

extension Diary {
  /// The columns of a file with the header `date,load,pain` and a row for every
  /// day in order, rated in the morning.
  init(contentsOf path: String) throws {
    let rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let firstDay = rows.first.flatMap { Day($0[0]) } ?? Day(daysSince1970: 0)
    self.init(
      load: DailySeries(firstDay: firstDay, values: rows.map { Double($0[1]) }),
      pain: DailySeries(firstDay: firstDay, values: rows.map { Double($0[2]) }), timing: .morning)
  }
}
