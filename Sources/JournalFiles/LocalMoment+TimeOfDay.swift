package import JournalModel
package import Platform

extension LocalMoment {
  /// The clock time, as records have it.
  package var timeOfDay: TimeOfDay? { TimeOfDay(second: secondOfDay) }
}
