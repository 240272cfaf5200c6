/// A form change tried on a run.
public enum FormChange: String, CaseIterable, FieldKindValue {
  /// Quicker or slower steps.
  case cadence
  /// Longer or shorter steps.
  case stride
  /// Another posture.
  case posture
  /// Something else.
  case other
}
