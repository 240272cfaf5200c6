/// The ground of a run.
public enum Surface: String, CaseIterable, FieldKindValue {
  /// Asphalt.
  case road
  /// A made path.
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
  /// Several of them.
  case mixed
}
