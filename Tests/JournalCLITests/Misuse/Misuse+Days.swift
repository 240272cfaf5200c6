/// Days and months that are none.
extension Misuse {
  static let days: [Misuse] =
    [
      ("zq9", "not a day"), ("2026-13-01", "does not exist"), ("2026-02-30", "does not exist"),
      ("2025-02-29", "does not exist"), ("0000-01-01", "does not exist"),
      ("2026-11-00", "does not exist"),
      ("3/4", "could be"), ("03/04/2026", "could be"),
      ("3-4-26", "could be"), ("03042026", "could be"),
      ("7 feb 19", "four digits"), ("32 jan", "does not exist"), ("0 jan", "does not exist"),
      ("week", "covers several days"), ("last week", "covers several days"),
      ("last month", "covers several days"),
      ("march", "covers several days"), ("2026-11", "covers several days"), ("2026", "not a day"),
      ("1899-12-31", "before 1900"), ("-zq9d", "not a day"), ("-1x", "not a day"),
      ("+1d", "in the future"), ("tomorrow", "in the future"), ("2999-01-01", "in the future"),
      ("9999-12-31", "in the future"), ("99999-01-01", "not a day"), ("in 3 days", "in the future"),
      ("yesterdayy", "not a day"), ("", "not a day"), (" ", "not a day"),
      ("tue 2020-01-01", "do not match"), ("٢٠٢٦-١١-٢٣", "not a day"),
      ("2026-11-23T10:00", "not a day"), ("-99999999d", "not a day"),
      ("2026-11-20; DROP TABLE run", "not a day"), ("today today", "not a day"),
      ("2026--11-20", "not a day"), ("-2147483648d", "not a day"), ("2026-1-1-1", "not a day"),
      ("31 feb 2026", "does not exist"), ("-999999d", "before 1900"), ("1st", "not a day"),
    ].map { day, told in .usage("run 5km --on '\(day)'", told) }
    + [
      .usage("run 5km --on last sat", "'last sat'"),
      .usage("pain 4 --on", "--on needs a value"),
      .usage("pain 4 --on zq9 --force", "not a day"),
      .usage("stretch calf --on 2026-02-30", "does not exist"),
      .usage("shoe add zq9 --on tomorrow", "in the future"),
      .usage("flare start --on 3/4", "could be"),
      .usage("flare end --on tomorrow", "in the future"),
      .usage("list --from zq9", "not a day"),
      .usage("list --to 2026-02-30", "does not exist"),
      .usage("list --from yesterday --to -5d", "--from must not be after --to"),
      .usage("correlate --from -2d --to -9d", "--from must not be after --to"),
      .usage("correlate --to zq9", "not a day"),
      .usage("sample new.sqlite --until zq9", "not a day"),
    ]

  static let months: [Misuse] = [
    ("zq9", "not a month"), ("2026-13", "not a month"), ("2026-00", "not a month"),
    ("13", "not a month"), ("2026", "not a month"), ("feb 26", "four digits"),
    ("1899-12", "before 1900"), ("2999-01", "in the future"), ("next month", "in the future"),
    ("oct nov", "not a month"), ("''", "not a month"), ("0000-01", "not a month"),
    ("2026-10-05", "not a month"), ("20261", "not a month"), ("oct 2026 zq9", "not a month"),
  ].map { month, told in .usage("month \(month)", told) }
}
