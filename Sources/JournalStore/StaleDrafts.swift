internal import Platform

/// Removes drafts of journals in the folder of `path` whose programs were killed.
///
/// Their names tell the process; one that still runs keeps its draft. What cannot be
/// removed stays: a draft does no harm but for its size.
func removeStaleDrafts(beside path: String) {
  let folder = folder(of: linkDestination(of: path)) ?? "."
  for name in fileNames(in: folder) {
    guard name.hasPrefix(draftPrefix),
      let process = pid_t(name.dropFirst(draftPrefix.count).prefix { $0 != "-" }),
      kill(process, 0) != 0, errno == ESRCH
    else { continue }
    removeFile(at: "\(folder)/\(name)")
  }
}
