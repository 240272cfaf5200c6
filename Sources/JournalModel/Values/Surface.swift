/// The surface of a run.
public enum Surface: String, CaseIterable, FieldKindValue {
  /// Asphalt.
  case road
  /// A paved path.
  case path
  /// A trail.
  case trail
  /// Grass.
  case grass
  /// A running track.
  case track
  /// A treadmill.
  case treadmill
  /// Sand.
  case sand
  /// Several of these.
  case mixed
}
