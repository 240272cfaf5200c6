// Lines typed at a terminal and edited with libedit, which is looked up when the
// first one is read.
//
// Most of libedit's functions take any number of arguments, so Swift cannot call
// them; this is what a shell needs of them.
#ifndef NERVE_LINE_EDIT_H
#define NERVE_LINE_EDIT_H

#include <stdbool.h>
#include <stddef.h>

/// What to do after a press of Tab.
typedef enum {
  /// Nothing fits.
  LINE_EDIT_NOTHING,
  /// Text was inserted.
  LINE_EDIT_INSERTED,
  /// Something was printed below the line, which must be shown again.
  LINE_EDIT_PRINTED,
} line_edit_result;

/// The caller; `context` is the first argument of each call.
typedef struct {
  void *_Nonnull context;
  /// Waits for a Unicode character and returns 1, 0 at the end, or -1 to give up
  /// the line.
  int (*_Nonnull next)(void *_Nonnull context, unsigned *_Nonnull character);
  /// Completes the word before byte number `cursor` of a line.
  line_edit_result (*_Nonnull complete)(
      void *_Nonnull context, const char *_Nonnull line, size_t length, size_t cursor);
} line_edit_owner;

typedef struct line_edit line_edit;

/// Opens an editor on standard input and output; NULL if libedit is missing, or
/// the terminal cannot move its cursor.
line_edit *_Nullable line_edit_open(line_edit_owner owner);

void line_edit_close(line_edit *_Nonnull editor);

/// The next line with its line feed, valid until the next call. NULL at the end,
/// and after `next` gave the line up, which sets `isGivenUp`.
const char *_Nullable line_edit_next(
    line_edit *_Nonnull editor, const char *_Nonnull prompt, bool *_Nonnull isGivenUp);

/// Adds a line to those that the arrow keys bring back.
void line_edit_remember(line_edit *_Nonnull editor, const char *_Nonnull line);

/// Inserts text at the cursor.
void line_edit_insert(line_edit *_Nonnull editor, const char *_Nonnull text);

/// Gives the terminal back its own mode, for the time that the process stops.
void line_edit_suspend(line_edit *_Nonnull editor);

/// Takes the terminal again, and shows the line.
void line_edit_resume(line_edit *_Nonnull editor);

/// Adapts to a new size of the terminal.
void line_edit_resize(line_edit *_Nonnull editor);

#endif
