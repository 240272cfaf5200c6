import ArgumentParser

/// The options of `nerve sql` for saved queries, from before `nerve query`.
///
/// They still work for one version, and are in no help text.
struct SavedQueryOptions: ParsableArguments {
  @Option(help: .hidden, completion: .savedQueries)
  var saved: String?

  @Option(help: .hidden)
  var save: String?

  @Option(name: [.customShort("d"), .long], help: .hidden)
  var description: String?

  @Flag(help: .hidden)
  var list = false

  @Option(help: .hidden, completion: .savedQueries)
  var delete: String?
}
