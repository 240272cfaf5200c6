import ArgumentParser
import EntryInput
import JournalModel
import JournalModel
import JournalStore

/// Options of an exercise, in addition to its name.
struct ExerciseOptions: ParsableArguments {
  @Option(
    help: "stretch, nerve_glide, strength or mobility; a stretch if you do not say.",
    completion: .cases(of: ExerciseKind.self))
  var kind: String?

  @Option(
    help: ArgumentHelp(
      "How it is done, up to 10,000 characters; - reads it from standard input.",
      valueName: "text"))
  var note: String?

  /// The fields that were given.
  ///
  /// - Throws: ``InputError`` or ``FileError``.
  func changes() throws -> Changes<Exercise> {
    var changes = Changes<Exercise>()
    if let kind { changes[\.kind] = try ExerciseKind(kind) }
    if let note = try note.flatMap(NoteText.read) { changes[\.note] = note }
    return changes
  }
}
