import CivilDay

/// Returns `day` as a person would say it, such as `Mon 2 Feb 2026 (yesterday)`.
///
/// Days up to two weeks from `today` are followed by how far off they are.
func spoken(_ day: Day, today: Day) -> String {
  let date = spoken(day)
  return switch today.distance(to: day) {
  case 0: "\(date) (today)"
  case -1: "\(date) (yesterday)"
  case 1: "\(date) (tomorrow)"
  case let distance where (-14...(-2)).contains(distance): "\(date) (\(-distance) days ago)"
  case let distance where (2...14).contains(distance): "\(date) (in \(distance) days)"
  default: date
  }
}

/// Returns `day` with its weekday, such as `Mon 2 Feb 2026`.
func spoken(_ day: Day) -> String {
  let civil = day.civil
  let weekday = CalendarNames.short(CalendarNames.weekdays[day.weekday])
  let month = CalendarNames.short(CalendarNames.months[civil.month - 1])
  return "\(weekday) \(civil.day) \(month) \(civil.year)"
}
