/// A date with a time in service exports, written for people.
public enum WrittenTime {
  /// Seconds from 1970-01-01T00:00:00 to the time in `text` on its own clock, or
  /// `nil` if it is not a date with a time; see ``WrittenDate``.
  ///
  /// - Parameters:
  ///   - text: Such as `Jan 27, 2021, 1:57:47 PM` or `27 janv. 2021 à 13:57:47`.
  ///   - order: The order of numeric dates that leave it open; `nil` puts the day
  ///     first if possible.
  /// - Returns: The seconds, or `nil`.
  public static func seconds(_ text: String, order: DateOrder? = nil) -> Int? {
    let date: WrittenDate?
    do throws(WrittenDate.Problem) {
      date = try WrittenDate(text, order: order)
    } catch {
      date = error == .ambiguous ? try? WrittenDate(text, order: .dayFirst) : nil
    }
    return date.flatMap { $0.secondOfDay == nil ? nil : $0.seconds }
  }
}
